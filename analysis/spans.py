"""Arithmetic on spans: words, coverage, differences, voice layers; no language model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from analysis.types import AnnotatedArticle, Span, Voice

WORD = re.compile(r"[^\W_]+(?:['’\-.,][^\W_]+)*")
"""A word: letters and digits, joined by inner apostrophe, hyphen, point or comma (2,000; U.S)."""


def word_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the span of each word of ``text[start:end]``, in order."""
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        yield Span(match.start(), match.end())


def n_words(text: str, spans: Iterable[Span]) -> int:
    """Return the number of words inside the spans."""
    return sum(1 for span in spans for _ in word_spans(text, span.start, span.end))


def trimmed(text: str, span: Span) -> Span:
    """Return the span without white space at either end."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, those that touch or overlap joined."""
    result: list[Span] = []
    for span in sorted(s for s in spans if s.start < s.end):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def subtracted(spans: Iterable[Span], holes: Iterable[Span]) -> tuple[Span, ...]:
    """Return what is left of the spans when the holes are cut out."""
    holes = merged(holes)
    result: list[Span] = []
    for span in merged(spans):
        start = span.start
        for hole in holes:
            if hole.end <= start or hole.start >= span.end:
                continue
            if hole.start > start:
                result.append(Span(start, hole.start))
            start = max(start, hole.end)
        if start < span.end:
            result.append(Span(start, span.end))
    return tuple(result)


def clipped(spans: Iterable[Span], to: Span) -> tuple[Span, ...]:
    """Return the parts of the spans that lie inside ``to``."""
    parts = (Span(max(s.start, to.start), min(s.end, to.end)) for s in spans)
    return tuple(part for part in parts if part.start < part.end)


def spans_in_voice(
    annotated: AnnotatedArticle, where: Iterable[Span], voice: Voice | None
) -> tuple[Span, ...]:
    """Return the parts of ``where`` spoken in ``voice`` (``None`` = in any voice)."""
    where = merged(where)
    if voice is None:
        return where
    if voice is Voice.OUTLET:
        return subtracted(where, (v.span for v in annotated.voices))
    layer = merged(v.span for v in annotated.voices if v.voice is voice)
    return tuple(part for span in where for part in clipped(layer, span))
