"""A stacked bar per row, adding up to all of it: at most four kinds and a rest, with counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard import theme
from dashboard.figures.base import AXIS_HEIGHT, canvas, clickable, label_rows, row_positions

if TYPE_CHECKING:
    import pandas as pd

BAR_ROW_HEIGHT = 56
"""Pixels for one bar with its label above."""


@dataclass(frozen=True, slots=True)
class PartColumns:
    """Columns of a stacked bar: row, kind, share, number, number in the row, value for a click."""

    row: str
    group: str
    share: str
    count: str
    total: str
    key: str


def mix(
    df: pd.DataFrame,
    columns: PartColumns,
    *,
    rows: list[str],
    groups: list[str],
    colours: theme.Palette,
    unit: str = "quotes",
) -> go.Figure:
    """Return 100 % stacked bars; not suitable below 5 a row (list them instead).

    Parameters
    ----------
    df
        One line per row and kind; the share is in [0, 1].
    rows, groups
        Names in order of display.
    unit
        What is counted, in the plural.
    """
    figure = canvas(colours, height=max(1, len(rows)) * BAR_ROW_HEIGHT + AXIS_HEIGHT)
    heights = dict(zip(rows, row_positions(len(rows)), strict=True))
    for index, name in enumerate(groups):
        part = df[df[columns.group] == name]
        hover = [f"{name}: {number}" for number in part[columns.count]]
        figure.add_trace(
            go.Bar(
                x=list(part[columns.share]),
                y=[heights[each] for each in part[columns.row]],
                orientation="h",
                width=0.46,
                name=theme.figure_text(name),
                text=[str(number) for number in part[columns.count]],
                textposition="inside",
                insidetextanchor="middle",
                textangle=0,
                textfont={"size": 14, "color": colours.ink},
                constraintext="none",
                **clickable(part[columns.key], hover, _filling(index, colours)),
            )
        )
    totals = dict(zip(df[columns.row], df[columns.total], strict=True))
    ends = [f"{totals.get(each, 0)} {unit}" for each in rows]
    label_rows(figure, rows, ends, colours, lift=24)
    figure.update_layout(barmode="stack")
    figure.update_xaxes(
        theme.axis(
            colours,
            range=[-0.01, 1.01],
            tickvals=[0, 0.25, 0.5, 0.75, 1],
            tickformat=".0%",
            showgrid=False,
        )
    )
    figure.update_yaxes(
        theme.axis(colours, range=[-0.5, len(rows) - 0.3], showgrid=False, showticklabels=False)
    )
    return figure


def _filling(index: int, colours: theme.Palette) -> dict[str, Any]:
    """Return tint, outline and pattern of a kind, so that colour never stands alone."""
    tint, line = theme.nth(colours.tints, index), theme.nth(colours.marks, index)
    pattern = {
        "shape": theme.nth(theme.PATTERNS, index),
        "fgcolor": theme.blend(line, tint, 0.35),
        "bgcolor": tint,
        "size": 7,
        "solidity": 0.18,
    }
    return {"color": tint, "line": {"width": 1.5, "color": line}, "pattern": pattern}
