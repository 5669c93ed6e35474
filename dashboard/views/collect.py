"""Collect: bring in articles, look at each, correct it, and save them into a story."""

from __future__ import annotations

import streamlit as st

from analysis import library
from analysis.errors import ParallaxError
from dashboard import collecting, words_collect
from dashboard.components import frame, html
from dashboard.components.markup import show
from dashboard.panels import collect_desk, collect_save, collect_ways


def page() -> None:
    """Draw the page."""
    collecting.absorb()
    st.title(words_collect.TITLE)
    show(html.paragraph(words_collect.INTRO))
    try:
        _writable()
        collect_save.acknowledged()
        collect_ways.ways()
        collect_ways.progress()
        _desk()
    except ParallaxError as err:
        frame.message(str(err))


def _writable() -> None:
    if why := library.why_read_only():
        frame.message(words_collect.NOT_WRITABLE.format(why=why))


def _desk() -> None:
    found = collecting.desk()
    if found.is_empty:
        return
    collect_desk.desk(found)
    if found.entries:
        collect_save.proposals(found)
        collect_save.saving(found)


if __name__ == "__main__":
    page()
