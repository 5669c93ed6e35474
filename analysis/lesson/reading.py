"""How a text is read before and after the reveal: masked or as printed, offsets kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from analysis.lesson.types import LessonText, Passage
from analysis.types import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence as it is shown, and the stretch of the original it stands for."""

    start: int
    end: int
    shown: str
    is_masked: bool


def pieces(passage: Passage, within: Span | None = None) -> tuple[Piece, ...]:
    """Return a sentence, or a part of it, cut where masks begin and end."""
    start, end = within or Span(passage.start, passage.end)
    found: list[Piece] = []
    place = start
    for mask in passage.masks:
        if mask.end <= start or mask.start >= end:
            continue
        if place < mask.start:
            found.append(_plain(passage, Span(place, mask.start)))
        found.append(Piece(max(mask.start, start), min(mask.end, end), mask.shown, True))
        place = min(mask.end, end)
    if place < end:
        found.append(_plain(passage, Span(place, end)))
    return tuple(found)


def masked(passage: Passage, within: Span | None = None) -> str:
    """Return a sentence, or a part of it, with everything that gives its outlet away masked."""
    return one_line("".join(piece.shown for piece in pieces(passage, within)))


def as_printed(passage: Passage) -> str:
    """Return a sentence as the outlet printed it."""
    return one_line(passage.text)


def one_line(text: str) -> str:
    """Return a text without line breaks and doubled blanks."""
    return " ".join(text.split())


def paragraphs(text: LessonText) -> Iterator[tuple[Passage, ...]]:
    """Yield the sentences of a text by paragraph."""
    for _, group in groupby(text.passages, key=lambda each: (each.paragraph, each.kind)):
        yield tuple(group)


def holding(text: LessonText, span: Span) -> Passage | None:
    """Return the sentence of a text that holds a span of the article."""
    return next((p for p in text.passages if p.start <= span.start and span.end <= p.end), None)


def _plain(passage: Passage, span: Span) -> Piece:
    return Piece(*span, passage.of(span), False)
