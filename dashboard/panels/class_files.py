"""A lesson without a server: worksheet, key and class pack to save."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis.errors import InputError
from analysis.lesson.files import key_html, pack_html, worksheet_html
from analysis.lesson.types import Lesson
from analysis.result import StoryAnalysis
from dashboard import schoolroom, state
from dashboard import words_class as said
from dashboard.components import frame, html
from dashboard.components.markup import show

_LESSON = "_class_files"

_FILES = (
    (said.WORKSHEET, worksheet_html, "worksheet"),
    (said.KEY, key_html, "key"),
    (said.PACK, pack_html, "class-pack"),
)
"""Words on the button, what makes the file, its name."""


def draw(analysis: StoryAnalysis, minutes: int, articles: Sequence[str]) -> None:
    """Offer the files of a lesson on a story; all three belong to one order of letters."""
    st.header(said.PAPER, anchor=False)
    show(html.paragraph(said.PAPER_ABOUT))
    if not articles:
        return
    # One lesson while the choice stays: its three files must not differ in letters.
    token = (id(analysis), minutes, tuple(articles))
    try:
        found = state.remembered(
            _LESSON, token, lambda: schoolroom.new_lesson(analysis, minutes, articles)
        )
    except InputError as err:
        frame.message(str(err))
        return
    _buttons(found)


def pack(found: Lesson) -> None:
    """Offer the files of an open class: their answers can be brought into it."""
    show(html.paragraph(said.PACK_HERE))
    _buttons(found)


def _buttons(found: Lesson) -> None:
    with st.container(horizontal=True, key="class-files"):
        for words, make, name in _FILES:
            st.download_button(
                words,
                data=lambda make=make: make(found).encode(),
                file_name=f"{name}-{found.id}.html",
                mime="text/html",
                on_click="ignore",
                key=f"class-file-{name}",
            )
