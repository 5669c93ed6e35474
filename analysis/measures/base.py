"""What a measure is, and the one rule that decides how its number may be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import TypeVar

from analysis.measures.statistics import Interval
from analysis.types import AnnotatedArticle, Article, Measurement, Status, Voice

Result = TypeVar("Result")

MIN_WORDS = 150
"""Words below which shares, rates and readability are too few: about six news sentences, where
one sentence more or less moves a share by a sixth."""

MIN_QUOTES = 5
"""Quotes below which a share of quotes is too few: 2 of 4 is anything from 15 to 85 % (Wilson)."""

MIN_SENTENCES = 10
"""Sentences below which tone is too few: a third of newspaper sentences hold no scored word, so
the mean of fewer would rest on a handful of words."""

VOICES = (None, Voice.OUTLET, Voice.PARAPHRASE, Voice.QUOTE)
"""All voices together, then each, in the order they are shown."""

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Measure:
    """The definition of a measured number, with all that a reader needs beside it."""

    key: str
    label: str
    unit: str
    reading: str
    """What a higher value means: "higher = ..."."""
    citation: str
    caveat: str
    """What the number cannot show, or gets wrong."""
    minimum: str
    """Below what the value is marked too few; empty for a plain count."""
    compute: Callable[[AnnotatedArticle], Iterable[Measurement]]


def once_per_article(
    compute: Callable[[AnnotatedArticle], Result],
) -> Callable[[AnnotatedArticle], Result]:
    """Return the function, remembering what it gave for the article at hand.

    By identity: comparing or hashing an annotated article means going through all of it.
    """
    last: tuple[AnnotatedArticle, Result] | None = None

    @wraps(compute)
    def remembered(annotated: AnnotatedArticle) -> Result:
        nonlocal last
        known = last
        if known is None or known[0] is not annotated:
            last = known = annotated, compute(annotated)
        return known[1]

    return remembered


def measurement(
    key: str,
    value: float | None,
    n: int,
    interval: Interval | None = None,
    *,
    enough: bool = True,
    voice: Voice | None = None,
) -> Measurement:
    """Return the row for one value, with its status.

    Nothing to count in is ``not_applicable`` with no value; too little to count in is
    ``too_few``, value and n kept; a zero with enough behind it is a finding, ``zero``.
    """
    if n == 0 or value is None:
        return Measurement(key, None, n, None, None, Status.NOT_APPLICABLE, voice)
    low, high = interval or (None, None)
    status = Status.ZERO if value == 0 else Status.OK
    if not enough:
        status = Status.TOO_FEW
    return Measurement(key, value, n, low, high, status, voice)


def is_measurable(article: Article) -> bool:
    """Return whether our word lists and formulas apply: English, or no language stated."""
    language = article.language
    return language is None or language.lower().replace("_", "-").split("-")[0] == ENGLISH
