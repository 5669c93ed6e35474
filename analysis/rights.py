"""What may leave this machine of an article: all of it, single sentences, or only its address."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from analysis.types import ARTICLE_KINDS, AnnotatedArticle, Article, Sentence

EXCERPT_SHARE = 0.5
"""Largest share of an article's words in one file when its rights allow excerpts only: with more
than half of it, the file would stand in for the article."""


class Rights(StrEnum):
    """How much of a text may stand in a file that leaves this machine (data/README.md)."""

    FULL = "full"
    EXCERPT = "excerpt"
    LINK = "link"


def rights_of(article: Article) -> Rights:
    """Return the rights of an article; where none are stated, excerpts as for quotations."""
    return Rights(article.rights) if article.rights in set(Rights) else Rights.EXCERPT


def printable(annotated: AnnotatedArticle) -> frozenset[str]:
    """Return the ids of the sentences that a file may hold in full.

    For excerpts these are the sentences with most findings, until half of the article's
    words are reached; of the others a file may quote a few words.
    """
    rights = rights_of(annotated.article)
    if rights is Rights.FULL:
        return frozenset(sentence.id for sentence in annotated.sentences)
    if rights is Rights.LINK:
        return frozenset()
    allowed = EXCERPT_SHARE * sum(
        s.n_words for s in annotated.sentences if s.block in ARTICLE_KINDS
    )
    chosen: set[str] = set()
    for sentence in _by_findings(annotated):
        if sentence.n_words <= allowed:
            chosen.add(sentence.id)
            allowed -= sentence.n_words
    return frozenset(chosen)


def _by_findings(annotated: AnnotatedArticle) -> list[Sentence]:
    """Return the sentences, those with most findings first, then in text order."""
    ordered = sorted(annotated.sentences, key=lambda s: s.start)
    starts = [sentence.start for sentence in ordered]
    found = Counter(bisect_right(starts, place) - 1 for place in _places(annotated))
    places = sorted(range(len(ordered)), key=lambda place: (-found[place], place))
    return [ordered[place] for place in places]


def _places(annotated: AnnotatedArticle) -> Iterator[int]:
    """Yield where each finding begins."""
    yield from (hit.start for hit in annotated.terms)
    yield from (quote.content[0].start for quote in annotated.quotes)
    yield from (figure.start for figure in annotated.figures)
    yield from (telling.start for telling in annotated.agency)
