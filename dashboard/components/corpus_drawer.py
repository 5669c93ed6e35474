"""The drawer on the right for a number of a batch: its sentences, each with where it stands."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING

import streamlit as st

from analysis.corpus import MAX_ROWS
from analysis.errors import ParallaxError
from analysis.markup import Html, element
from analysis.render import Mark, marked
from dashboard import download, state, words
from dashboard import words_corpus as said
from dashboard.components import frame, html
from dashboard.components.markup import show

if TYPE_CHECKING:
    import pandas as pd


FIRST = 50
"""Sentences shown at first: each may stand in another file, and to read them all takes a second."""

_MORE = "corpus-more"


@st.dialog(said.BEHIND, position="right", width="medium")
def open_drawer(
    title: str, find: Callable[[int], pd.DataFrame], told: Callable[[int, int], str]
) -> None:
    """Show the first sentences, and more of them when asked.

    ``find`` returns at most as many as it is given; ``told`` says, from how many were found and
    how many were looked for, how many there are.
    """
    most = MAX_ROWS if state.kept(_MORE, "") == title else FIRST
    show(html.paragraph(title, kind="px-drawer-title"))
    try:
        rows = find(most)
    except ParallaxError as err:
        frame.message(f"{words.capital(str(err))}.")
        return
    show(html.paragraph(told(len(rows), most), kind="px-hint"))
    if len(rows):
        # Something to focus, so that the keyboard can scroll a list of two hundred (axe).
        st.download_button(
            said.AS_CSV,
            data=lambda: download.csv_bytes(rows.drop(columns="marks")),
            file_name="sentences.csv",
            mime="text/csv",
            key="corpus-sentences-csv",
            on_click="ignore",
        )
        items = [element("li", *_line(row), class_="px-kwic") for row in rows.to_dict("records")]
        show(element("ol", *items, class_="px-list"))
    if len(rows) == most < MAX_ROWS:
        st.button(said.MORE, key=_MORE + "-button", on_click=state.keep, args=(_MORE, title))


def _line(row: Mapping[Hashable, object]) -> tuple[Html, Html]:
    text = str(row["text"])
    spans = row["marks"] if isinstance(row["marks"], tuple) else ()
    marks = [Mark(a, b, "frame", "side-1") for a, b in spans if 0 <= a < b <= len(text)]
    known = [
        str(row["outlet"]),
        words.date_span([str(row["published"])]) if _is_day(row["published"]) else said.UNDATED,
        f"article {row['article_id']}",
        words.VOICES.get(str(row["voice"]), ""),
        f"tone {row['tone']:+.2f}" if isinstance(row["tone"], float) and not spans else "",
    ]
    where = " \u00b7 ".join(filter(None, known))
    return element("div", where, class_="px-where"), element("div", marked(text, marks), dir="auto")


def _is_day(published: object) -> bool:
    return isinstance(published, str) and words.is_day(published)
