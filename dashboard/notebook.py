"""For notebooks: the dashboard's own figures of a story, as plotly shows them in a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.io as pio

from analysis.errors import InputError
from analysis.lexicons import Contrast, contrasts
from dashboard import theme, words
from dashboard.figures import pictures
from dashboard.figures.k_of_n import DotColumns, Scale, k_of_n
from dashboard.prepare import framing as prepare
from dashboard.state import Unit

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from analysis.result import StoryAnalysis

COLUMNS = DotColumns("outlet", "key", "value", "low", "high", "label")


def use_quietly() -> None:
    """Let cells show figures as data: no upload button, nothing loaded from elsewhere."""
    renderer = "plotly_mimetype"
    pio.renderers[renderer].config = theme.CONFIG  # pyright: ignore[reportAttributeAccessIssue]
    pio.renderers.default = renderer


def framing(
    result: StoryAnalysis, contrast: str, *, voice: str = "all", dark: bool = False
) -> dict[str, go.Figure]:
    """Return the figures of a word list, by side: in how many sentences each outlet uses it.

    ``voice`` is ``all``, ``outlet``, ``paraphrase`` or ``quote``.

    Raises
    ------
    InputError
        If there is no such word list.
    """
    chosen = _contrast(contrast)
    outlets = sorted(set(result.table("articles")["outlet"]))
    rows = prepare.of_contrast(result.table("framing"), chosen, voice)
    dots = prepare.dots_by_side(rows, chosen, outlets, Unit.SHARE)
    top = prepare.axis_end(list(dots.values()), Unit.SHARE)
    scale = Scale(top, prepare.AXIS_TITLES[Unit.SHARE], percent=True)
    colours = theme.palette("dark" if dark else "light")
    return {
        side.id: pictures.to_save(
            k_of_n(dots[side.id], COLUMNS, scale, index=place, colours=colours),
            words.capital(side.label),
            colours,
        )
        for place, side in enumerate(chosen.sides)
    }


def _contrast(name: str) -> Contrast:
    known = {each.id: each for each in contrasts()}
    if name not in known:
        message = f"no word list '{name}'; there are: {', '.join(known)}"
        raise InputError(message)
    return known[name]
