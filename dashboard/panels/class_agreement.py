"""How far the class agrees, drawn anew while pupils mark."""

from __future__ import annotations

import streamlit as st

from analysis.lesson import sessions
from analysis.lesson.types import Lesson
from analysis.library import Classroom
from dashboard import words_class as said
from dashboard.components import html, lesson
from dashboard.components.markup import show
from dashboard.panels import class_reveal
from dashboard.prepare import classroom

LOOK_SECONDS = 10
"""How often it is drawn anew: 1,000 draws of an interval for four questions take 0.1 s."""


@st.fragment(run_every=LOOK_SECONDS)
def draw(found: Lesson, room: Classroom) -> None:
    """Draw agreement per question and per sentence, what is disputed, and the comparisons."""
    answers = sessions.answers_of_class(room)
    show(html.paragraph(said.AGREE_ABOUT))
    rows = classroom.agreement_rows(found, answers.pupils)
    show(lesson.table(said.AGREE_HEADS, rows, said.AGREE))
    show(html.caveat(said.BENCHMARKS))
    class_reveal.disputed(found, answers.pupils)
    st.subheader(said.COMPARED, anchor=False)
    show(html.paragraph(said.TOOL_IS, kind="px-caveat"))
    compared = classroom.comparison_rows(found, answers.pupils, answers.key)
    show(lesson.table(said.COMPARE_HEADS, compared, said.COMPARED))
    st.subheader(said.MAP, anchor=False)
    show(lesson.table(said.MAP_HEADS, classroom.map_rows(found, answers.pupils), said.MAP))
