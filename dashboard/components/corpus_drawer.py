"""The drawer on the right for a number of a batch: its sentences, each with where it stands."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING

import streamlit as st

from analysis.markup import Html, element
from analysis.render import Mark, marked
from dashboard import download, words
from dashboard import words_corpus as said
from dashboard.components import html
from dashboard.components.markup import show

if TYPE_CHECKING:
    import pandas as pd


@st.dialog(said.BEHIND, position="right", width="medium")
def open_drawer(title: str, how_many: str, rows: pd.DataFrame) -> None:
    """Show the sentences; ``how_many`` says how many there are and how many are shown."""
    show(html.paragraph(title, kind="px-drawer-title"))
    show(html.paragraph(how_many, kind="px-hint"))
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
