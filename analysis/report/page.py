"""A story analysed -> its report: one HTML file that runs nothing and loads nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from analysis.compare.units import MIN_ARTICLES
from analysis.lexicons import Contrast, contrasts
from analysis.notes import notice
from analysis.report import (
    distinctive,
    facts,
    harm,
    method,
    names,
    numbers,
    overview,
    tone,
    voices,
    wordings,
    words,
)
from analysis.report.environment import rendered
from analysis.report.parts import Group, Section
from analysis.report.source import Source, source_of
from analysis.result import StoryAnalysis
from analysis.vocabulary import date_span, day_words, plural


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the report."""

    title: str
    summary: str | None
    line: tuple[str, ...]
    notice: str
    messages: tuple[str, ...]


def report_html(
    analysis: StoryAnalysis,
    *,
    made: date | None = None,
    lists: Sequence[Contrast] | None = None,
) -> str:
    """Return the report of a story as one self-contained HTML file.

    It holds no script and asks for nothing outside itself; every number leads to its
    sentences in the same file. Of each article it holds what its ``rights`` allow.

    Parameters
    ----------
    made
        The day written on the report; today unless given.
    lists
        The word lists with their labels, readers' own included; those that come with
        Parallax unless given.
    """
    source = source_of(analysis, contrasts() if lists is None else lists)
    day = made or datetime.now(UTC).date()
    sections = tuple(each for each in _sections(source, day) if each)
    groups = tuple(group for section in sections for group in section.groups if group.parts)
    return rendered(
        head=_head(source, day),
        sections=sections,
        groups=groups,
        numbers=_numbers(groups),
        titles={section.id: section.title for section in sections},
    )


def _sections(source: Source, day: date) -> Iterator[Section | None]:
    yield overview.headlines(source)
    yield overview.stands_out(source)
    yield words.section(source)
    yield names.section(source)
    yield wordings.section(source)
    yield distinctive.section(source)
    yield voices.section(source)
    yield harm.section(source)
    yield facts.section(source)
    yield numbers.section(source)
    yield tone.section(source)
    yield method.shared(source)
    yield method.aside(source)
    yield method.method(source)
    yield method.sources(source, day)
    yield method.full_texts(source)


def _head(source: Source, day: date) -> Head:
    story = source.whole.story
    counts = source.whole.table("articles").groupby("outlet")["article_id"].nunique()
    messages = [
        *(f"Not read: {each.name}. {each.reason}" for each in source.whole.refused),
        *(f"{e.article.label}: {text}" for e in source.whole.articles for text in e.notices),
    ]
    line = (
        plural(len(source.articles), "article"),
        date_span(each.article.published for each in source.whole.articles),
        f"made on {day_words(day)}",
    )
    return Head(
        story.title, story.summary, line, notice(list(counts), MIN_ARTICLES), tuple(messages)
    )


def _numbers(groups: Sequence[Group]) -> dict[str, int]:
    """Return, for every place in the evidence, the number of its group, for printed pages."""
    found: dict[str, int] = {}
    for number, group in enumerate(groups, 1):
        found[group.id] = number
        for part in group.parts:
            found[part.id] = number
            found.update((item.id, number) for item in part.items if item.id)
    return found
