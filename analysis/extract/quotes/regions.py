"""A quotation -> its shape (clause, title, length) and the features it is judged by."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.extract.quotes.features import bucket, lemma_of, word_of
from analysis.extract.quotes.sheet import Sheet
from analysis.types import Span

SCARE_TOKENS = 3
"""Longest scare quote, in words (design/methods 4.6)."""

CLAUSE_TOKENS = 6
"""A quotation of so many words counts as a clause even where the parser saw no verb."""

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs that make a clause."""

STOPS = frozenset(".,!?;:…-—")
TITLE_WORDS = 12
"""Longest title of a work, in words."""

NEAR_WORK = 40
"""Characters beside a quotation in which a word such as "film" is looked for."""

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_MINOR = frozenset("a an and as at but by for from in into of on or the to with vs is".split())
WORK_NOUNS = frozenset(
    "album article ballad blog book broadcast chapter cartoon clip column comedy documentary drama "
    "editorial episode essay exhibition feature film game headline hit magazine memoir movie "
    "musical newscast newspaper novel opera op-ed paper play podcast poem program programme "
    "record report segment series show single sitcom song speech story symphony tale "
    "talk-show track tune video volume host anchor co-host star moderator".split()
)


@dataclass(frozen=True, slots=True)
class Shape:
    """What can be seen of a quotation without knowing who speaks."""

    n_words: int
    has_verb: bool
    capital: bool
    stop: str
    """The punctuation inside the closing mark, or empty."""
    title: bool

    @property
    def is_clause(self) -> bool:
        """Return whether the quotation is long enough to be speech, with a verb or without."""
        return (self.has_verb and self.n_words > 2) or self.n_words >= CLAUSE_TOKENS

    @property
    def is_sentence(self) -> bool:
        """Return whether the quotation is spoken whole: a finite verb, or a sentence's form."""
        whole = self.capital and self.stop in {".", ",", "!", "?"}
        return self.n_words > 2 and (self.has_verb or whole)


def shape(page: Sheet, number: int) -> Shape:
    """Return the shape of the quotation ``page.outer[number]``."""
    mark, text = page.outer[number], page.text
    inner = mark.inner.of(text)
    words = _WORD.findall(inner)
    tokens = page.tokens[page.first_from(mark.inner.start) : page.first_from(mark.inner.end)]
    return Shape(
        n_words=len(words),
        has_verb=any(t.tag_ in FINITE for t in tokens),
        capital=bool(words) and words[0][:1].isupper(),
        stop=inner[-1:] if inner[-1:] in STOPS else "",
        title=is_title(page, mark.outer, words, inner),
    )


def is_title(page: Sheet, outer: Span, words: list[str], inner: str) -> bool:
    """Return whether quoted words are the title of a work.

    Every main word has a capital, no sentence ends in them, and there are two of
    them or a word such as "film" stands beside them.
    """
    main = [w for w in words if w.lower() not in _MINOR]
    if not main or len(words) > TITLE_WORDS or inner[-1:] in {".", "!"}:
        return False
    if not all(w[:1].isupper() or w[:1].isdigit() for w in main):
        return False
    near = page.tokens[
        page.first_from(outer.start - NEAR_WORK) : page.first_from(outer.end + NEAR_WORK)
    ]
    return len(main) > 1 or any(t.lemma_.lower() in WORK_NOUNS for t in near)


def region_features(page: Sheet, number: int, look: Shape, context: dict[str, str]) -> list[str]:
    """Return the features of a quotation as someone's words."""
    mark = page.outer[number]
    first, after = page.first_from(mark.outer.start), page.first_from(mark.outer.end)
    left = page.tokens[first - 1] if first else None
    right = page.tokens[after] if after < len(page.tokens) else None
    size, before, behind = bucket(look.n_words), word_of(left), word_of(right)
    result = [
        f"n={size}",
        f"verb={look.has_verb}|{size}",
        f"cap={look.capital}|{size}",
        f"stop={look.stop}|{size}",
        f"lw={before}",
        f"rw={behind}",
        f"lw={before}|{look.capital}",
        f"rw={behind}|{look.stop}",
        f"title={look.title}|{size}",
        f"ll={'' if left is None else lemma_of(left)}",
        f"rl={'' if right is None else lemma_of(right)}",
        f"closed={mark.closed}",
        f"para={left is None}|{right is None}",
        f"mark={page.text[mark.outer.start]}",
    ]
    for key, value in context.items():
        result += (f"{key}={value}", f"{key}={value}|{look.is_clause}", f"{key}={value}|{size}")
    return result
