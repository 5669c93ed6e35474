"""What the pictures share: positions in per cent, so that they fit any width with readable words.

A picture has no view box: it would shrink the words on a telephone. Marks are placed in per
cent of the width and drawn in pixels.
"""

from __future__ import annotations

import re

from analysis.markup import Html, element, joined
from analysis.vocabulary import shortened

ROW = 46
"""Pixels for one row: its words above, its track below."""

AXIS = 26
"""Pixels for the scale under the rows."""

LONGEST_NAME = 34
"""Characters of a row's name that leave room for its counts in the narrowest panel."""

_SHAPES = {
    "circle": "M6 0A6 6 0 1 1-6 0A6 6 0 1 1 6 0Z",
    "diamond": "M0-8L8 0L0 8L-8 0Z",
    "square": "M-6-6H6V6H-6Z",
    "triangle": "M0-7L7.5 6H-7.5Z",
    "cross": "M-2.6-7H2.6V-2.6H7V2.6H2.6V7H-2.6V2.6H-7V-2.6H-2.6Z",
    "x": "M-5-7L0-2.6L5-7L7-5L2.6 0L7 5L5 7L0 2.6L-5 7L-7 5L-2.6 0L-7-5Z",
    "bar": "M0-9V9",
}
"""Outlines of the marks around their own middle, in pixels."""

SHAPES = tuple(_SHAPES)[:6]
"""One shape per side of a contrast, in the order of the figures of the dashboard."""

COLOURS = 5


def picture(name: str, title: str, description: str, height: int, *parts: Html) -> Html:
    """Return a picture that says in words what it shows; ``name`` is unique in the page."""
    ids = f"{name}-t", f"{name}-d"
    return element(
        "svg",
        element("title", title, id=ids[0]),
        element("desc", description, id=ids[1]),
        *parts,
        role="img",
        aria_labelledby=" ".join(ids),
        width="100%",
        height=height,
    )


def mark(shape: str, at: float, y: float, *, index: int = 0, hollow: bool = False) -> Html:
    """Return one mark at a share of the width; colours start over when they run out."""
    kind = f"m m{index % COLOURS + 1}{' hollow' if hollow else ''}"
    return element("svg", element("path", d=_SHAPES[shape], class_=kind), x=percent(at), y=_px(y))


def sample(index: int) -> Html:
    """Return the mark of one side of a contrast for a key, hidden from those who listen."""
    kind = f"m m{index % COLOURS + 1}"
    path = element("path", d=_SHAPES[SHAPES[index % len(SHAPES)]], class_=kind)
    inner = element("svg", path, x=9, y=9)
    return element("svg", inner, aria_hidden="true", width=18, height=18)


def line(start: float, end: float, y: float, kind: str) -> Html:
    """Return a level line between two shares of the width."""
    return element("line", x1=percent(start), x2=percent(end), y1=_px(y), y2=_px(y), class_=kind)


def upright(at: float, top: float, bottom: float, kind: str) -> Html:
    """Return an upright line."""
    return element("line", x1=percent(at), x2=percent(at), y1=_px(top), y2=_px(bottom), class_=kind)


def words(text: str, at: float, y: float, *, kind: str, anchor: str = "start") -> Html:
    """Return words; ``anchor`` is start, middle or end."""
    return element("text", text, x=percent(at), y=_px(y), class_=kind, text_anchor=anchor)


def row_words(name: str, note: str, top: float) -> Html:
    """Return a row's name on the left and its counts on the right, above its track."""
    left = words(shortened(name, LONGEST_NAME), 0, top + 15, kind="name")
    return joined(left, words(note, 1, top + 15, kind="count", anchor="end"))


def track(top: float) -> float:
    """Return how far down the track of the row that begins at ``top`` lies."""
    return top + 31


def percent(share: float) -> str:
    """Return a share of the width."""
    return re.sub(r"\.?0+%$", "%", f"{100 * share:.2f}%")


def _px(value: float) -> str:
    return f"{value:g}"
