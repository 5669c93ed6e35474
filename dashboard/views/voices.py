"""Voices: who gets to speak, in what role, and with which verb."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import data, words
from dashboard.components import frame, html
from dashboard.components.figure import FigureBlock, Panel, show_figure
from dashboard.components.markup import show
from dashboard.figures.matrix import CellColumns, matrix
from dashboard.figures.mix import PartColumns, mix
from dashboard.prepare import voices

if TYPE_CHECKING:
    import pandas as pd

CELLS = CellColumns("name", "outlet", "quotes", "key", "hover")
PARTS = PartColumns("outlet", "kind", "share", "quotes", "n", "key")


def page() -> None:
    """Draw the page."""
    view = data.current()
    st.title("Who gets to speak?")
    frame.small_sample()
    if not view.outlets:
        frame.message("No outlet is chosen. Choose one or more under \u201cOutlets\u201d.")
        return
    speakers = voices.speakers(view.table("voices"))
    if not len(speakers):
        frame.message("No quotes were found in the chosen texts. Read them to be sure.")
        return
    st.header("Speakers", anchor=False)
    _speakers(view, speakers)
    st.header("Kinds of speakers", anchor=False)
    _mix(view)
    st.header("Verbs of saying", anchor=False)
    _verbs(view)


def _speakers(view: data.View, speakers: pd.DataFrame) -> None:
    names = voices.rows(speakers)
    drawn = speakers[speakers["name"].isin(names)]
    show_figure(
        FigureBlock(
            name="speakers",
            takeaway=voices.takeaway(speakers, view.outlets),
            caveat=words.VOICES_NOTE,
            panels=[
                Panel(
                    name="matrix",
                    title="",
                    alt="Speakers by outlet, number of quotes. The table below holds the same.",
                    draw=partial(matrix, drawn, CELLS, rows=names, heads=view.outlets),
                )
            ],
            points=voices.speaker_points(speakers),
            lists=("Outlet", "Speaker"),
            table=voices.shown_speakers(speakers),
        )
    )


def _mix(view: data.View) -> None:
    roles = view.table("roles")
    parts, kinds = voices.parts(roles)
    rows = [name for name in view.outlets if name in set(parts["outlet"])]
    show_figure(
        FigureBlock(
            name="roles",
            takeaway=voices.mix_takeaway(roles),
            key=html.fill_key(kinds),
            caveat=words.ROLE_NOTE,
            panels=[
                Panel(
                    name="bars",
                    title="",
                    alt=voices.mix_takeaway(roles),
                    draw=partial(mix, parts, PARTS, rows=rows, groups=kinds),
                )
            ]
            if rows
            else [],
            points=voices.part_points(parts),
            lists=("Outlet", "Kind of speaker"),
            table=voices.shown_roles(roles),
        )
    )
    few = voices.few(roles, view.outlets)
    if few:
        show(html.paragraph("Fewer than five quotes, listed instead of drawn:", kind="px-hint"))
        show(html.facts(*few))


def _verbs(view: data.View) -> None:
    verbs = voices.verbs(view.table("verbs"))
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


if __name__ == "__main__":
    page()
