"""What figures share: an empty canvas in the project's look, and rows of labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard import theme

if TYPE_CHECKING:
    import pandas as pd

ROW_HEIGHT = 44
"""Pixels for one row with its label above the track: room for a 24-pixel target."""

AXIS_HEIGHT = 58
"""Pixels for ticks and the axis title below the rows."""

POINT_SIZE = 13
"""Pixels; the area that reacts to a click is this plus the hover distance."""


def canvas(colours: theme.Palette, *, height: int) -> go.Figure:
    """Return an empty figure with the shared layout."""
    figure = go.Figure()
    figure.update_layout(theme.layout(colours, height=height))
    return figure


def row_positions(n_rows: int) -> list[int]:
    """Return one height per row, the first row on top."""
    return list(range(n_rows - 1, -1, -1))


def label_rows(
    figure: go.Figure,
    left: Sequence[str],
    right: Sequence[str],
    colours: theme.Palette,
    *,
    lift: int = 16,
) -> None:
    """Write each row's name above its track on the left, and its counts on the right.

    ``lift`` is the distance from the track to the middle of the words, in pixels.
    """
    heights = row_positions(len(left))
    for side, texts, colour in (("left", left, colours.ink), ("right", right, colours.soft_ink)):
        for y, text in zip(heights, texts, strict=True):
            figure.add_annotation(
                text=theme.figure_text(text),
                xref="paper",
                x=0 if side == "left" else 1,
                xanchor=side,
                xshift=-4 if side == "left" else 4,
                y=y,
                yshift=lift,
                showarrow=False,
                font={"size": theme.FONT_SIZE, "color": colour},
            )


def clickable(keys: pd.Series, hover: Sequence[str], marker: Mapping[str, Any]) -> dict[str, Any]:
    """Return what every clickable trace shares; ``keys`` are handed back on a click.

    A chosen mark keeps its look: fading the others would read as a statement about them.
    """
    opacity = {"marker": {"opacity": marker.get("opacity", 1)}}
    return {
        "customdata": keys.to_frame().to_numpy(dtype=object),
        "marker": dict(marker),
        "selected": opacity,
        "unselected": opacity,
        "hovertext": [theme.figure_text(each) for each in hover],
        "hoverinfo": "text",
    }


def draw_tracks(
    figure: go.Figure, n_rows: int, ends: tuple[float, float], colours: theme.Palette
) -> None:
    """Draw one thin line per row and leave the row names to ``label_rows``."""
    for y in row_positions(n_rows):
        figure.add_shape(
            type="line", x0=ends[0], x1=ends[1], y0=y, y1=y, layer="below", line_color=colours.grid
        )
    figure.update_yaxes(
        theme.axis(colours, range=[-0.5, n_rows - 0.35], showgrid=False, showticklabels=False)
    )
