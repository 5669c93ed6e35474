"""Who speaks in which outlet, and how much: a matrix of quotes or of quoted words."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard import accuracy, data, words, words_voices
from dashboard.components.figure import FigureBlock, Panel, show_figure
from dashboard.figures.matrix import CellColumns, matrix
from dashboard.prepare import voices

CELLS = {
    words_voices.QUOTES: CellColumns("name", "outlet", "quotes", "key", "hover"),
    words_voices.QUOTED_WORDS: CellColumns("name", "outlet", "words", "key", "hover"),
}


def draw(view: data.View) -> None:
    """Draw the panel."""
    speakers = voices.speakers(view.table("voices"))
    names = voices.rows(speakers)
    drawn = speakers[speakers["name"].isin(names)]
    counted = st.pills(
        "Count",
        list(CELLS),
        default=words_voices.QUOTES,
        required=True,
        key="counted",
        bind="query-params",
    )
    show_figure(
        FigureBlock(
            name="speakers",
            takeaway=voices.takeaway(speakers, view.outlets),
            caveat=f"{words.VOICES_NOTE} {accuracy.quotes_note()} {accuracy.speakers_note()}",
            panels=[
                Panel(
                    name="matrix",
                    title="",
                    alt=f"Speakers by outlet, number of {counted}. As in the table below.",
                    draw=partial(matrix, drawn, CELLS[counted], rows=names, heads=view.outlets),
                )
            ],
            points=voices.speaker_points(speakers),
            lists=("Outlet", "Speaker"),
            table=voices.shown_speakers(speakers),
        )
    )
