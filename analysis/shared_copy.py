"""Articles of a story without the passages that another outlet prints word for word too."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Protocol, TypeVar

from analysis.clean.rules import SHARED_COPY
from analysis.measures import measure
from analysis.spans import merged
from analysis.types import (
    ANALYSED_KINDS,
    AnnotatedArticle,
    Block,
    BlockKind,
    Span,
)

MOSTLY = 0.5
"""Share of a sentence's characters in a shared passage from which the sentence is shared."""


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...


_Found = TypeVar("_Found", bound=_Spanned)


def without_shared(
    articles: Sequence[AnnotatedArticle], shared: Mapping[str, Sequence[Span]]
) -> tuple[AnnotatedArticle, ...]:
    """Return the articles with their shared passages set aside, and measured anew.

    ``shared`` maps article ids to passages (``compare.wire.wire_spans``). A sentence that
    mostly lies in one becomes a block of its own that is listed but not counted, with all
    that was found in it.
    """
    return tuple(
        _without(each, shared[each.article.id]) if shared.get(each.article.id) else each
        for each in articles
    )


def _without(annotated: AnnotatedArticle, shared: Sequence[Span]) -> AnnotatedArticle:
    gone = merged(s.span for s in annotated.sentences if _is_mostly_in(s.span, shared))
    out = _Outside(gone)
    quotes = tuple(q for q in annotated.quotes if out.keeps(q.content[0]))
    blocks = [part for block in annotated.blocks for part in _cut(annotated.text, block, gone)]
    kept = {quote.id for quote in quotes}
    trimmed = replace(
        annotated,
        blocks=tuple(blocks),
        sentences=out.of(annotated.sentences),
        quotes=quotes,
        voices=tuple(v for v in annotated.voices if v.quote_id in kept),
        terms=out.of(annotated.terms),
        wordings=out.of(annotated.wordings),
        labels=out.of(annotated.labels),
        figures=out.of(annotated.figures),
        agency=out.of(annotated.agency),
        statements=out.of(annotated.statements),
        lemmas=out.of(annotated.lemmas),
        names=out.of(annotated.names),
    )
    return replace(trimmed, measures=measure(trimmed))


class _Outside:
    """Tells what does not begin in a stretch that is gone."""

    def __init__(self, gone: Sequence[Span]) -> None:
        self._gone = gone
        self._starts = [span.start for span in gone]

    def keeps(self, found: _Spanned) -> bool:
        """Return whether something begins outside what is gone."""
        place = bisect_right(self._starts, found.start) - 1
        return place < 0 or found.start >= self._gone[place].end

    def of(self, found: Iterable[_Found]) -> tuple[_Found, ...]:
        """Return what begins outside what is gone."""
        return tuple(each for each in found if self.keeps(each))


def _is_mostly_in(sentence: Span, shared: Sequence[Span]) -> bool:
    inside = sum(
        max(0, min(span.end, sentence.end) - max(span.start, sentence.start)) for span in shared
    )
    return inside >= MOSTLY * (sentence.end - sentence.start)


def _cut(text: str, block: Block, gone: Sequence[Span]) -> list[Block]:
    """Return the block in pieces that hold words, those that are gone set aside."""
    inside = [span for span in gone if block.start <= span.start and span.end <= block.end]
    if block.kind not in ANALYSED_KINDS or not inside:
        return [block]
    cuts = sorted({block.start, block.end, *(edge for span in inside for edge in span)})
    return [
        Block(start, end, BlockKind.BOILERPLATE, SHARED_COPY)
        if Span(start, end) in inside
        else Block(start, end, block.kind, block.rule)
        for start, end in pairwise(cuts)
        if text[start:end].strip()
    ]
