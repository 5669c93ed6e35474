"""Invented stories for the report: two outlets, all kinds of findings, any rights."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from analysis.result import StoryAnalysis
from analysis.types import Agency, AgencyForm, AnnotatedArticle, Bound, Figure, Voice
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
    return replace(annotated, figures=(figure,), agency=(telling,))
