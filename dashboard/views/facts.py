"""Facts & omissions: what is reported where, with which figures, when, and what is shared copy."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import data, state, words, words_facts
from dashboard.components import fact as shapes
from dashboard.components import frame, html
from dashboard.components.figure import FigureBlock, Panel, show_figure
from dashboard.components.markup import show
from dashboard.components.sections import draw_parts
from dashboard.components.timeline import timeline
from dashboard.figures.presence import PresenceColumns, presence
from dashboard.panels import fact, ledger, wire
from dashboard.prepare import facts
from dashboard.prepare.timeline import line, undated

if TYPE_CHECKING:
    import pandas as pd

CELLS = PresenceColumns("label", "outlet", "status", "key", "hover")


def page() -> None:
    """Draw the page."""
    view = data.current()
    st.title(words_facts.TITLE)
    frame.small_sample(view.whole)
    if len(view.outlets) < 2:
        frame.message(words_facts.SINGLE)
        return
    parts = {
        "Statements": _statements,
        "Numbers": ledger.draw,
        "When": _when,
        "Shared copy": wire.draw,
    }
    draw_parts("facts-part", {name: partial(draw, view) for name, draw in parts.items()})


def _statements(view: data.View) -> None:
    alignment = view.whole.alignment
    if alignment and alignment.notice:
        frame.message(alignment.notice)
    table = facts.among(view.whole_table("facts"), view.outlets)
    if not len(table):
        frame.message(words_facts.NOTHING)
        fact.decided(view)
        return
    chosen = _filter(table, len(view.outlets))
    if len(chosen):
        _figure(chosen, view.outlets)
        st.header("Same fact, different words", anchor=False)
        fact.draw(view, chosen)
    else:
        frame.message("No statement is of this kind. Choose another kind, or \u201call\u201d.")
    fact.decided(view)


def _filter(table: pd.DataFrame, n_outlets: int) -> pd.DataFrame:
    labels = list(words_facts.FILTERS.values())
    state.check_url("kind", labels)
    which = st.pills(
        "Show statements",
        labels,
        default=labels[0],
        required=True,
        key="kind",
        bind="query-params",
    )
    by_label = {label: name for name, label in words_facts.FILTERS.items()}
    return facts.filtered(table, by_label[which], n_outlets)


def _figure(table: pd.DataFrame, outlets: list[str]) -> None:
    cells = facts.cells(table)
    names = list(dict.fromkeys(cells["label"]))[: facts.MAX_FACTS]
    show_figure(
        FigureBlock(
            name="facts",
            takeaway=facts.takeaway(table, len(outlets)),
            key=shapes.shape_key(),
            caveat=words_facts.NOTE,
            panels=[
                Panel(
                    name="presence",
                    title="",
                    alt="Statement by outlet: stated, attributed or not found. As in the table.",
                    draw=partial(
                        presence,
                        cells[cells["label"].isin(names)],
                        CELLS,
                        rows=names,
                        heads=outlets,
                        symbols=words_facts.SYMBOLS,
                    ),
                )
            ],
            points=facts.points(cells),
            lists=("Outlet", "Statement"),
            table=facts.shown(table),
        )
    )


def _when(view: data.View) -> None:
    articles = view.table("articles")
    zone = view.analysis.story.time_zone
    dated = facts.dated_figures(view.whole_table("ledger"))
    found = line(articles, event_zone=zone, reader_zone=state.reader_zone(), figures=dated)
    show(html.takeaway("When each text appeared, and what the figures in it are dated by."))
    show(timeline(found, undated(articles)))
    show(html.caveat(words.capital(view.analysis.story.note or "")))


if __name__ == "__main__":
    page()
