"""Over time: the outlets of a batch through its weeks, months or years."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from analysis.corpus import Cell
from analysis.errors import ParallaxError
from dashboard import batches, state, words
from dashboard import words_corpus as said
from dashboard.components import corpus_controls, frame, html
from dashboard.components.corpus_drawer import open_drawer
from dashboard.components.figure import FigureBlock, Panel, show_figure
from dashboard.components.markup import plain, show
from dashboard.figures.k_of_n import Scale
from dashboard.figures.over_time import TimeColumns, over_time
from dashboard.prepare import behind
from dashboard.prepare import over_time as prepared

if TYPE_CHECKING:
    import pandas as pd

MARKS = TimeColumns("outlet", "period", "value", "low", "high", "key", "few", "hover")


def page() -> None:
    """Draw the page, but not for a class: it names outlets."""
    if state.is_guest():
        return
    st.title(said.TITLE)
    try:
        batch = batches.batch()
        if batch is None:
            _no_batch()
        else:
            _batch(batch)
    except ParallaxError as err:
        frame.message(f"{words.capital(str(err))}.")


def _no_batch() -> None:
    frame.message(said.NO_BATCH)
    st.code(said.COMMANDS, language=None, wrap_lines=True)
    show(html.paragraph(said.WHO_CHOOSES, kind="px-hint"))


def _batch(batch: batches.Batch) -> None:
    show(html.facts(*_facts(batch)))
    if not batch.measures:
        frame.message(said.NOTHING)
        return
    choice = corpus_controls.choice(batch)
    if not choice.outlets:
        frame.message(said.NO_OUTLET)
        return
    series = batch.series(choice.followed.key, choice.voice, choice.period)
    rows = prepared.of_outlets(series, choice.outlets, choice.period)
    st.header(plain(choice.followed.label), anchor=False)
    if choice.followed.note:
        show(html.paragraph(choice.followed.note, kind="px-question"))
    if not len(rows):
        frame.message(said.NO_NUMBER)
        return
    _figure(choice, rows, is_older=prepared.is_older(series, choice.outlets))
    _asked(batch, choice, rows)


def _facts(batch: batches.Batch) -> list[tuple[str, str]]:
    days = [day.isoformat() for day in batch.span or ()]
    refused = batch.corpus.manifest.refused
    return [
        ("Batch", batch.name),
        ("Articles", f"{batch.articles:,}" + (f", {refused:,} refused" if refused else "")),
        ("Outlets", f"{len(batch.outlets):,}"),
        ("Dates", words.date_span(days)),
    ]


def _figure(choice: corpus_controls.Choice, rows: pd.DataFrame, *, is_older: bool) -> None:
    followed, outlets, period = choice.followed, choice.outlets, choice.period
    whose = words.VOICES[choice.voice]
    end = prepared.top(rows)
    drawn = prepared.drawn(rows, followed, period)
    title = f"{followed.label}, {whose}: {prepared.axis_title(followed)} by {period}"
    show_figure(
        FigureBlock(
            name="over-time",
            takeaway=prepared.takeaway(rows, outlets, followed, whose),
            caveat=prepared.caveat(rows, choice.followed, period, end=end, is_older=is_older),
            panels=[
                Panel(
                    name="series",
                    title=title,
                    alt=prepared.alt(rows, outlets, followed),
                    draw=partial(
                        over_time,
                        drawn,
                        MARKS,
                        Scale(end, "", percent=True),
                        rows=list(outlets),
                        right=prepared.ends(rows, outlets),
                    ),
                )
            ],
            points=prepared.points(rows, followed, whose),
            lists=("Outlet", period.value.capitalize()),
            table=prepared.shown(rows, followed, period),
        )
    )


def _asked(batch: batches.Batch, choice: corpus_controls.Choice, rows: pd.DataFrame) -> None:
    """Open the drawer if a number was asked for in this run."""
    query = state.take_asked()
    if query is None or query.outlet is None or query.since is None:
        return
    first = date.fromisoformat(query.since) if query.since else None
    cell = Cell(query.outlet, first, choice.period)
    find = partial(batch.sentences, cell, choice.followed.key, choice.voice)
    counted = behind.sentences_of(rows, query)
    open_drawer(query.title, find, partial(behind.how_many, counted, choice.followed))


if __name__ == "__main__":
    page()
