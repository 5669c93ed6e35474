"""What a pupil sees: the step the class is at, own answers, and after the reveal the names."""

from __future__ import annotations

import secrets
from collections.abc import Callable

import streamlit as st

from analysis import library
from analysis.errors import ParallaxError
from analysis.lesson import sessions
from analysis.lesson.plans import plan
from analysis.lesson.types import NOT_KNOWN, Lesson, Step, Task
from analysis.library import Classroom, Seat, SeatRole
from dashboard import state
from dashboard import words_class as said
from dashboard.components import frame, html, lesson
from dashboard.components.markup import plain, show
from dashboard.panels import class_marking, class_reveal
from dashboard.prepare import classroom

LOOK_SECONDS = 6
"""How often a page asks which step the class is at: 30 pupils make 5 small reads a second."""

_GUESSED = "_class_guessed"


def draw(token: str) -> None:
    """Draw the page of the seat that a token leads to."""
    seat = library.seat(token)
    room = library.class_with_id(seat.class_id) if seat else None
    if seat is None or room is None or seat.role is not SeatRole.PUPIL:
        frame.message(said.GONE)
        return
    found = sessions.lesson_of_class(room.id)
    step = Step(room.step)
    show(lesson.steps(step))
    show(html.paragraph(said.WELCOME.format(name=seat.name, code=room.code), kind="px-hint"))
    if room.closed_at:
        frame.message(said.ENDED)
        return
    now = next(each for each in plan(found.minutes) if each.step is step)
    st.header(now.title, anchor=False)
    show(html.paragraph(now.pupils, kind="px-question"))
    _BODIES[step](found, seat, room)
    show(html.paragraph(said.YOUR_SEAT.format(token=token), kind="px-hint"))
    _follow(room.id, room.step)


@st.fragment(run_every=LOOK_SECONDS)
def _follow(class_id: str, step: str) -> None:
    """Draw the page anew when the teacher has gone on."""
    room = library.class_with_id(class_id)
    if room is None or room.closed_at or room.step != step:
        st.rerun(scope="app")


def _before(found: Lesson, seat: Seat, room: Classroom) -> None:
    """Nothing to do yet."""


def _read(found: Lesson, seat: Seat, room: Classroom) -> None:
    letters = [text.letter for text in found.texts]
    letter = st.pills(
        "Text",
        letters,
        default=letters[seat.number % len(letters)],
        required=True,
        key="class-letter",
        format_func=lambda each: f"Text {each}",
    )
    text = found.text(letter or letters[0])
    show(html.paragraph(f"{said.HIDDEN} {said.ASKED_HERE}", kind="px-hint"))
    if text:
        show(lesson.text(text, revealed=False))


def _predict(found: Lesson, seat: Seat, room: Classroom) -> None:
    mine = classroom.given(sessions.answers_of_seat(seat))
    options = [*found.outlets, NOT_KNOWN]
    with st.form("class-guess", width=520):
        values = {
            text.letter: st.selectbox(
                said.WHICH_OUTLET.format(letter=text.letter),
                options,
                index=options.index(before)
                if (before := mine.get((Task.GUESS, text.letter))) in options
                else None,
                format_func=lambda each: said.CANNOT_TELL if each == NOT_KNOWN else plain(each),
                key=f"class-guess-{text.letter}",
            )
            for text in found.texts
        }
        pressed = st.form_submit_button(said.SAVE_GUESSES, key="class-guess-go")
    if pressed:
        _save_guesses(found, seat, {k: v for k, v in values.items() if v is not None})
    if told := state.kept(_GUESSED, ""):
        frame.message(told)
    _texts(found)


def _save_guesses(found: Lesson, seat: Seat, values: dict[str, str]) -> None:
    client = secrets.token_hex(class_marking.CLIENT_BYTES)
    rows = [(f"{client}-{name}", Task.GUESS, name, value) for name, value in values.items()]
    if not rows:
        state.keep(_GUESSED, said.NOTHING_CHOSEN)
        return
    try:
        at = sessions.save(found, seat, rows)
    except ParallaxError as err:
        state.keep(_GUESSED, said.NOT_SAVED.format(why=err))
        return
    when = classroom.clock(at, state.reader_zone())
    done, total = len(rows), len(found.texts)
    state.keep(_GUESSED, said.SAVED.format(time=when, done=done, total=total))


def _texts(found: Lesson) -> None:
    with st.expander(said.REREAD):
        for text in found.texts:
            show(lesson.text(text, revealed=False, asked=False))


def _mark(found: Lesson, seat: Seat, room: Classroom) -> None:
    if seat.committed_at:
        frame.message(said.COMMITTED)
        return
    class_marking.draw(found, seat)


def _commit(found: Lesson, seat: Seat, room: Classroom) -> None:
    if seat.committed_at:
        frame.message(said.COMMITTED)
        return
    if st.button(said.COMMIT, key="class-commit"):
        library.commit_seat(seat)
        st.rerun()
    class_marking.draw(found, seat)


def _reveal(found: Lesson, seat: Seat, room: Classroom) -> None:
    class_reveal.draw(found, sessions.answers_of_class(room).pupils, seat)


def _discuss(found: Lesson, seat: Seat, room: Classroom) -> None:
    answers = sessions.answers_of_class(room)
    if len(answers.seats) >= classroom.MIN_CLASS:
        class_reveal.disputed(found, answers.pupils)
    class_reveal.cards(found)


_BODIES: dict[Step, Callable[[Lesson, Seat, Classroom], None]] = {
    Step.BEFORE: _before,
    Step.READ: _read,
    Step.PREDICT: _predict,
    Step.MARK: _mark,
    Step.COMMIT: _commit,
    Step.REVEAL: _reveal,
    Step.DISCUSS: _discuss,
}
