"""The screen for the projector: the code, the step, how many are here; no key, no answers."""

from __future__ import annotations

import streamlit as st

from analysis import library
from analysis.lesson import sessions
from analysis.lesson.plans import plan
from analysis.lesson.types import Step
from dashboard import schoolroom, state
from dashboard import words_class as said
from dashboard.components import frame, html, lesson
from dashboard.components.markup import show

LOOK_SECONDS = 4
"""How often the screen looks what has changed."""


def draw(code: str) -> None:
    """Draw the screen of the class with a code."""
    _live(schoolroom.find_class(code).id)


@st.fragment(run_every=LOOK_SECONDS)
def _live(class_id: str) -> None:
    room = library.class_with_id(class_id)
    if room is None:
        frame.message(said.GONE)
        return
    found = sessions.lesson_of_class(room.id)
    now = next(each for each in plan(found.minutes) if each.step is Step(room.step))
    show(lesson.steps(now.step))
    show(lesson.code(room.code, state.address()))
    show(html.takeaway(now.title))
    show(html.paragraph(now.pupils, kind="px-question"))
    seats = library.seats(room.id)
    done = sum(bool(each.committed_at) for each in seats)
    show(html.paragraph(said.N_JOINED.format(number=len(seats), committed=done)))
    if now.step is Step.REVEAL or now.step is Step.DISCUSS:
        rows = [[text.letter, text.outlet] for text in found.texts]
        show(lesson.table(["Text", "Outlet"], rows, "Who printed which text"))
    if room.closed_at:
        frame.message(said.ENDED)
