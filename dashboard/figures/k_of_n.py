"""Dots with ranges: one row per article, the position a share, a rate or a count."""

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

EDGE = 0.03
"""Share of the axis left free below 0 and above the top, so that no dot is cut off."""


@dataclass(frozen=True, slots=True)
class DotColumns:
    """Columns of a dot figure: row name, value for a click, position, range, counts in words."""

    row: str
    key: str
    value: str
    low: str
    high: str
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The axis that panels to be compared share: its end, its title, and how it is written."""

    top: float
    title: str
    percent: bool


def k_of_n(
    df: pd.DataFrame, columns: DotColumns, scale: Scale, *, index: int, colours: theme.Palette
) -> go.Figure:
    """Return dots with ranges, one row per line of ``df``, in its order.

    Not suitable for a mean: a dot stands for k of n or a count. A value of 0 is drawn
    as a hollow dot; an undefined value (``nan``) draws nothing, its label says why.

    Parameters
    ----------
    df
        One line per article, already in the order of the rows.
    index
        Number of the side within its contrast: decides colour and shape.
    """
    colour = theme.nth(colours.marks, index)
    hover = [
        f"{name}: {label}" for name, label in zip(df[columns.row], df[columns.label], strict=True)
    ]
    marker = {
        "size": POINT_SIZE,
        "symbol": theme.nth(theme.SYMBOLS, index),
        "color": [colours.background if value == 0 else colour for value in df[columns.value]],
        "line": {"width": 2, "color": colour},
    }
    figure = canvas(colours, height=max(1, len(df)) * ROW_HEIGHT + AXIS_HEIGHT)
    figure.add_trace(
        go.Scatter(
            x=list(df[columns.value]),
            y=row_positions(len(df)),
            mode="markers",
            cliponaxis=False,
            error_x=_ranges(df, columns, colour),
            **clickable(df[columns.key], hover, marker),
        )
    )
    label_rows(figure, list(df[columns.row]), list(df[columns.label]), colours)
    draw_tracks(figure, len(df), (0, scale.top), colours)
    figure.update_xaxes(
        theme.axis(
            colours,
            range=[-EDGE * scale.top, scale.top * (1 + EDGE)],
            nticks=5,
            tickformat=".0%" if scale.percent else None,
        ),
        title_text=scale.title,
    )
    return figure


def _ranges(df: pd.DataFrame, columns: DotColumns, colour: str) -> dict[str, object]:
    return {
        "type": "data",
        "symmetric": False,
        "array": list((df[columns.high] - df[columns.value]).clip(lower=0)),
        "arrayminus": list((df[columns.value] - df[columns.low]).clip(lower=0)),
        "color": colour,
        "thickness": 2,
        "width": 5,
    }
