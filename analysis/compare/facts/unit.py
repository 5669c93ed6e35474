"""Annotated articles in, the units that are compared out: statements with their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.types import AnnotatedArticle, Statement

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SPELLED = {
    word: str(value)
    for value, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split(),
        start=2,
    )
}
"""Written-out numbers; "one" is left out, it is mostly a pronoun or an article."""

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_MIN_ABBREVIATION = 3
_NO_ABBREVIATION = frozenset({"sun", "sat", "wed", "mar"})
"""Three-letter words that are more often something else than a day or a month."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What one statement can be compared by."""

    text: str
    lemmas: tuple[str, ...]
    names: frozenset[str]
    """Words of proper names, in lower case."""
    numbers: frozenset[str]
    dates: frozenset[str]
    """Names of days and months."""
    predicate: str | None
    negated: bool

    @property
    def words(self) -> list[str]:
        """Return every word of the text in lower case."""
        return _WORD.findall(self.text.lower())

    @property
    def common(self) -> frozenset[str]:
        """Return the content words that are neither names nor numbers: what happened."""
        return frozenset(
            w for w in self.lemmas if w not in self.names and not any(c.isdigit() for c in w)
        )


def unit(text: str, statements: Sequence[Statement]) -> Unit:
    """Return one unit for a text that carries these statements."""
    names = {word for s in statements for name in s.names for word in _WORD.findall(name)}
    return Unit(
        text=" ".join(text.split()),
        lemmas=tuple(lemma for s in statements for lemma in s.lemmas),
        names=frozenset(names),
        numbers=numbers(text),
        dates=dates(text),
        predicate=statements[0].predicate if statements else None,
        negated=any(s.negated for s in statements),
    )


def units(articles: Iterable[AnnotatedArticle]) -> tuple[Unit, ...]:
    """Return the statements of the articles as units, in the order of the articles."""
    return tuple(
        unit(f"{statement.about} {statement.span.of(annotated.text)}", [statement])
        for annotated in articles
        for statement in annotated.statements
    )


def numbers(text: str) -> frozenset[str]:
    """Return the numbers that a text gives, digits and words alike, in plain digits."""
    found = {_plain(match.group()) for match in _NUMBER.finditer(text)}
    found |= {_SPELLED[word] for word in _WORD.findall(text.lower()) if word in _SPELLED}
    return frozenset(found)


def _plain(number: str) -> str:
    digits = number.replace(",", "")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def dates(text: str) -> frozenset[str]:
    """Return the days of the week and the months that a text names, abbreviated ones too."""
    words = (word for word in _WORD.findall(text) if word[0].isupper())
    return frozenset(full for word in words for full in _calendar_name(word.lower()))


def _calendar_name(word: str) -> Iterable[str]:
    if word in _DAYS or word in _MONTHS:
        yield word
    elif len(word) >= _MIN_ABBREVIATION and word not in _NO_ABBREVIATION:
        yield from (
            name
            for name in (*_DAYS, *_MONTHS)
            if len(word) <= _MIN_ABBREVIATION + 1 and name.startswith(word)
        )
