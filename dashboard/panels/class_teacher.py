"""What the teacher sees: the code, the steps, who is here, agreement live, own key, the end."""

from __future__ import annotations

import streamlit as st

from analysis import library
from analysis.lesson import sessions
from analysis.lesson.plans import next_step, plan, previous_step, title_of
from analysis.lesson.types import Lesson, Step
from analysis.library import Classroom
from dashboard import state
from dashboard import words_class as said
from dashboard.components import frame, html, lesson
from dashboard.components.markup import show
from dashboard.panels import class_agreement, class_end, class_marking, class_reveal

LOOK_SECONDS = 5
"""How often progress is drawn anew."""


def draw(key: str) -> None:
    """Draw the page of the class that a teacher's key leads to."""
    room = library.class_for_teacher(key)
    if room is None:
        frame.message(state.kept(class_end.GONE, "") or said.NO_KEY)
        st.button(said.OPEN, key="class-anew", on_click=state.out_of_url, args=(state.TEACHER,))
        return
    found = sessions.lesson_of_class(room.id)
    show(lesson.steps(Step(room.step)))
    part = st.pills(
        "Part", said.PARTS, default=said.LEAD, required=True, key="class-part", width="stretch"
    )
    if room.closed_at:
        frame.message(said.CLOSED)
    if part == said.AGREE:
        class_agreement.draw(found, room)
    elif part == said.OWN_KEY:
        show(html.paragraph(said.KEY_ABOUT))
        class_marking.draw(found, library.key_seat(room.id))
    elif part == said.END:
        class_end.draw(found, room, key)
    else:
        _lead(found, room, key)


def _lead(found: Lesson, room: Classroom, key: str) -> None:
    show(lesson.code(room.code, state.address()))
    with st.container(horizontal=True, key="class-screen"):
        st.link_button(said.SHOW_CODE, f"?{state.SCREEN}={room.code}")
    step = Step(room.step)
    now = next(each for each in plan(found.minutes) if each.step is step)
    st.header(f"{now.title}, {now.minutes} min", anchor=False)
    show(html.paragraph(now.pupils, kind="px-question"))
    show(html.paragraph(now.teacher))
    with st.container(horizontal=True, key="class-steps"):
        _go(said.BACK, previous_step(step), key, "back")
        _go(said.NEXT, next_step(step), key, "next")
    if step in {Step.REVEAL, Step.DISCUSS}:
        rows = [[text.letter, text.outlet, text.who] for text in found.texts]
        show(lesson.table(["Text", "Outlet", "Who runs it"], rows, "Who printed which text"))
    st.header(said.PROGRESS, anchor=False)
    _progress(room, len(found.asked))
    if step is Step.DISCUSS:
        class_reveal.cards(found)
    show(html.paragraph(said.KEY_WARNING, kind="px-hint"))


def _go(words: str, step: Step | None, key: str, name: str) -> None:
    if step:
        st.button(
            words.format(step=title_of(step)),
            key=f"class-{name}",
            on_click=library.set_step,
            args=(key, step.value),
        )


@st.fragment(run_every=LOOK_SECONDS)
def _progress(room: Classroom, total: int) -> None:
    answers = sessions.answers_of_class(room)
    if not answers.seats:
        show(html.paragraph(said.NOBODY))
        return
    committed = sum(bool(each.committed_at) for each in answers.seats)
    show(html.paragraph(said.N_JOINED.format(number=len(answers.seats), committed=committed)))
    n_by_seat = answers.n_by_seat
    rows = [
        [
            seat.name,
            f"{n_by_seat[seat.number]} of {total}",
            "yes" if seat.committed_at else "",
        ]
        for seat in answers.seats
    ]
    show(lesson.table(["Pupil", "Sentences answered", "Committed"], rows, said.PROGRESS))
