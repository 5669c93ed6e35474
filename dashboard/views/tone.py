"""Tone and reading level: where the language is charged, and how hard it is to read."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard import data, reference, words
from dashboard.components import frame
from dashboard.components.figure import FigureBlock, Panel, show_figure
from dashboard.figures.strip import StripColumns, strip
from dashboard.prepare import tone

TICKS = StripColumns("outlet", "tone", "key", "quoted", "hover")


def page() -> None:
    """Draw the page."""
    view = data.current()
    st.title("Where is the language charged, and how hard is it to read?")
    frame.small_sample(view.whole)
    if not view.outlets:
        frame.message("No outlet is chosen. Choose one or more under \u201cOutlets\u201d.")
        return
    st.header("Sentence by sentence", anchor=False)
    _strip(view)
    st.header("Own words and quoted words", anchor=False)
    _by_voice(view)
    st.header("Reading level", anchor=False)
    _readability(view)


def _strip(view: data.View) -> None:
    ticks = tone.ticks(view.table("sentences"), view.selection.words.voice)
    drawn, ends, _ = tone.drawn(ticks, view.outlets)
    show_figure(
        FigureBlock(
            name="tone",
            takeaway=tone.takeaway(ticks, view.outlets),
            caveat=f"{words.TONE_NOTE} {words.STRIP_NOTE}",
            panels=[
                Panel(
                    name="strip",
                    title="",
                    alt="One mark per sentence from negative to positive vocabulary, by outlet.",
                    draw=partial(strip, drawn, TICKS, rows=view.outlets, right=ends),
                )
            ],
            points=tone.tick_points(ticks),
            lists=("Outlet", "Sentence"),
            table=tone.shown_ticks(ticks),
        )
    )


def _by_voice(view: data.View) -> None:
    rows = view.table("tone")
    show_figure(
        FigureBlock(
            name="tone-by-voice",
            takeaway=words.TONE_MEANS,
            caveat=words.TONE_NOTE,
            panels=[],
            points=[],
            lists=(),
            table=tone.shown_by_voice(rows, reference.measure_labels()),
            open_table=True,
        )
    )


def _readability(view: data.View) -> None:
    rows = view.table("readability")
    show_figure(
        FigureBlock(
            name="readability",
            takeaway=tone.level_range(rows),
            caveat=words.READING_NOTE,
            panels=[],
            points=[],
            lists=(),
            table=tone.shown_readability(rows, reference.measure_labels()),
            open_table=True,
        )
    )


if __name__ == "__main__":
    page()
