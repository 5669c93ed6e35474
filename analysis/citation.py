"""A sentence of an article -> how to cite it, in one line."""

from __future__ import annotations

from datetime import date

from analysis.types import Article


def citation(article: Article, sentence: str, accessed: date) -> str:
    """Return outlet, headline, date, address, the sentence and the day it was read.

    What is not known is said, never guessed: a reader of the citation must see the gap.
    """
    parts = [
        article.byline,
        f"“{_line(article.title)}”" if article.title else "no headline found",
        article.label,
        _published(article.published),
        article.url,
        f"“{_line(sentence)}”",
        f"read on {_day(accessed)} with Parallax",
    ]
    return ", ".join(part for part in parts if part) + "."


def _published(published: str | None) -> str:
    return _day(date.fromisoformat(published[:10])) if published else "no date known"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _line(text: str) -> str:
    return " ".join(text.split())
