"""Dots against a yardstick: one row per word, and the line that chance alone reaches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from dashboard import theme
from dashboard.figures.base import (
    AXIS_HEIGHT,
    POINT_SIZE,
    ROW_HEIGHT,
    canvas,
    clickable,
    draw_tracks,
    label_rows,
    row_positions,
)

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class WordColumns:
    """Columns of the figure: row name, position, value for a click, counts in words."""

    row: str
    x: str
    key: str
    label: str


def beyond_chance(
    df: pd.DataFrame,
    columns: WordColumns,
    *,
    chance: float,
    top: float,
    title: str,
    colours: theme.Palette,
) -> go.Figure:
    """Return one dot per row of ``df``, in its order; filled where it lies beyond ``chance``.

    Parameters
    ----------
    chance
        Where the dashed line stands, in the unit of the axis.
    top
        End of the axis, which starts at 0.
    """
    colour = colours.marks[0]
    values = list(df[columns.x])
    hover = [
        f"{name}: {label}" for name, label in zip(df[columns.row], df[columns.label], strict=True)
    ]
    marker = {
        "size": POINT_SIZE,
        "color": [colour if value > chance else colours.background for value in values],
        "line": {"width": 2, "color": colour},
    }
    figure = canvas(colours, height=max(1, len(df)) * ROW_HEIGHT + AXIS_HEIGHT)
    figure.add_trace(
        go.Scatter(
            x=values,
            y=row_positions(len(df)),
            mode="markers",
            cliponaxis=False,
            **clickable(df[columns.key], hover, marker),
        )
    )
    label_rows(figure, list(df[columns.row]), list(df[columns.label]), colours)
    draw_tracks(figure, len(df), (0, top), colours)
    line = {"color": colours.ink, "width": 2, "dash": "dash"}
    figure.add_shape(type="line", x0=chance, x1=chance, y0=-0.5, y1=len(df) - 0.6, line=line)
    figure.update_xaxes(theme.axis(colours, range=[0, top], nticks=5), title_text=title)
    return figure
