"""A strip of positions: one row per outlet, one mark per finding, filled or hollow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.markup import Html, joined
from analysis.report.charts import base


@dataclass(frozen=True, slots=True)
class Tick:
    """One finding: where it stands on the axis, from 0 to 1, and of which kind it is."""

    at: float
    hollow: bool = False
    index: int = 0


@dataclass(frozen=True, slots=True)
class Track:
    """One row: its name, its counts in words, its findings."""

    name: str
    words: str
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """The scale under the rows: words at shares of the width, and a middle line or none."""

    labels: tuple[tuple[float, str], ...]
    middle: bool = False


def strip(
    rows: Sequence[Track], axis: Axis, *, name: str, title: str, shapes: Sequence[str]
) -> Html:
    """Return the rows, each finding a mark of the shape of its kind.

    ``shapes`` are names of marks by kind; a hollow ``bar`` is drawn as a diamond, because a
    line has no inside.
    """
    description = "; ".join(f"{row.name}: {row.words}" for row in rows)
    bottom = len(rows) * base.ROW
    middle = [base.upright(0.5, 20, bottom, "middle")] if axis.middle else []
    scale = [
        base.words(text, at, bottom + 18, kind="tick", anchor=_anchor(at))
        for at, text in axis.labels
    ]
    tracks = [_row(row, place * base.ROW, shapes) for place, row in enumerate(rows)]
    height = bottom + base.AXIS
    return base.picture(name, title, description, height, *middle, *tracks, *scale)


def _row(row: Track, y: float, shapes: Sequence[str]) -> Html:
    level = base.track(y)
    parts = [base.row_words(row.name, row.words, y), base.line(0, 1, level, "track")]
    for tick in row.ticks:
        shape = shapes[tick.index % len(shapes)]
        shape = "diamond" if shape == "bar" and tick.hollow else shape
        parts.append(base.mark(shape, tick.at, level, index=tick.index, hollow=tick.hollow))
    return joined(*parts)


def _anchor(at: float) -> str:
    if at <= 0:
        return "start"
    return "end" if at >= 1 else "middle"
