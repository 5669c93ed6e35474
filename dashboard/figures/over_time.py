"""A line of marks with ranges per outlet, one under the other over one axis of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard import theme
from dashboard.figures.base import AXIS_HEIGHT, canvas, clickable
from dashboard.figures.k_of_n import Scale

if TYPE_CHECKING:
    import pandas as pd

PANEL_HEIGHT, HEAD_HEIGHT = 92, 34
"""Pixels of one outlet's panel, and of its name above it."""

MARK_SIZE, SMALL_SIZE, MANY = 9, 6, 70
"""Pixels of a mark, of one among many, and how many steps are many."""

EDGE = 0.1
"""Share of a panel left free below 0 and above the top, so that no mark is cut off."""


FEWEST_DAYS, TIME_EDGE = 10, 0.03
"""Time left free on both sides: days, and at least this share of the whole."""


@dataclass(frozen=True, slots=True)
class TimeColumns:
    """Columns of a figure over time: row, day, value, range, key for a click, few or not, hover."""

    row: str
    x: str
    y: str
    low: str
    high: str
    key: str
    hollow: str
    hover: str


def over_time(
    df: pd.DataFrame,
    columns: TimeColumns,
    scale: Scale,
    *,
    rows: list[str],
    right: list[str],
    colours: theme.Palette,
) -> go.Figure:
    """Return one panel per row, all with the same two axes; the value axis begins at 0.

    Parameters
    ----------
    df
        One line per row and step in time, in order of time; an undefined value (``nan``)
        breaks the line.
    rows, right
        Names of the panels in order, and the words at the right end of each.
    """
    each = HEAD_HEIGHT + PANEL_HEIGHT
    figure = canvas(colours, height=max(1, len(rows)) * each + AXIS_HEIGHT)
    size = SMALL_SIZE if df[columns.x].nunique() > MANY else MARK_SIZE
    for place, name in enumerate(rows):
        part = df[df[columns.row] == name]
        line = _line(part, columns, size, colours)
        line.update(yaxis=_axis("y", place))
        figure.add_trace(line)
        bottom = (len(rows) - place - 1) * each
        total = len(rows) * each
        figure.update_layout(
            {
                _axis("yaxis", place): theme.axis(
                    colours,
                    domain=[bottom / total, (bottom + PANEL_HEIGHT) / total],
                    range=[-EDGE * scale.top, scale.top * (1 + EDGE)],
                    nticks=4,
                    tickformat=".1~%" if scale.percent else None,
                )
            }
        )
        _name(figure, place, name, right[place], colours)
    figure.update_xaxes(
        theme.axis(
            colours,
            type="date",
            range=_days(list(df[columns.x])),
            anchor=_axis("y", len(rows) - 1),
            showgrid=True,
        )
    )
    return figure


def _days(days: list[str]) -> list[str] | None:
    """Return the ends of the axis of time; a single day has days around it, not milliseconds."""
    if not days:
        return None
    first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
    free = max(timedelta(days=FEWEST_DAYS), (last - first) * TIME_EDGE)
    return [(first - free).isoformat(), (last + free).isoformat()]


def _axis(name: str, place: int) -> str:
    """Return plotly's name for the axis of a panel; the first has no number."""
    return name if place == 0 else f"{name}{place + 1}"


def _line(
    part: pd.DataFrame, columns: TimeColumns, size: int, colours: theme.Palette
) -> go.Scatter:
    colour = colours.marks[0]
    marker = {
        "size": size,
        "symbol": "circle",
        "color": [colours.background if few else colour for few in part[columns.hollow]],
        "line": {"width": 1.5, "color": colour},
    }
    return go.Scatter(
        x=list(part[columns.x]),
        y=list(part[columns.y]),
        mode="lines+markers",
        connectgaps=False,
        line={"width": 1.2, "color": theme.blend(colour, colours.background, 0.55)},
        error_y=_ranges(part, columns, colour, colours),
        **clickable(part[columns.key], list(part[columns.hover]), marker),
    )


def _ranges(
    part: pd.DataFrame, columns: TimeColumns, colour: str, colours: theme.Palette
) -> dict[str, Any]:
    return {
        "type": "data",
        "symmetric": False,
        "array": list((part[columns.high] - part[columns.y]).clip(lower=0).fillna(0)),
        "arrayminus": list((part[columns.y] - part[columns.low]).clip(lower=0).fillna(0)),
        "color": theme.blend(colour, colours.background, 0.7),
        "thickness": 1.5,
        "width": 0,
    }


def _name(figure: go.Figure, place: int, left: str, right: str, colours: theme.Palette) -> None:
    """Write the name of a panel above it, and its counts at the right end."""
    for side, text, colour in (("left", left, colours.ink), ("right", right, colours.soft_ink)):
        figure.add_annotation(
            text=theme.figure_text(text),
            xref="paper",
            x=0 if side == "left" else 1,
            xanchor=side,
            yref=f"{_axis('y', place)} domain",
            y=1,
            yanchor="bottom",
            yshift=4,
            showarrow=False,
            font={"size": theme.FONT_SIZE, "color": colour},
        )
