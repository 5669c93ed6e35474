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
    heights = row_positions(len(df))
    figure = canvas(colours, height=max(1, len(df)) * ROW_HEIGHT + AXIS_HEIGHT)
    colour = theme.nth(colours.marks, index)
    hollow = [value == 0 for value in df[columns.value]]
    figure.add_trace(
        go.Scatter(
            x=list(df[columns.value]),
            y=heights,
            mode="markers",
            customdata=df[[columns.key]].to_numpy(dtype=object),
            cliponaxis=False,
            error_x=_ranges(df, columns, colour),
            marker={
                "size": POINT_SIZE,
                "symbol": theme.nth(theme.SYMBOLS, index),
                "color": [colours.background if empty else colour for empty in hollow],
                "line": {"width": 2, "color": colour},
            },
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
            hovertext=[
                theme.figure_text(f"{name}: {text}")
                for name, text in zip(df[columns.row], df[columns.label], strict=True)
            ],
            hoverinfo="text",
        )
    )
    label_rows(figure, list(df[columns.row]), list(df[columns.label]), colours)
    figure.update_xaxes(
        theme.axis(
            colours,
            range=[-EDGE * scale.top, scale.top * (1 + EDGE)],
            rangemode="tozero",
            nticks=5,
            tickformat=".0%" if scale.percent else None,
        )
    )
    figure.update_xaxes(title_text=scale.title)
    figure.update_yaxes(
        theme.axis(colours, range=[-0.5, len(df) - 0.35], showgrid=False, showticklabels=False)
    )
    for y in heights:
        figure.add_shape(
            type="line", x0=0, x1=scale.top, y0=y, y1=y, layer="below", line_color=colours.grid
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
