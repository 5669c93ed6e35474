"""Invented stories for the report: two outlets, all kinds of findings, any rights."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from analysis.result import StoryAnalysis
from analysis.types import Agency, AgencyForm, AnnotatedArticle, Bound, Figure, Label, Voice
from tests.dashboard.invented import article, story


@cache
def full() -> StoryAnalysis:
    """Return two articles with words, quotes, a telling of harm and a number each."""
    return story(
        _with_findings(
            article("Harbour Post", "post", hits=["peacekeepers"] * 5, day="2024-05-01")
        ),
        _with_findings(article("Town Courier", "courier", hits=["invaders"], day="2024-05-03")),
    )


def with_rights(rights: str | None) -> StoryAnalysis:
    """Return the same story, the first article with other rights."""
    made = full()
    first, second = made.articles
    changed = replace(first, article=replace(first.article, rights=rights))
    return story(changed, second)


def _with_findings(annotated: AnnotatedArticle) -> AnnotatedArticle:
    start = annotated.text.index("town on Monday")
    figure = Figure(
        start, start + 4, 12.0, 12.0, Bound.EXACT, "people", "killed", None, Voice.OUTLET
    )
    telling = Agency(
        start,
        start + 4,
        "kill",
        AgencyForm.AGENTLESS_PASSIVE,
        None,
        "twelve people",
        None,
        Voice.OUTLET,
    )
    labels = tuple(_label(*match.span(), match[0]) for match in _NAMED.finditer(annotated.text))
    return replace(annotated, figures=(figure,), agency=(telling,), labels=labels)


_NAMED = re.compile("peacekeepers|invaders")


def _label(start: int, end: int, words: str) -> Label:
    return Label(start, end, "soldiers from abroad", words, words, Voice.OUTLET)
