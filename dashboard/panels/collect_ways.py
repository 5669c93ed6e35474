"""The ways in: a pasted text, files, web addresses; and how far a reading has come."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analysis.collect import SUFFIXES
from analysis.collect.web.pace import PER_MINUTE
from analysis.limits import MAX_FILE_BYTES
from dashboard import collecting, state, words, words_collect
from dashboard.components import frame, html
from dashboard.components.markup import plain, show

LOOK_SECONDS = 0.7
"""How often the page looks how far a reading has come."""

MAX_MB = MAX_FILE_BYTES // 1024**2

TEXT_HEIGHT = 220
ADDRESS_HEIGHT = 130


def ways() -> None:
    """Show the chosen way in."""
    ways = {
        words_collect.PASTE: _paste,
        words_collect.FILES: _files,
        words_collect.FOLDER: _folder,
        words_collect.WEB: _web,
    }
    state.check_url("way", ways)
    way = st.pills(
        words_collect.WAY,
        list(ways),
        default=words_collect.PASTE,
        required=True,
        key="way",
        bind="query-params",
        label_visibility="collapsed",
    )
    ways[way]()


def _paste() -> None:
    st.text_area(
        words_collect.PASTE_LABEL,
        key=collecting.PASTE,
        height=TEXT_HEIGHT,
        persist_state="session",
    )
    show(html.paragraph(words_collect.PASTE_HINT, kind="px-hint"))
    _read_button(words_collect.READ_TEXT, "read-text", collecting.read_pasted)


def _files() -> None:
    st.file_uploader(
        words_collect.FILES_LABEL,
        type=sorted(SUFFIXES),
        accept_multiple_files=True,
        max_upload_size=MAX_MB,
        key=collecting.uploads_key(collecting.FILES),
    )
    show(html.paragraph(words_collect.FILES_HINT.format(most=MAX_MB), kind="px-hint"))
    _read_button(words_collect.READ_FILES, "read-files", collecting.read_files)


def _folder() -> None:
    st.file_uploader(
        words_collect.FOLDER_LABEL,
        type=sorted(SUFFIXES),
        accept_multiple_files="directory",
        max_upload_size=MAX_MB,
        key=collecting.uploads_key(collecting.FOLDER),
    )
    kinds = ", ".join(sorted(SUFFIXES))
    show(html.paragraph(words_collect.FOLDER_HINT.format(most=MAX_MB, kinds=kinds), kind="px-hint"))
    _read_button(words_collect.READ_FOLDER, "read-folder", collecting.read_folder)


def _web() -> None:
    show(html.paragraph(words_collect.WEB_NOTICE.format(rate=PER_MINUTE), kind="px-notice"))
    st.text_area(
        words_collect.WEB_LABEL,
        key=collecting.WEB,
        height=ADDRESS_HEIGHT,
        persist_state="session",
    )
    _read_button(words_collect.FETCH, "fetch", collecting.fetch_written)


def _read_button(label: str, key: str, read: Callable[[], None]) -> None:
    is_busy = collecting.running() is not None
    st.button(label, key=key, on_click=read, disabled=is_busy)
    if collecting.take_nothing_given():
        frame.message(words_collect.NOTHING_GIVEN)


def progress() -> None:
    """Show how far a reading has come, as long as there is one."""
    if collecting.running():
        _watch()


@st.fragment(run_every=LOOK_SECONDS)
def _watch() -> None:
    found = collecting.running()
    if found is None or found.state.is_done:
        st.rerun()
        return
    now = found.state
    with st.container(border=True, key="reading"):
        words_now = words_collect.READING.format(words=now.words or "\u2026")
        st.progress(now.share, text=plain(words.shortened(words_now, 160)))
        with st.container(horizontal=True, vertical_alignment="center", key="reading-row"):
            number = words.plural(now.n_items, "item")
            show(html.paragraph(words_collect.SO_FAR.format(number=number), kind="px-count"))
            st.button(words_collect.STOP, key="stop-reading", on_click=found.stop)
