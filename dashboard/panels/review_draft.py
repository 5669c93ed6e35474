"""The draft comes in: label, whose it is, pasted or as a file; and how far reading it has come."""

from __future__ import annotations

import streamlit as st

from analysis.collect import Paste, Upload
from analysis.limits import MAX_FILE_BYTES
from analysis.review.decisions import MAX_LABEL
from dashboard import reviewing, state
from dashboard import words_review as said
from dashboard.components import frame, html
from dashboard.components.markup import plain, show
from dashboard.components.person import ask_who

LOOK_SECONDS = 0.7
"""How often the page looks how far a review has come."""

TYPES = ["txt", "md", "html", "docx", "pdf"]
TEXT_HEIGHT = 260
NOBODY = ""


def entry(story: str) -> None:
    """Show the fields for the draft and the button that begins the review."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="review-head"):
        st.text_input(
            said.LABEL,
            key=reviewing.LABEL,
            max_chars=MAX_LABEL,
            placeholder=said.LABEL_HELP,
            persist_state="session",
            width=320,
        )
        _whose(story)
        ask_who()
    way = st.pills(
        said.WAY,
        [said.PASTE, said.FILE],
        default=said.PASTE,
        required=True,
        key="review-way",
        label_visibility="collapsed",
    )
    upload = _file() if way == said.FILE else None
    if way == said.PASTE:
        st.text_area(
            said.PASTE_LABEL,
            key=reviewing.PASTED,
            height=TEXT_HEIGHT,
            persist_state="session",
        )
    with st.container(horizontal=True, key="review-buttons"):
        st.button(
            said.READ_AGAIN if reviewing.current() else said.READ,
            key="review-read",
            on_click=_read,
            args=(story, upload),
            disabled=reviewing.running() is not None,
        )
        if reviewing.current():
            st.button(said.NEW, key="review-new", on_click=reviewing.forget)


def _whose(story: str) -> None:
    names = [NOBODY, *reviewing.outlets(story)]
    state.keep_known(reviewing.WITHOUT, names)
    st.selectbox(
        said.WITHOUT,
        names,
        format_func=lambda name: name or said.NOBODY,
        key=reviewing.WITHOUT,
        help=said.WITHOUT_HELP,
        persist_state="session",
        width=300,
    )


def _file() -> Upload | None:
    file = st.file_uploader(
        said.FILE_LABEL,
        type=TYPES,
        max_upload_size=MAX_FILE_BYTES // 1024**2,
        key=reviewing.files_key(),
    )
    return Upload(file.name, file.getvalue()) if file else None


def _read(story: str, upload: Upload | None) -> None:
    text = state.chosen(reviewing.PASTED)
    if upload is None and not text.strip():
        reviewing.tell(said.NOTHING_GIVEN)
        return
    without = state.chosen(reviewing.WITHOUT) or None
    reviewing.begin(upload or Paste(text), story, without)


def progress() -> None:
    """Show how far a review has come, if there is one; else what kept it from being done."""
    if reviewing.running():
        _watch()
    elif problem := reviewing.take_problem():
        frame.message(problem)


@st.fragment(run_every=LOOK_SECONDS)
def _watch() -> None:
    run = reviewing.running()
    if run is None or run.state.is_done:
        st.rerun()
        return
    now = run.state
    words = said.RUNNING.format(done=now.done, total=now.total) if now.total else said.STARTING
    with st.container(border=True, key="review-running"):
        st.progress(now.done / now.total if now.total else 0.0, text=plain(words))
        show(html.paragraph(said.PRIVACY, kind="px-hint"))
        st.button(said.STOP, key="review-stop", on_click=run.stop)
