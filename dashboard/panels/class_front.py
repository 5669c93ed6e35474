"""The door of the Classroom: pupils join with a code, a teacher opens a class or makes files."""

from __future__ import annotations

import streamlit as st

from analysis.errors import InputError
from analysis.lesson.plans import MINUTES, N_ASKED, SHORT, plan
from analysis.library.class_values import MAX_NAME
from dashboard import data, schoolroom, state
from dashboard import words_class as said
from dashboard.components import frame, html, lesson
from dashboard.components.markup import plain, show
from dashboard.panels import class_files

MAX_CODE = 20
"""Characters of a field for a code: blanks and dashes are let in."""


def draw() -> None:
    """Draw the ways in: a pupil's first, because it must come up fast for a whole class."""
    if state.is_guest():
        _join()
        return
    way = st.pills(
        said.WAY,
        said.WAYS,
        default=said.FOR_PUPILS,
        required=True,
        key="class-way",
        bind="query-params",
    )
    if way == said.FOR_TEACHERS:
        _open()
    else:
        _join()


def _join() -> None:
    with st.form("class-join", width=460):
        code = st.text_input(
            said.CODE,
            value=next(reversed(state.from_url(state.CODE)), ""),
            max_chars=MAX_CODE,
            help=said.CODE_HINT,
            key="class-code",
        )
        name = st.text_input(said.NAME, max_chars=MAX_NAME, help=said.NAME_HINT, key="class-name")
        pressed = st.form_submit_button(said.JOIN, key="class-join-go")
    show(html.paragraph(said.KEEP, kind="px-hint"))
    if pressed:
        _enter(code, name)
    with st.expander(said.AGAIN), st.form("class-again", width=460):
        token = st.text_input(
            said.SEAT, max_chars=MAX_CODE, help=said.SEAT_HINT, key="class-seat-code"
        )
        if st.form_submit_button(said.COME_BACK, key="class-again-go"):
            _return(token)


def _enter(code: str, name: str) -> None:
    try:
        token = schoolroom.join(code, name)
    except InputError as err:
        frame.message(str(err))
        return
    state.to_url(state.SEAT, token)
    state.out_of_url(state.CODE)
    st.rerun()


def _return(token: str) -> None:
    try:
        schoolroom.come_back(token)
    except InputError as err:
        frame.message(str(err))
        return
    state.to_url(state.SEAT, token)
    st.rerun()


def _open() -> None:
    show(html.paragraph(said.OPEN_ABOUT))
    if not data.stories():
        frame.message(said.NO_STORY)
        return
    analysis = data.load(state.chosen("story"))
    names = {name: each.article.id for name, each in data.articles_by_name(analysis).items()}
    minutes = st.radio(
        said.PLAN,
        MINUTES,
        format_func=lambda each: said.MINUTES.format(minutes=each, asked=N_ASKED[each]),
        key="class-plan",
    )
    chosen = st.pills(
        said.TEXTS,
        list(names),
        selection_mode="multi",
        default=list(names)[:5],
        format_func=plain,
        key=f"class-texts-{analysis.story.id}",
    )
    articles = [names[each] for each in chosen]
    with st.expander(said.PLAN_TABLE):
        show(lesson.plan_table(plan(minutes or SHORT)))
    if st.button(said.OPEN, key="class-open", disabled=not articles):
        opened = schoolroom.open_class(analysis, minutes or SHORT, articles)
        state.to_url(state.TEACHER, opened.teacher_key)
        st.rerun()
    class_files.draw(analysis, minutes or SHORT, articles)
