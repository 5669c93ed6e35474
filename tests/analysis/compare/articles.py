"""Invented articles for comparisons: measured, and with every plain word as a lemma."""

from __future__ import annotations

import re
from dataclasses import replace

from analysis.measures import measure
from analysis.types import ANALYSED_KINDS, AnnotatedArticle, Lemma, Span
from tests.analysis.factories import annotated

WORD = re.compile(r"[^\W_]+")
LIGHT = frozenset("the a of and in to was".split())


def measured(*articles: AnnotatedArticle) -> tuple[AnnotatedArticle, ...]:
    """Return the articles with ids of their own and their measures."""
    return tuple(
        replace(each, article=replace(each.article, id=f"a{i}"), measures=measure(each))
        for i, each in enumerate(articles)
    )


def worded(*blocks, article_id: str = "a1", **options) -> AnnotatedArticle:
    """Return an article whose lemmas are its words in small letters, light words left out."""
    made = annotated(*blocks, **options)
    lemmas = tuple(
        Lemma(*span, span.of(made.text).lower())
        for block in made.blocks
        if block.kind in ANALYSED_KINDS
        for match in WORD.finditer(made.text, block.start, block.end)
        if (span := Span(*match.span())).of(made.text).lower() not in LIGHT
    )
    return replace(made, article=replace(made.article, id=article_id), lemmas=lemmas)
