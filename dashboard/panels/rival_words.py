"""Rival words: how often, which ones and where in the text, for one contrast."""

from __future__ import annotations

from functools import partial

from analysis.lexicons import Contrast
from analysis.markup import Html
from dashboard import data, reference, state, words, words_lists
from dashboard.components import frame, html
from dashboard.components.figure import FigureBlock, Panel, show_figure
from dashboard.components.list_choice import chosen_list
from dashboard.components.markup import plain, show
from dashboard.components.sections import draw_parts
from dashboard.figures.k_of_n import DotColumns, Scale, k_of_n
from dashboard.figures.matrix import CellColumns, matrix
from dashboard.figures.positions import TickColumns, positions
from dashboard.prepare import framing, lists, sides, uses

DOTS = DotColumns("outlet", "key", "value", "low", "high", "label")
CELLS = CellColumns("term", "outlet", "uses", "key", "hover")
TICKS = TickColumns("outlet", "place", "key", "side", "quoted", "hover")


def draw(view: data.View) -> None:
    """Draw the contrasts: rival words for one thing."""
    contrasts, linked = reference.contrast_lists(), state.from_url("contrast")
    asked = {each.id for each in contrasts if plain(each.label) in linked}
    choice = framing.lists_of(view.analysis.table("framing"), contrasts, asked)
    if not choice.found:
        frame.message(words_lists.NOTHING_IN_STORY)
    else:
        _parts(view, chosen_list("Words for", choice.found, key="contrast"))
    if choice.missing:
        show(_missing(choice.missing))


def _parts(view: data.View, contrast: Contrast) -> None:
    show(html.paragraph(contrast.question, kind="px-question"))
    if state.is_paper():
        show(html.paragraph(contrast.label, kind="px-drawer-title"))
    draw_parts("part", {name: partial(draw, view, contrast) for name, draw in PARTS})


def _missing(contrasts: tuple[Contrast, ...]) -> Html:
    """Return the lists that were looked for in vain, by pack, folded."""
    packs = lists.by_pack(contrasts)
    named = [(pack, "; ".join(each.label for each in members)) for pack, members in packs.items()]
    about = words.plural(len(contrasts), "list")
    return html.folded(words_lists.NOT_IN_STORY, about, html.facts(*named))


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
            alt=sides.alt(side.label, dots[side.id], words.VOICES[voice]),
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
            points=sides.points(contrast, view.outlets, voice),
            lists=("Outlet", "Words for"),
            table=framing.shown(dots, contrast),
        )
    )
    if view.selection.words is state.Words.ALL:
        _own_account(view, contrast)


def _own_account(view: data.View, contrast: Contrast) -> None:
    """Show what is left of the counts without quotations and reported words."""
    show(html.paragraph(words.OWN_ACCOUNT, kind="px-panel-title"))
    heads = ["Outlet", *(words.capital(side.label) for side in contrast.sides)]
    lines = framing.own_account(view.table("framing"), contrast, view.outlets)
    show(html.table(heads, lines, caption=words.OWN_ACCOUNT))


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
    ids = [side.id for side in contrast.sides]
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
                    draw=partial(positions, ticks, TICKS, rows=view.outlets, groups=ids),
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
