"""Dots with ranges: one row per outlet, k of n; a hollow dot is a zero."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.markup import Html, joined
from analysis.report.charts import base

STEP = 0.1
"""Scales end at a whole tenth, so that panels side by side compare."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One row: its name, its counts in words, and its share with its range.

    ``value`` is in [0, 1]; ``None`` draws nothing, the words say why.
    """

    name: str
    words: str
    value: float | None
    low: float = math.nan
    high: float = math.nan


def top_of(rows: Sequence[Dot]) -> float:
    """Return the end of a scale that holds every range of the rows."""
    highest = max((row.high for row in rows if row.value is not None and row.high >= 0), default=0)
    return min(1.0, max(STEP, math.ceil(round(highest / STEP, 6)) * STEP))


def dots(rows: Sequence[Dot], *, name: str, title: str, top: float = 1.0, index: int = 0) -> Html:
    """Return the rows as dots on one scale from 0 to ``top``.

    ``index`` is the number of the side within its contrast: it decides colour and shape.
    """
    description = "; ".join(f"{row.name}: {row.words}" for row in rows)
    bottom = len(rows) * base.ROW
    ticks = [0.0, top / 2, top]
    drawn = [
        *(base.upright(tick / top, 20, bottom, "grid") for tick in ticks),
        *(_row(row, place * base.ROW, top, index) for place, row in enumerate(rows)),
        *(
            base.words(f"{round(100 * tick)} %", tick / top, bottom + 18, kind="tick", anchor=side)
            for tick, side in zip(ticks, ("start", "middle", "end"), strict=True)
        ),
    ]
    return base.picture(name, title, description, bottom + base.AXIS, *drawn)


def _row(row: Dot, y: float, top: float, index: int) -> Html:
    level = base.track(y)
    parts = [base.row_words(row.name, row.words, y), base.line(0, 1, level, "track")]
    if row.value is None:
        return joined(*parts)
    if row.low >= 0 and row.high >= 0:
        kind = f"range m{index % base.COLOURS + 1}"
        parts.append(base.line(row.low / top, min(1, row.high / top), level, kind))
    shape = base.SHAPES[index % len(base.SHAPES)]
    at = row.value / top
    return joined(*parts, base.mark(shape, at, level, index=index, hollow=row.value == 0))
