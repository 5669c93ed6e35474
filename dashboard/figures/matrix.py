"""A matrix of square marks with the number in each: rows by columns, lightness by count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import plotly.graph_objects as go

from dashboard import theme, words
from dashboard.figures.base import canvas, clickable

if TYPE_CHECKING:
    import pandas as pd

CELL_HEIGHT = 40
"""Pixels; the mark inside is 30, above the 24-pixel target."""

MAX_NAME = 26
"""Characters of a name, so that room is left for the marks; the table beside has it in full."""

PALEST = 0.18
"""Share of the full colour that the smallest count gets, to stand out from the ground."""

HEAD_HEIGHT = 90
"""Pixels for the column names."""


@dataclass(frozen=True, slots=True)
class CellColumns:
    """Columns of a matrix: where a cell stands, its number, value for a click, hover words."""

    row: str
    column: str
    count: str
    key: str
    hover: str


def matrix(
    df: pd.DataFrame,
    columns: CellColumns,
    *,
    rows: list[str],
    heads: list[str],
    colours: theme.Palette,
) -> go.Figure:
    """Return square marks, darker = more; a cell without a line in ``df`` shows a dot.

    Parameters
    ----------
    df
        One line per cell with a count of 1 or more.
    rows, heads
        Names of the rows and of the columns, in order of display.
    """
    figure = canvas(colours, height=max(1, len(rows)) * CELL_HEIGHT + HEAD_HEIGHT)
    figure.add_trace(_empty(df, columns, rows, heads, colours))
    figure.add_trace(_full(df, columns, colours))
    across = {
        "categoryarray": heads,
        "range": [-0.5, len(heads) - 0.5],
        "side": "top",
        "showgrid": False,
        "tickvals": heads,
        "ticktext": [wrapped(each) for each in heads],
    }
    down = {
        "categoryarray": rows[::-1],
        "range": [-0.5, len(rows) - 0.5],
        "tickvals": rows,
        "ticktext": [theme.figure_text(words.shortened(each, MAX_NAME)) for each in rows],
        "tickfont": {"size": 14, "color": colours.ink},
    }
    ordered = {"type": "category", "categoryorder": "array"}
    figure.update_xaxes(theme.axis(colours, **ordered, **across))
    figure.update_yaxes(theme.axis(colours, **ordered, **down))
    return figure


def _full(df: pd.DataFrame, columns: CellColumns, colours: theme.Palette) -> go.Scatter:
    """Return the cells that hold something, each with its number."""
    most = max([1, *df[columns.count]])
    fills = [
        theme.blend(colours.marks[0], colours.background, PALEST + (1 - PALEST) * each / most)
        for each in df[columns.count]
    ]
    marker = {"symbol": "square", "size": 30, "color": fills}
    return go.Scatter(
        x=list(df[columns.column]),
        y=list(df[columns.row]),
        mode="markers+text",
        text=[str(each) for each in df[columns.count]],
        textfont={"size": 14, "color": [theme.readable_on(fill) for fill in fills]},
        cliponaxis=False,
        **clickable(df[columns.key], list(df[columns.hover]), marker),
    )


def _empty(
    df: pd.DataFrame,
    columns: CellColumns,
    rows: list[str],
    heads: list[str],
    colours: theme.Palette,
) -> go.Scatter:
    """Return a small dot for every cell that was looked at and holds nothing."""
    filled = set(zip(df[columns.row], df[columns.column], strict=True))
    cells = [(r, c) for r in rows for c in heads if (r, c) not in filled]
    places = np.array(cells, dtype=object).reshape(-1, 2)
    return go.Scatter(
        x=places[:, 1],
        y=places[:, 0],
        mode="markers",
        marker={"symbol": "circle", "size": 4, "color": colours.soft_ink},
        hoverinfo="skip",
    )


def wrapped(name: str) -> str:
    """Return a column name broken at its blanks, so that columns may be narrow."""
    return "<br>".join(
        theme.figure_text(word) for word in words.shortened(name, MAX_NAME).split(" ")
    )
