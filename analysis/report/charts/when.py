"""The strip of publication: a dot for a known hour, a bar over the day for an unknown one."""

from __future__ import annotations

from analysis.markup import Html, element, joined
from analysis.report.charts import base
from analysis.timeline import Line, Moment

ROW = 66
"""Pixels for one row: name, time, track one under the other."""

MOST_DAYS = 5
"""Days named under the strip: more would touch each other on a telephone."""


def when(line: Line, *, name: str, title: str) -> Html:
    """Return the line of time, one row per article."""
    description = "; ".join(f"{moment.name}: {moment.words}" for moment in line.moments)
    bottom = len(line.moments) * ROW
    step = -(-len(line.days) // MOST_DAYS)
    days = [
        base.words(
            f"{day.day} {day:%b}", (place + 0.5) / len(line.days), bottom + 18, kind="tick",
            anchor="middle",
        )
        for place, day in enumerate(line.days)
        if place % step == 0
    ]  # fmt: skip
    edges = [
        base.upright(place / len(line.days), 20, bottom, "grid")
        for place in range(0, len(line.days) + 1, step)
    ]
    rows = [_row(line, moment, place * ROW) for place, moment in enumerate(line.moments)]
    return base.picture(name, title, description, bottom + base.AXIS, *edges, *rows, *days)


def _row(line: Line, moment: Moment, y: float) -> Html:
    level = y + 50
    start, end = line.share(moment.start), line.share(moment.end)
    if moment.start == moment.end:
        drawn = base.mark("circle", start, level, hollow=moment.is_inferred)
    else:
        drawn = element(
            "rect",
            x=base.percent(start),
            width=base.percent(end - start),
            y=f"{level - 5:g}",
            height=10,
            rx=5,
            class_="m m1 hollow" if moment.is_inferred else "m m1",
        )
    return joined(
        base.words(moment.name, 0, y + 15, kind="name"),
        base.words(moment.words, 0, y + 34, kind="count"),
        base.line(0, 1, level, "track"),
        drawn,
    )
