"""Leads to read: words an outlet uses more than the others, beside what chance alone gives."""

from __future__ import annotations

from functools import partial

from dashboard import data
from dashboard.components import html
from dashboard.components.figure import FigureBlock, Panel, show_figure
from dashboard.components.markup import show
from dashboard.figures.beyond_chance import WordColumns, beyond_chance
from dashboard.prepare import distinctive

COLUMNS = WordColumns("name", "z", "key", "label")

QUESTION = "Which words does one outlet use in its own voice, and the others less or not at all?"


def draw(view: data.View) -> None:
    """Draw the panel."""
    show(html.paragraph(QUESTION, kind="px-question"))
    table = distinctive.rows(view.table("distinctive"))
    if len(table) == 0:
        show(html.paragraph(distinctive.takeaway(table)))
        return
    scale = {
        "chance": distinctive.chance(table),
        "top": distinctive.axis_end(table),
        "title": distinctive.AXIS_TITLE,
    }
    parts = distinctive.by_outlet(table, view.outlets)
    show_figure(
        FigureBlock(
            name="distinctive",
            takeaway=distinctive.takeaway(table),
            caveat=distinctive.caveat(table),
            panels=[
                Panel(
                    name=f"outlet-{place}",
                    title=outlet,
                    alt=f"{outlet}: {distinctive.alt(part)}",
                    draw=partial(beyond_chance, part, COLUMNS, **scale),
                )
                for place, (outlet, part) in enumerate(parts.items())
            ],
            points=distinctive.points(table),
            lists=("Outlet", "Word"),
            table=distinctive.shown(table),
            open_table=True,
        )
    )
