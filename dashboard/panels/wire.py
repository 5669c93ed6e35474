"""Shared copy: passages that two texts print word for word, as one source and not two."""

from __future__ import annotations

from dashboard import data, words, words_facts
from dashboard.components import frame
from dashboard.components.figure import FigureBlock, show_figure
from dashboard.prepare import wire


def draw(view: data.View) -> None:
    """Draw the panel."""
    table = wire.among(view.whole_table("wire"), view.outlets)
    if not len(table):
        frame.message(words_facts.NO_SHARED_COPY)
        return
    pairs = words.plural(len(table), "pair")
    show_figure(
        FigureBlock(
            name="wire",
            takeaway=f"{pairs} of texts share passages: {int(table['words'].sum()):,} words.",
            caveat=words_facts.SHARED_COPY,
            panels=[],
            points=wire.points(table),
            lists=("Texts", "Passage"),
            table=wire.shown(table),
            open_table=True,
        )
    )
