"""Verbs of saying: in each outlet, and with which kind of speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import data, words, words_voices
from dashboard.components import html
from dashboard.components.figure import FigureBlock, show_figure
from dashboard.components.markup import show
from dashboard.prepare import voices, voices_verbs

if TYPE_CHECKING:
    import pandas as pd


def draw(view: data.View) -> None:
    """Draw the panel."""
    table = view.table("verbs")
    verbs = voices.verbs(table)
    show_figure(
        FigureBlock(
            name="verbs",
            takeaway=voices.verb_takeaway(verbs),
            caveat=words.VERB_NOTE,
            panels=[],
            points=voices.verb_points(verbs),
            lists=("Outlet", "Verb"),
            table=voices.shown_verbs(verbs),
        )
    )
    show(html.facts(*voices.verb_lines(verbs)))
    if len(table):
        st.header("With which kind of speaker", anchor=False)
        _by_kind(table)


def _by_kind(table: pd.DataFrame) -> None:
    show_figure(
        FigureBlock(
            name="verbs-by-kind",
            takeaway=voices_verbs.takeaway(table),
            caveat=words_voices.VERB_KIND_NOTE,
            panels=[],
            points=voices_verbs.points(table),
            lists=("Kind of speaker", "Verb", "Outlet"),
            table=voices_verbs.shown(table),
        )
    )
    show(html.facts(*voices_verbs.lines(table)))
