"""Framing: which words are used for the same things, by whom, and in whose voice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from analysis.lexicons import Contrast
from analysis.markup import Html
from dashboard import data, state, words, words_lists
from dashboard.components import frame, html
from dashboard.components.figure import FigureBlock, Panel, show_figure
from dashboard.components.markup import plain, show
from dashboard.figures.k_of_n import DotColumns, Scale, k_of_n
from dashboard.figures.matrix import CellColumns, matrix
from dashboard.figures.positions import TickColumns, positions
from dashboard.panels import agency, certainty, distinctive, labels
from dashboard.prepare import framing, lists, uses

DOTS = DotColumns("outlet", "key", "value", "low", "high", "label")
CELLS = CellColumns("term", "outlet", "uses", "key", "hover")
TICKS = TickColumns("outlet", "place", "key", "side", "quoted", "hover")


def page() -> None:
    """Draw the page."""
    view = data.current()
    st.title("Which words are used for the same things?")
    frame.small_sample()
    if not view.outlets:
        frame.message("Nothing to compare: choose one or more outlets.")
        return
    PANELS[_look()](view)


def _look() -> str:
    """Show what can be looked at on this page and return the chosen part."""
    state.check_url("look", PANELS)
    return st.pills(
        "Look at", list(PANELS), default=RIVALS, required=True, key="look", bind="query-params"
    )


def _rival_words(view: data.View) -> None:
    """Draw the contrasts: rival words for one thing."""
    contrasts, linked = data.contrast_lists(), state.from_url("contrast")
    asked = {each.id for each in contrasts if plain(each.label) in linked}
    choice = framing.lists_of(view.analysis.table("framing"), contrasts, asked)
    if not choice.found:
        frame.message(words_lists.NOTHING_IN_STORY)
    else:
        _parts(view, _chosen(choice.found))
    if choice.missing:
        show(_missing(choice.missing))


def _parts(view: data.View, contrast: Contrast) -> None:
    show(html.paragraph(contrast.question, kind="px-question"))
    tabs = st.tabs([name for name, _ in PARTS], key="part", on_change="rerun", bind="query-params")
    for tab, (_, draw) in zip(tabs, PARTS, strict=True):
        if tab.open:
            with tab:
                draw(view, contrast)


def _missing(contrasts: tuple[Contrast, ...]) -> Html:
    """Return the lists that were looked for in vain, by pack, folded."""
    packs = lists.by_pack(contrasts)
    named = [(pack, "; ".join(each.label for each in members)) for pack, members in packs.items()]
    about = words.plural(len(contrasts), "list")
    return html.folded(words_lists.NOT_IN_STORY, about, html.facts(*named))


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


PARTS = (
    ("How often", _how_often),
    ("Which words", _which_words),
    ("Where in the text", _where),
)
"""Name of each tab, and what draws it for one contrast."""

RIVALS = "Rival words"

PANELS: dict[str, Callable[[data.View], None]] = {
    RIVALS: _rival_words,
    "Names": labels.draw,
    "Who did what": agency.draw,
    "How sure, how loaded": certainty.draw,
    "Distinctive words": distinctive.draw,
}
"""Name of each part of the page, and what draws it."""


if __name__ == "__main__":
    page()
