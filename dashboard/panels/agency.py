"""Who did what to whom: how harm is told, and whether the one who did it is named."""

from __future__ import annotations

from functools import partial

from dashboard import data
from dashboard.components import html
from dashboard.components.figure import FigureBlock, Panel, show_figure
from dashboard.components.markup import show
from dashboard.figures.mix import PartColumns, mix
from dashboard.prepare import agency

PARTS = PartColumns("outlet", "kind", "share", "tellings", "n", "key")
QUESTION = "Who did what to whom, and is the one who did it named?"


def draw(view: data.View) -> None:
    """Draw the panel."""
    show(html.paragraph(QUESTION, kind="px-question"))
    _forms(view)
    _triples(view)


def _forms(view: data.View) -> None:
    voice = view.selection.words.voice
    forms = view.table("agency_forms")
    parts = agency.parts(forms, view.outlets, voice)
    kinds = agency.kinds(parts)
    rows = [name for name in view.outlets if name in set(parts["outlet"])]
    takeaway = agency.takeaway(forms, view.outlets, voice)
    show_figure(
        FigureBlock(
            name="agency",
            takeaway=takeaway,
            key=html.fill_key(kinds) if kinds else None,
            caveat=agency.NOTE,
            panels=[
                Panel(
                    name="bars",
                    title="",
                    alt=takeaway,
                    draw=partial(mix, parts, PARTS, rows=rows, groups=kinds, unit=agency.UNIT),
                )
            ]
            if rows
            else [],
            points=agency.points(parts, voice),
            lists=("Outlet", "How it is told"),
            table=agency.shown_forms(forms, view.outlets, voice),
        )
    )
    few = agency.few(forms, view.outlets, voice)
    if few:
        show(html.paragraph("Fewer than five tellings, listed instead of drawn:", kind="px-hint"))
        show(html.facts(*few))


def _triples(view: data.View) -> None:
    table = agency.who(view.table("triples"))
    show_figure(
        FigureBlock(
            name="triples",
            takeaway=agency.who_takeaway(table),
            caveat=agency.WHO_NOTE,
            panels=[],
            points=agency.who_points(table),
            lists=("Outlet", "Who, what, whom"),
            table=agency.shown_who(table),
            open_table=bool(len(table)),
        )
    )
