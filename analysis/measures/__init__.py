"""An annotated article in, measurements out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from analysis.measures.agency import AGENCY
from analysis.measures.base import Measure, is_measurable
from analysis.measures.certainty import CERTAINTY
from analysis.measures.framing import FRAMING, FRAMING_RATE
from analysis.measures.loaded import LOADED
from analysis.measures.readability import READABILITY
from analysis.measures.sourcing import SOURCING
from analysis.measures.tone import TONE, sentence_tones, tone_words
from analysis.measures.voices import VOICE_SHARE
from analysis.types import AnnotatedArticle, Measurement, Status

__all__ = [
    "MEASURES",
    "Measure",
    "describe",
    "measure",
    "measure_terms",
    "sentence_tones",
    "tone_words",
]

_OF_TERMS = (FRAMING, FRAMING_RATE)
"""What hangs on the contrasts of the word lists and on nothing else that changes with them."""

MEASURES: tuple[Measure, ...] = (
    *_OF_TERMS,
    CERTAINTY,
    LOADED,
    AGENCY,
    VOICE_SHARE,
    *SOURCING,
    *TONE,
    *READABILITY,
)
"""Every measure, in the order it is shown."""

_BY_KEY = {entry.key: entry for entry in MEASURES}


def measure(annotated: AnnotatedArticle) -> tuple[Measurement, ...]:
    """Return every measurement of an article, in display order.

    An article in another language than English gets the same rows, each ``not_measured``.
    """
    return tuple(_rows(annotated, MEASURES))


def measure_terms(annotated: AnnotatedArticle) -> tuple[Measurement, ...]:
    """Return an article's measurements with those of the word lists' contrasts made anew."""
    keys = {entry.key for entry in _OF_TERMS}
    others = (row for row in annotated.measures if row.measure.split(".", 1)[0] not in keys)
    return (*_rows(annotated, _OF_TERMS), *others)


def describe(measure_key: str) -> Measure:
    """Return the definition behind a row's key (``framing.troops.peacekeeping`` -> framing).

    Raises
    ------
    KeyError
        If no measure has that key; the message names the known ones.
    """
    key = measure_key.split(".", 1)[0]
    if key not in _BY_KEY:
        message = f"No measure is called '{measure_key}'; known: {', '.join(_BY_KEY)}"
        raise KeyError(message)
    return _BY_KEY[key]


def _rows(annotated: AnnotatedArticle, measures: Iterable[Measure]) -> Iterator[Measurement]:
    applies = is_measurable(annotated.article)
    for entry in measures:
        for row in entry.compute(annotated):
            yield row if applies else _not_measured(row)


def _not_measured(row: Measurement) -> Measurement:
    return replace(row, value=None, n=0, low=None, high=None, status=Status.NOT_MEASURED)
