"""Where in the text: one tick per finding, one row per article, from start to end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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
class TickColumns:
    """Columns of a tick figure: row, place, value for a click, category, voice, hover words."""

    row: str
    x: str
    key: str
    group: str
    hollow: str
    hover: str


def positions(
    df: pd.DataFrame,
    columns: TickColumns,
    *,
    rows: list[str],
    groups: list[str],
    colours: theme.Palette,
) -> go.Figure:
    """Return ticks by relative place in the article; not suitable for trends or rates.

    Parameters
    ----------
    df
        One line per finding; the place is in [0, 1], ``hollow`` is true in others' words.
    rows
        Names of all rows in order; a row without findings stays, empty.
    groups
        The categories in order of their colours.
    """
    figure = canvas(colours, height=max(1, len(rows)) * ROW_HEIGHT + AXIS_HEIGHT)
    heights = dict(zip(rows, row_positions(len(rows)), strict=True))
    for index, name in enumerate(groups):
        part = df[df[columns.group] == name]
        figure.add_trace(
            go.Scatter(
                x=list(part[columns.x]),
                y=[heights[each] for each in part[columns.row]],
                mode="markers",
                name=theme.figure_text(name),
                cliponaxis=False,
                **clickable(
                    part[columns.key],
                    list(part[columns.hover]),
                    _marker(list(part[columns.hollow]), index, colours),
                ),
            )
        )
    counts = df[columns.row].value_counts()
    label_rows(figure, rows, [str(counts.get(each, 0)) for each in rows], colours)
    draw_tracks(figure, len(rows), (0, 1), colours)
    figure.update_xaxes(
        theme.axis(
            colours,
            range=[-0.02, 1.02],
            tickvals=[0.02, 0.5, 0.98],
            ticktext=["start", "middle", "end"],
            showgrid=False,
        )
    )
    return figure


def _marker(hollow: list[bool], index: int, colours: theme.Palette) -> dict[str, Any]:
    shape, colour = theme.nth(theme.SYMBOLS, index), theme.nth(colours.marks, index)
    return {
        "size": POINT_SIZE,
        "symbol": [f"{shape}-open" if each else shape for each in hollow],
        "color": colour,
        "line": {"width": 2, "color": colour},
    }
