"""Which statement stands in which text: one shape per cell, never a score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from dashboard import theme, words
from dashboard.figures.base import canvas, clickable, draw_tracks, label_rows, row_positions
from dashboard.figures.matrix import HEAD_HEIGHT, wrapped

if TYPE_CHECKING:
    import pandas as pd

PRESENCE_ROW_HEIGHT = 58
"""Pixels for one statement: its words above, its row of shapes below."""

MAX_STATEMENT = 46
"""Characters of a statement that fit a telephone's width; the list below has it in full."""

SHAPE_SIZE = 18
"""Pixels; with the hover distance above the 24-pixel target."""


@dataclass(frozen=True, slots=True)
class PresenceColumns:
    """Columns of the figure: row, column, what the cell is, value for a click, hover words."""

    row: str
    column: str
    status: str
    key: str
    hover: str


def presence(
    df: pd.DataFrame,
    columns: PresenceColumns,
    *,
    rows: list[str],
    heads: list[str],
    symbols: Mapping[str, str],
    colours: theme.Palette,
) -> go.Figure:
    """Return one shape per statement and text.

    Parameters
    ----------
    df
        One line per cell.
    rows, heads
        Names of the statements and of the texts, in order of display.
    symbols
        Status -> plotly marker symbol, in the order of the key beside the figure.
    """
    figure = canvas(colours, height=max(1, len(rows)) * PRESENCE_ROW_HEIGHT + HEAD_HEIGHT)
    across = {name: place for place, name in enumerate(heads)}
    heights = dict(zip(rows, row_positions(len(rows)), strict=True))
    for place, (status, symbol) in enumerate(symbols.items()):
        part = df[df[columns.status] == status]
        colour = theme.nth(colours.marks, place)
        marker = {
            "symbol": symbol,
            "size": SHAPE_SIZE,
            "color": colour,
            "line": {"width": 2, "color": colour},
        }
        figure.add_trace(
            go.Scatter(
                x=[across[each] for each in part[columns.column]],
                y=[heights[each] for each in part[columns.row]],
                mode="markers",
                name=status,
                cliponaxis=False,
                **clickable(part[columns.key], list(part[columns.hover]), marker),
            )
        )
    names = [words.shortened(each, MAX_STATEMENT) for each in rows]
    label_rows(figure, names, [""] * len(rows), colours, lift=25)
    draw_tracks(figure, len(rows), (-0.5, len(heads) - 0.5), colours)
    figure.update_xaxes(
        theme.axis(
            colours,
            range=[-0.5, len(heads) - 0.5],
            side="top",
            showgrid=False,
            tickvals=list(across.values()),
            ticktext=[wrapped(each) for each in heads],
        )
    )
    return figure
