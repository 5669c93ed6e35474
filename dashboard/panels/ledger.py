"""The number ledger: the figures of all outlets by thing, each with who says so and when."""

from __future__ import annotations

import re

from dashboard import data
from dashboard.components import frame, html
from dashboard.components.figure import FigureBlock, show_figure
from dashboard.components.markup import show
from dashboard.prepare import ledger


def draw(view: data.View) -> None:
    """Draw the panel."""
    show(html.paragraph(ledger.QUESTION, kind="px-question"))
    table = view.whole_table("ledger")
    if not len(table):
        frame.message(ledger.EMPTY)
        return
    for name in ledger.things(table):
        rows = ledger.under(table, name)
        show_figure(
            FigureBlock(
                name=f"ledger-{re.sub(r'[^a-z]+', '-', name.lower())}",
                takeaway=ledger.takeaway(rows, name),
                caveat="",
                panels=[],
                points=ledger.points(rows),
                lists=("Outlet", "Figure"),
                table=ledger.shown(rows),
                open_table=True,
            )
        )
    show(html.caveat(ledger.NOTE))
