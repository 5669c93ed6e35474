"""Tone and reading level: sentences as marks on a line, counts, formulas with their ranges."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from analysis.marks import TONE_CUT
from analysis.measures.base import MIN_SENTENCES
from analysis.measures.readability import READABILITY
from analysis.notes import READING_NOTE, STRIP_NOTE, TONE_NOTE
from analysis.report import charts, targets
from analysis.report.charts.strip import Axis, Tick, Track
from analysis.report.evidence import item
from analysis.report.parts import (
    Block,
    Chart,
    Charts,
    Group,
    Heading,
    Line,
    Link,
    Paragraph,
    Part,
    Section,
    Small,
    Table,
)
from analysis.report.source import Source
from analysis.schema import records
from analysis.types import FLAGGED_KINDS
from analysis.vocabulary import STATUSES, plural

if TYPE_CHECKING:
    import pandas as pd

SECTION = "tone"

AXIS = Axis(
    ((0, "more negative words"), (0.5, "0"), (1, "more positive words")),
    middle=True,
)

Row = Mapping[str, object]


def section(source: Source) -> Section:
    """Return the section about tone and reading level."""
    rows = source.table("sentences")
    flagged = [kind.value for kind in FLAGGED_KINDS]
    rows = rows[rows["tone"].notna() & ~rows["block"].isin(flagged)]
    blocks: list[Block] = [
        Paragraph(("Where do the texts use emotional words, and how hard are they to read?",),
                  "question"),
        *_tone(source, rows),
        Heading("Reading level"),
        _reading(source),
        Paragraph((READING_NOTE,), "note"),
    ]  # fmt: skip
    groups = (_group(source, rows),) if len(rows) else ()
    return Section(SECTION, "Tone and reading level", tuple(blocks), groups)


def _tone(source: Source, rows: pd.DataFrame) -> list[Block]:
    if not len(rows):
        return [Paragraph(("No sentence of these texts could be scored.",))]
    title = "Each sentence by its vocabulary"
    tracks = [_track(outlet, rows[rows["outlet"] == outlet]) for outlet in source.outlets]
    drawn = charts.strip(tracks, AXIS, name="c-tone", title=title, shapes=("bar",))
    table = Table(
        "Sentences by their vocabulary",
        ("Outlet", "More negative words", "More positive words", "Neither"),
        tuple(_counts(source, outlet, rows[rows["outlet"] == outlet]) for outlet in source.outlets),
        numeric=True,
    )
    note = f"{TONE_NOTE} {STRIP_NOTE} Below {MIN_SENTENCES} sentences nothing is drawn."
    return [Charts((Chart(title, drawn),), wide=True), table, Paragraph((note,), "note")]


def _track(outlet: str, rows: pd.DataFrame) -> Track:
    words = plural(len(rows), "sentence")
    if len(rows) < MIN_SENTENCES:
        return Track(outlet, f"{words}, too few to draw", ())
    ticks = tuple(
        Tick((float(str(row["tone"])) + 1) / 2, hollow=row["voice"] != "outlet")
        for row in records(rows)
    )
    return Track(outlet, words, ticks)


def _counts(source: Source, outlet: str, rows: pd.DataFrame) -> tuple[Line, ...]:
    minus, plus = int((rows["tone"] <= -TONE_CUT).sum()), int((rows["tone"] >= TONE_CUT).sum())
    place = targets.tones(source, outlet)
    n = len(rows)
    return (
        (outlet,),
        (Link(f"{minus} of {n}", place),),
        (Link(f"{plus} of {n}", place),),
        (f"{n - minus - plus} of {n}",),
    )


def _reading(source: Source) -> Table:
    rows = {
        (str(row["measure"]), str(row["article_id"])): row
        for row in records(source.table("readability"))
    }
    ids = sorted(
        source.articles, key=lambda each: source.number(source.articles[each].article.label)
    )
    names = [source.articles[each].article.label for each in ids]
    heads = [
        name if names.count(name) == 1 else f"{name} ({article_id})"
        for name, article_id in zip(names, ids, strict=True)
    ]
    lines = tuple(
        (
            (f"{measure.label} ({measure.unit})",),
            *(_value(rows.get((measure.key, each))) for each in ids),
        )
        for measure in READABILITY
    )
    return Table(
        "Reading level, with 95 % ranges", ("Formula", *heads), lines, numeric=True, headed=True
    )


def _value(row: Row | None) -> Line:
    """Return a value with its range, or why there is none."""
    if row is None:
        return (STATUSES["not_measured"],)
    value, low, high = (float(str(row[key])) for key in ("value", "low", "high"))
    if row["status"] not in {"ok", "zero"} or math.isnan(value):
        return (STATUSES[str(row["status"])],)
    told = f"{value:.1f}"
    return (told,) if math.isnan(low) else (told, Small(f"{low:.1f} to {high:.1f}"))


def _group(source: Source, rows: pd.DataFrame) -> Group:
    """Return the sentences with emotional vocabulary, each with its score."""
    found = rows[rows["tone"].abs() >= TONE_CUT]
    parts = []
    for outlet in source.outlets:
        own = records(found[found["outlet"] == outlet])
        items = tuple(
            item(
                source,
                str(row["article_id"]),
                str(row["sentence_id"]),
                note=_score(row),
                brief=True,
            )
            for row in own
        )
        count = plural(len(items), "sentence")
        parts.append(Part(targets.tones(source, outlet), outlet, count, items))
    return Group("tones", "Sentences with emotional vocabulary", SECTION, tuple(parts))


def _score(row: Row) -> str:
    return f"tone {float(str(row['tone'])):+.2f}".replace("-", "\u2212")
