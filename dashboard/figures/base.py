"""What figures share: an empty canvas in the project's look, and rows of labels."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard import theme

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
