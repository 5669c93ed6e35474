"""An invented story of two reports that is long enough for a lesson."""

from __future__ import annotations

from dataclasses import replace

from analysis.lesson.answers import Answer
from analysis.lesson.build import lesson_of
from analysis.result import StoryAnalysis
from analysis.stories import Story
from analysis.types import BlockKind
from tests.analysis.factories import annotated

QUOTED = "\u201cWe saw boats on the water for the whole long night\u201d"


def article(outlet, article_id, byline=None, rights="full", extra=()):
    lines = [f"The ferry number {n} left the old harbour at noon today." for n in range(12)]
    lines[1] = f"{QUOTED}, said Ana Bell."
    lines[2] = f"Police told {outlet} that a brutal storm had sunk the boat."
    lines += extra
    made = annotated(
        (BlockKind.HEADLINE, f"Boat sinks, {outlet} reports"),
        " ".join(lines),
        (BlockKind.BYLINE, byline or "By nobody"),
        quoted=[QUOTED],
        wordings={("loaded", "strong"): ["brutal"]},
        outlet=outlet,
    )
    known = replace(
        made.article,
        id=article_id,
        story="harbour",
        byline=byline,
        rights=rights,
        published="2024-05-01",
        title=f"Boat sinks, {outlet} reports",
        url=f"https://{article_id}.example.org/boat",
    )
    return replace(made, article=known)


def story(*articles):
    made = articles or (
        article("Harbour Post", "post", "By Ana Quill"),
        article("Town Courier", "courier", extra=("Read more at www.example.org or in the HP.",)),
    )
    head = Story("harbour", "The harbour", tuple(each.article for each in made))
    return StoryAnalysis(head, made, versions={"contrasts/troops": "1.0.0"})


def lesson(minutes=45, seed="s1", **options):
    return lesson_of(story(), minutes=minutes, seed=seed, **options)


def answers(lesson, task, values):
    """Return answers of pupils 1, 2, ...: ``values`` maps a sentence number to their values."""
    return [
        Answer(who, task, lesson.asked[place].id, value)
        for place, given in enumerate(values)
        for who, value in enumerate(given, 1)
        if value is not None
    ]
