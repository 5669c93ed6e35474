"""An annotated article in, the places of its own words and word pairs out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis.paragraphs import paragraph_spans
from analysis.spans import merged
from analysis.types import ARTICLE_KINDS, AnnotatedArticle, Lemma, Span

_JOINTS = frozenset({" ", "-"})
"""What may stand between the words of a pair: nothing else, not even "the" or a comma."""


class Occurrence(NamedTuple):
    """One use of a word, or of two words side by side, in the outlet's own voice."""

    term: str
    """Lemma, or two lemmas with a blank between them."""
    span: Span
    paragraph: int
    """Number of the paragraph within the article."""
    is_name: bool

    @property
    def is_pair(self) -> bool:
        """Return whether these are two words."""
        return " " in self.term


def own_words(annotated: AnnotatedArticle, *, outlets: Iterable[str] = ()) -> Iterator[Occurrence]:
    """Yield the content words and word pairs that the outlet says on its own account.

    Left out: quotations and reported speech, captions, bylines, and the names of ``outlets``.
    """
    holes = merged((*(v.span for v in annotated.voices), *_mentions(annotated.text, outlets)))
    paragraphs = paragraph_bounds(annotated)
    inside = [
        (lemma, place)
        for lemma in annotated.lemmas
        if not _overlaps(holes, lemma) and (place := _index(paragraphs, lemma)) is not None
    ]
    for lemma, place in inside:
        span = Span(lemma.start, lemma.end)
        yield Occurrence(lemma.lemma, span, place, _overlaps(annotated.names, lemma))
    for (one, place), (other, same) in pairwise(inside):
        if place == same and annotated.text[one.end : other.start] in _JOINTS:
            is_name = _overlaps(annotated.names, one) and _overlaps(annotated.names, other)
            term = f"{one.lemma} {other.lemma}"
            yield Occurrence(term, Span(one.start, other.end), place, is_name)


def paragraph_bounds(annotated: AnnotatedArticle) -> tuple[Span, ...]:
    """Return the paragraphs that count as the article, in text order."""
    return tuple(
        Span(block.start + part.start, block.start + part.end)
        for block in annotated.blocks
        if block.kind in ARTICLE_KINDS
        for part in paragraph_spans(block.span.of(annotated.text))
    )


def _mentions(text: str, outlets: Iterable[str]) -> Iterator[Span]:
    for name in outlets:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
            yield Span(*match.span())


def _index(spans: Sequence[Span], lemma: Lemma) -> int | None:
    i = bisect_right(spans, (lemma.start, lemma.end)) - 1
    found = [j for j in (i, i + 1) if 0 <= j < len(spans) and spans[j].start <= lemma.start]
    return next((j for j in reversed(found) if lemma.end <= spans[j].end), None)


def _overlaps(spans: Sequence[Span], lemma: Lemma) -> bool:
    """Return whether one of the spans, ordered and apart, shares a character with the word."""
    i = bisect_right(spans, (lemma.end, -1)) - 1
    return i >= 0 and spans[i].end > lemma.start
