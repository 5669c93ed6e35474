"""Each sentence a tick on a line from -1 to +1, one line per article; no mean, no score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard import theme
from dashboard.figures.base import (
    AXIS_HEIGHT,
    canvas,
    clickable,
    draw_tracks,
    label_rows,
    row_positions,
)

if TYPE_CHECKING:
    import pandas as pd


STRIP_ROW_HEIGHT = 56
"""Pixels for one row: its ticks are taller than dots."""


@dataclass(frozen=True, slots=True)
class StripColumns:
    """Columns of a strip: row, score in [-1, 1], value for a click, quoted or not, hover words."""

    row: str
    x: str
    key: str
    hollow: str
    hover: str


def strip(
    df: pd.DataFrame,
    columns: StripColumns,
    *,
    rows: list[str],
    right: list[str],
    colours: theme.Palette,
) -> go.Figure:
    """Return one tick per sentence; hollow where it holds someone else's words.

    Parameters
    ----------
    df
        One line per sentence.
    rows, right
        Names of the rows in order, and the words at the right end of each.
    """
    figure = canvas(colours, height=max(1, len(rows)) * STRIP_ROW_HEIGHT + AXIS_HEIGHT)
    heights = dict(zip(rows, row_positions(len(rows)), strict=True))
    for quoted in (False, True):
        part = df[df[columns.hollow] == quoted]
        figure.add_trace(
            go.Scatter(
                x=list(part[columns.x]),
                y=[heights[each] for each in part[columns.row]],
                mode="markers",
                name="someone else's words" if quoted else "the outlet's own words",
                cliponaxis=False,
                **clickable(
                    part[columns.key], list(part[columns.hover]), _marker(quoted, colours.marks[0])
                ),
            )
        )
    label_rows(figure, rows, right, colours, lift=24)
    draw_tracks(figure, len(rows), (-1, 1), colours)
    middle = {"color": colours.soft_ink, "width": 1, "dash": "dot"}
    figure.add_shape(
        type="line", x0=0, x1=0, y0=-0.5, y1=len(rows) - 0.6, layer="below", line=middle
    )
    figure.update_xaxes(
        theme.axis(
            colours,
            range=[-1.06, 1.06],
            tickvals=[-1, -0.5, 0, 0.5, 1],
            ticktext=["−1", "−0.5", "0", "+0.5", "+1"],
            ticklabeloverflow="allow",
            showgrid=False,
        ),
        title_text="← more negative words · more positive words →",
    )
    return figure


def _marker(quoted: bool, colour: str) -> dict[str, Any]:
    return {
        "size": 12 if quoted else 18,
        "symbol": "diamond-open" if quoted else "line-ns",
        "color": colour,
        "opacity": 0.9,
        "line": {"width": 2 if quoted else 3, "color": colour},
    }
