"""Entries of word lists -> patterns of words, and where they stand in a row of words.

A word of an entry is literal, except for ``*``, which stands for any letters within the
word. No regular expression is ever made from an entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Generic, TypeVar

What = TypeVar("What")

MAX_ENTRY = 200
"""Longest entry, in characters (design/safety limit)."""

MAX_WORDS = 12
"""Most words in one entry; the longest slogans in use have about eight."""

MAX_STARS = 2
"""Most stars in one word: "*word*"; more would only slow the search down."""

MIN_LETTERS = 3
"""Fewest letters or digits beside a star, so that no entry matches nearly everything."""

MAX_VARIED = 3
"""Words of one entry whose spellings are combined freely: 2^3 forms at most."""

KEPT_WORDS = 20_000
"""Words of texts whose entries are kept in memory; a story of five articles has about 2,000."""

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u02bc\uff07", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013", "-"),
    }
)


def spelling(word: str) -> str:
    """Return how words are compared: small letters, one kind of apostrophe and of hyphen."""
    lower = word.lower()
    return lower if lower.isascii() else lower.translate(_PLAIN)


def problem(entry: str) -> str | None:
    """Return what keeps an entry from being searched, in plain words, or nothing."""
    words = entry.split()
    if not any(char.isalnum() for char in entry):
        return "holds no letter or digit; write a word"
    if len(entry) > MAX_ENTRY or len(words) > MAX_WORDS:
        return (
            f"has {len(words)} words and {len(entry)} characters; "
            f"at most {MAX_WORDS} words and {MAX_ENTRY} characters are searched"
        )
    for word in words:
        letters = sum(char.isalnum() for char in word)
        if word.count("*") > MAX_STARS:
            return f"has more than {MAX_STARS} stars in '{word[:40]}'; write at most {MAX_STARS}"
        if "*" in word and letters < MIN_LETTERS:
            return (
                f"has fewer than {MIN_LETTERS} letters beside the star in '{word}'; "
                "it would match nearly every word"
            )
    return None


@dataclass(frozen=True, slots=True)
class Glob:
    """A word with stars: its literal parts in order, the stars between them."""

    parts: tuple[str, ...]

    def fits(self, word: str) -> bool:
        """Return whether the word fits; one pass from left to right, no going back."""
        first, *middle, last = self.parts
        end = len(word) - len(last)
        if len(first) > end or not word.startswith(first) or not word.endswith(last):
            return False
        at = len(first)
        for part in middle:
            at = word.find(part, at, end)
            if at < 0:
                return False
            at += len(part)
        return True


Word = str | Glob


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write an entry: words in a row; the first ``head`` are its first word."""

    words: tuple[Word, ...]
    head: int


def forms(entry: str, split: Callable[[str], Sequence[str]]) -> tuple[Form, ...]:
    """Return the ways in which an entry may stand in the text.

    Each of its words may be one word of the text ("pro-life") or the several that
    ``split`` makes of it ("pro", "-", "life").
    """
    ways = [_ways(spelling(word), split) for word in entry.split()]
    if sum(len(each) > 1 for each in ways) > MAX_VARIED:
        ways = [each[-1:] for each in ways]
    found = {
        Form(tuple(_word(word) for part in parts for word in part), len(parts[0]))
        for parts in product(*ways)
    }
    return tuple(sorted(found, key=lambda form: (len(form.words), form.head)))


def _ways(word: str, split: Callable[[str], Sequence[str]]) -> list[tuple[str, ...]]:
    return list(dict.fromkeys(((word,), tuple(split(word)) or (word,))))


def _word(text: str) -> Word:
    return Glob(tuple(text.split("*"))) if "*" in text else text


class WordIndex(Generic[What]):
    """Many forms searched at once; the time hardly depends on how many there are.

    A form is found by its first word: literal ones in a dictionary, those with a star by
    their first letter.
    """

    def __init__(self, entries: Iterable[tuple[Form, What]]) -> None:
        self._literal: dict[str, list[tuple[Form, What]]] = {}
        self._starred: dict[str, list[tuple[Form, What]]] = {}
        for form, what in entries:
            first = form.words[0]
            if isinstance(first, Glob):
                self._starred.setdefault(first.parts[0][:1], []).append((form, what))
            else:
                self._literal.setdefault(first, []).append((form, what))
        # Words repeat: each is looked up once, however many stars it is compared with.
        self._starting = lru_cache(maxsize=KEPT_WORDS)(self._compared)

    def find(self, row: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int, int, What]]:
        """Yield (first word, word after the last, words of its head, what) of every match.

        Each place of the row holds the spellings of one word of the text: as it is
        written and, where known, its lemma.
        """
        for start, spellings in enumerate(row):
            for form, what in self._starting(spellings):
                end = start + len(form.words)
                if end <= len(row) and all(
                    _fits(word, row[start + i]) for i, word in enumerate(form.words) if i
                ):
                    yield start, end, form.head, what

    def _compared(self, spellings: tuple[str, ...]) -> tuple[tuple[Form, What], ...]:
        """Return what may begin with a word of these spellings."""
        found = [each for word in dict.fromkeys(spellings) for each in self._literal.get(word, ())]
        letters = dict.fromkeys(["", *(spelled[:1] for spelled in spellings)])
        starred = [each for letter in letters for each in self._starred.get(letter, ())]
        found += [each for each in starred if _fits(each[0].words[0], spellings)]
        return tuple(found)


def _fits(word: Word, spellings: tuple[str, ...]) -> bool:
    if isinstance(word, Glob):
        return any(word.fits(spelled) for spelled in spellings)
    return word in spellings
