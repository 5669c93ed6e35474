"""How sure, how loaded: rates of each kind of word by outlet, and the words themselves."""

from __future__ import annotations

from functools import partial

from analysis.lexicons import Contrast
from dashboard import data, reference, words
from dashboard.components import html
from dashboard.components.figure import FigureBlock, Panel, show_figure
from dashboard.components.list_choice import chosen_list
from dashboard.components.markup import show
from dashboard.figures.k_of_n import DotColumns, Scale, k_of_n
from dashboard.figures.matrix import CellColumns, matrix
from dashboard.prepare import certainty, sides, uses

DOTS = DotColumns("outlet", "key", "value", "low", "high", "label")
CELLS = CellColumns("term", "outlet", "uses", "key", "hover")


def draw(view: data.View) -> None:
    """Draw the panel."""
    wording = chosen_list("Words of", reference.wording_lists(), key="wording")
    show(html.paragraph(wording.question, kind="px-question"))
    _rates(view, wording)
    _words(view, wording)


def _rates(view: data.View, wording: Contrast) -> None:
    voice = view.selection.words.voice
    rates = certainty.of_list(view.table("wording_rates"), wording, voice)
    dots = certainty.dots_by_kind(rates, wording, view.outlets)
    scale = Scale(certainty.axis_end(list(dots.values())), certainty.AXIS_TITLE, percent=False)
    show_figure(
        FigureBlock(
            name=f"wording-{wording.id}",
            takeaway=certainty.takeaway(rates, wording, voice),
            caveat=f"{words.WORDING_NOTE} {words.HOLLOW_NOTE} {words.RANGE_NOTE}",
            panels=[
                Panel(
                    name=side.id,
                    title=words.capital(side.label),
                    alt=sides.alt(side.label, dots[side.id], words.VOICES[voice]),
                    draw=partial(k_of_n, dots[side.id], DOTS, scale, index=index),
                )
                for index, side in enumerate(wording.sides)
            ],
            points=sides.points(wording, view.outlets, voice),
            lists=("Outlet", "Kind"),
            table=certainty.shown(dots, wording),
        )
    )


def _words(view: data.View, wording: Contrast) -> None:
    voice = view.selection.words.voice
    found = uses.found(certainty.as_terms(view.table("wordings")), wording, voice)
    cells = uses.cells(found)
    terms = uses.rows_of(cells, wording)
    if not terms:
        return
    show_figure(
        FigureBlock(
            name=f"wording-words-{wording.id}",
            takeaway=uses.words_takeaway(cells, wording),
            caveat=words.MATRIX_NOTE,
            panels=[
                Panel(
                    name="matrix",
                    title="",
                    alt=f"Word by outlet, number of uses, {words.VOICES[voice]}. As in the table.",
                    draw=partial(matrix, cells, CELLS, rows=terms, heads=view.outlets),
                )
            ],
            points=uses.cell_points(cells, wording, voice),
            lists=("Outlet", "Word"),
            table=uses.shown_cells(cells, wording),
        )
    )
