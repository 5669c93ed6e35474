"""Palette, sizes and the shared look of figures; values tested for contrast, no library."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import plotly.graph_objects as go

FONT = '"Source Sans", "Source Sans Pro", sans-serif'
FONT_SIZE = 15
"""Pixels; 14 is the smallest a projector keeps readable."""

SYMBOLS = ("circle", "diamond", "square", "triangle-up", "cross", "x")
"""Marker shapes, one per side of a contrast, so that colour never stands alone: one more
than there are colours, so that a sixth side differs from the first."""

PATTERNS = ("", "/", "x", ".", "\\")
"""Bar fillings, for the same reason."""

CONFIG = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,  # the library's own default offers an upload to its maker
    "scrollZoom": False,
    "doubleClick": False,
}


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme; marks reach 3:1 on the background, ink and texts 4.5:1."""

    background: str
    ink: str
    soft_ink: str
    grid: str
    marks: tuple[str, ...]
    texts: tuple[str, ...]
    tints: tuple[str, ...]


LIGHT = Palette(
    background="#FFFFFF",
    ink="#1A1A1A",
    soft_ink="#55585E",
    grid="#E3E5E9",
    marks=("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#1A1A1A"),
    texts=("#0072B2", "#A64900", "#00704F", "#9C4F7A", "#1A1A1A"),
    tints=("#DCEBF5", "#FBE6D6", "#D9F0E8", "#F3E1EC", "#F6EFCF"),
)

DARK = Palette(
    background="#121417",
    ink="#F2F2F2",
    soft_ink="#B4B9C1",
    grid="#2C3138",
    marks=("#56B4E9", "#E69F00", "#009E73", "#CC79A7", "#F0E442"),
    texts=("#56B4E9", "#E69F00", "#1FB88B", "#DB9ABD", "#F0E442"),
    tints=("#12344A", "#4A2710", "#0F3B2E", "#43203A", "#3D3708"),
)


def palette(kind: str | None) -> Palette:
    """Return the palette of the theme in use; light when the browser has not said."""
    return DARK if kind == "dark" else LIGHT


def nth(values: tuple[str, ...], index: int) -> str:
    """Return the value for the ``index``-th category, starting over when they run out."""
    return values[index % len(values)]


def figure_text(text: str) -> str:
    """Return a string that plotly shows as it is: its small HTML dialect is escaped."""
    return html.escape(text, quote=False)


def contrast_ratio(one: str, other: str) -> float:
    """Return the WCAG 2 contrast ratio of two ``#RRGGBB`` colours; 1 = none, 21 = most."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable_on(fill: str) -> str:
    """Return black or white, whichever is easier to read on ``fill``."""
    return max(("#000000", "#FFFFFF"), key=lambda ink: contrast_ratio(ink, fill))


def blend(over: str, under: str, share: float) -> str:
    """Return the colour of ``over`` laid on ``under`` at ``share`` in [0, 1]."""
    mixed = (
        round(a * share + b * (1 - share)) for a, b in zip(_rgb(over), _rgb(under), strict=True)
    )
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


def layout(colours: Palette, *, height: int) -> dict[str, Any]:
    """Return what every figure shares: transparent ground, fixed ranges, no legend."""
    return {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": FONT_SIZE, "color": colours.ink},
        "showlegend": False,
        "dragmode": False,  # a tablet must be able to scroll past a figure
        "clickmode": "event+select",
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": colours.background,
            "bordercolor": colours.soft_ink,
            "font": {"family": FONT, "size": FONT_SIZE, "color": colours.ink},
            "align": "left",
        },
    }


def axis(colours: Palette, **options: Any) -> dict[str, Any]:  # noqa: ANN401 - plotly's own options
    """Return an axis in this project's look, with ``options`` on top."""
    return {
        "fixedrange": True,
        "automargin": True,
        "showline": False,
        "zeroline": False,
        "gridcolor": colours.grid,
        "tickfont": {"size": 14, "color": colours.soft_ink},
        "title": {"font": {"size": 14, "color": colours.soft_ink}, "standoff": 6},
        **options,
    }


PROJECTED = 1.35
"""Times the size of type, marks and lines of a figure that a projector shows."""

_SIZES = frozenset("size width height thickness standoff yshift xshift l r t b".split())
"""Options of a figure that are pixels, and grow; a shift of 0 stays 0."""


def enlarged(figure: go.Figure) -> go.Figure:
    """Return the figure with larger type and sturdier marks and lines, and room for them."""
    drawn = figure.to_dict()
    layout = _grown(drawn["layout"])
    traces = [{**trace, **_grown(_marks(trace))} for trace in drawn["data"]]
    return type(figure)({"data": traces, "layout": layout})


def _marks(trace: dict[str, Any]) -> dict[str, Any]:
    parts = ("marker", "line", "textfont", "error_x")
    return {name: trace[name] for name in parts if name in trace}


def _grown(value: Any, name: str = "") -> Any:  # noqa: ANN401 - a tree of plotly's own options
    if isinstance(value, dict):
        return {key: _grown(each, key) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_grown(each, name) for each in value]
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value * PROJECTED if is_number and name in _SIZES else value


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        value = channel / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
