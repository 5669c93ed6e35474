"""Framing: which words are used for the same things, by whom, and in whose voice."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis.lexicons import Contrast
from dashboard import data, state, words
from dashboard.components import frame, html
from dashboard.components.figure import FigureBlock, Panel, show_figure
from dashboard.components.markup import plain, show
from dashboard.figures.k_of_n import DotColumns, Scale, k_of_n
from dashboard.figures.matrix import CellColumns, matrix
from dashboard.figures.positions import TickColumns, positions
from dashboard.prepare import framing, uses

DOTS = DotColumns("outlet", "key", "value", "low", "high", "label")
CELLS = CellColumns("term", "outlet", "uses", "key", "hover")
TICKS = TickColumns("outlet", "place", "key", "side", "quoted", "hover")


def page() -> None:
    """Draw the page."""
    view = data.current()
    st.title("Which words are used for the same things?")
    frame.small_sample()
    contrasts = data.contrast_lists()
    if not contrasts or not view.outlets:
        frame.message("Nothing to compare: choose one or more outlets, or add a word list.")
        return
    contrast = _chosen(contrasts)
    show(html.paragraph(contrast.question, kind="px-question"))
    often, which, where = st.tabs(
        ["How often", "Which words", "Where in the text"],
        key="part",
        on_change="rerun",
        bind="query-params",
    )
    for tab, draw in ((often, _how_often), (which, _which_words), (where, _where)):
        if tab.open:
            with tab:
                draw(view, contrast)


def _chosen(contrasts: tuple[Contrast, ...]) -> Contrast:
    labels = {each.id: plain(each.label) for each in contrasts}
    state.check_url("contrast", labels.values())
    chosen = st.pills(
        "Words for",
        list(labels),
        default=contrasts[0].id,
        format_func=labels.__getitem__,
        required=True,
        key="contrast",
        bind="query-params",
    )
    return next(each for each in contrasts if each.id == chosen)


def _how_often(view: data.View, contrast: Contrast) -> None:
    voice, unit = view.selection.words.voice, view.selection.unit
    table = framing.of_contrast(view.table("framing"), contrast, voice)
    dots = framing.dots_by_side(table, contrast, view.outlets, unit)
    scale = Scale(
        framing.axis_end(list(dots.values()), unit),
        framing.AXIS_TITLES[unit],
        percent=unit is state.Unit.SHARE,
    )
    panels = [
        Panel(
            name=side.id,
            title=words.capital(side.label),
            alt=framing.alt(side.label, dots[side.id], words.VOICES[voice]),
            draw=partial(k_of_n, dots[side.id], DOTS, scale, index=index),
        )
        for index, side in enumerate(contrast.sides)
    ]
    show_figure(
        FigureBlock(
            name=f"framing-{contrast.id}",
            takeaway=framing.takeaway(table, contrast, voice),
            caveat=f"{words.HOLLOW_NOTE} {words.RANGE_NOTE}",
            panels=panels,
            points=framing.points(contrast, view.outlets, voice),
            lists=("Outlet", "Words for"),
            table=framing.shown(dots, contrast),
        )
    )


def _which_words(view: data.View, contrast: Contrast) -> None:
    voice = view.selection.words.voice
    cells = uses.cells(uses.found(view.table("terms"), contrast, voice))
    terms = uses.rows_of(cells, contrast)
    show_figure(
        FigureBlock(
            name=f"words-{contrast.id}",
            takeaway=uses.words_takeaway(cells, contrast),
            caveat=words.MATRIX_NOTE,
            panels=[
                Panel(
                    name="matrix",
                    title="",
                    alt=f"Word by outlet, number of uses, {words.VOICES[voice]}. As in the table.",
                    draw=partial(matrix, cells, CELLS, rows=terms, heads=view.outlets),
                )
            ]
            if terms
            else [],
            points=uses.cell_points(cells, contrast, voice),
            lists=("Outlet", "Word"),
            table=uses.shown_cells(cells, contrast),
        )
    )


def _where(view: data.View, contrast: Contrast) -> None:
    found = uses.found(view.table("terms"), contrast, view.selection.words.voice)
    ticks = uses.placed(found, view.table("sentences"))
    sides = [side.id for side in contrast.sides]
    show_figure(
        FigureBlock(
            name=f"where-{contrast.id}",
            takeaway=uses.where_takeaway(ticks),
            key=html.mark_key([side.label for side in contrast.sides]),
            caveat=words.WHERE_NOTE,
            panels=[
                Panel(
                    name="ticks",
                    title="",
                    alt="One mark per use, from the start to the end of each article, by side.",
                    draw=partial(positions, ticks, TICKS, rows=view.outlets, groups=sides),
                )
            ],
            points=uses.tick_points(ticks),
            lists=("Outlet", "Use"),
            table=uses.shown_ticks(ticks, contrast),
        )
    )


if __name__ == "__main__":
    page()
