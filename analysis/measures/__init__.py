"""An annotated article in, measurements out."""

from __future__ import annotations

from collections.abc import Iterator
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

__all__ = ["MEASURES", "Measure", "describe", "measure", "sentence_tones", "tone_words"]

MEASURES: tuple[Measure, ...] = (
    FRAMING,
    FRAMING_RATE,
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
    return tuple(_rows(annotated))


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


def _rows(annotated: AnnotatedArticle) -> Iterator[Measurement]:
    applies = is_measurable(annotated.article)
    for entry in MEASURES:
        for row in entry.compute(annotated):
            yield row if applies else _not_measured(row)


def _not_measured(row: Measurement) -> Measurement:
    return replace(row, value=None, n=0, low=None, high=None, status=Status.NOT_MEASURED)
