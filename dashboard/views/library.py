"""Library: what is kept, in which stories, what was decided, and how to keep it safe."""

from __future__ import annotations

import streamlit as st

from analysis import library
from analysis.errors import ParallaxError
from dashboard import deeds, state
from dashboard import words_library as said
from dashboard.components import frame
from dashboard.components.person import ask_who
from dashboard.panels import (
    library_articles,
    library_aside,
    library_copies,
    library_history,
    library_safe,
    library_stories,
)

PARTS = {
    said.ARTICLES: library_articles.draw,
    said.STORIES: library_stories.draw,
    said.COPIES: library_copies.draw,
    said.ASIDE: library_aside.draw,
    said.HISTORY: library_history.draw,
    said.SAFE: library_safe.draw,
}
"""Name of each part of the page -> what draws it."""


def page() -> None:
    """Draw the page."""
    st.title(said.TITLE)
    state.hold(library_articles.KEYS)
    state.check_url("shelf", list(PARTS))
    with st.container(horizontal=True, vertical_alignment="bottom", key="library-top"):
        part = st.pills(
            said.LOOK,
            list(PARTS),
            default=said.ARTICLES,
            required=True,
            wrap=True,
            key="shelf",
            bind="query-params",
            on_change=deeds.forget,
        )
        ask_who()
    _writable()
    deeds.show_outcome()
    try:
        PARTS[part or said.ARTICLES]()
    except ParallaxError as err:
        frame.message(str(err))


def _writable() -> None:
    """Say why nothing can be saved, if it is so; reading goes on."""
    try:
        why = library.why_read_only()
    except ParallaxError as err:
        why = str(err)
    if why:
        frame.message(said.NOT_WRITABLE.format(why=why))


if __name__ == "__main__":
    page()
