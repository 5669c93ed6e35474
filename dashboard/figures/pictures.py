"""Saving a figure as a picture: what the file carries, and the button that makes it.

No plotly is imported here: pages without figures import it too.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from dashboard import theme

if TYPE_CHECKING:
    import plotly.graph_objects as go

PICTURE_FORMATS = ("SVG", "PNG")
"""What a figure can be saved as, by the browser alone."""

PNG_SCALE = 3
"""Pixels of a PNG per pixel on the screen: sharp in print at the size it is shown."""

BUTTON_HEIGHT = 34
"""Pixels above a figure for the button that saves it."""

SAVED_FONT = "Arial, Helvetica, sans-serif"
"""Fonts of a saved figure: it cannot carry the page's own, and words are placed by their width."""

TITLE_LINE = 21
"""Pixels for one line of the heading that a saved figure carries."""

TITLE_WIDTH = 40
"""Characters of such a line: the narrowest panel holds them."""


def to_save(figure: go.Figure, heading: str, colours: theme.Palette) -> go.Figure:
    """Return the figure with its heading in it and room for the button that saves it.

    On the page the heading stands beside the figure; a saved one must carry it.
    """
    lines = [theme.figure_text(each) for each in textwrap.wrap(heading, TITLE_WIDTH)]
    room = BUTTON_HEIGHT + TITLE_LINE * len(lines)
    layout: Any = figure.layout  # plotly makes its attributes at run time
    figure.update_layout(
        height=(layout.height or 0) + room,
        margin_t=(layout.margin.t or 0) + room,
        # Without a ground of its own a picture saved in the dark theme is light on white.
        paper_bgcolor=colours.background,
        font_family=SAVED_FONT,
        modebar={"bgcolor": colours.background, "color": colours.ink, "activecolor": colours.ink},
        title={
            "text": "<br>".join(lines),
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"t": BUTTON_HEIGHT, "l": 4},
            "font": {"size": theme.FONT_SIZE, "color": colours.ink},
        },
    )
    return figure


def saving(picture_format: str, name: str) -> dict[str, Any]:
    """Return plotly's options with one button, which saves the figure as a file.

    The browser draws the file itself: nothing is sent and no server is asked.
    """
    return {
        **theme.CONFIG,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {
            "format": picture_format.lower(),
            "filename": name,
            "scale": PNG_SCALE if picture_format == "PNG" else 1,
        },
    }
