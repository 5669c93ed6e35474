"""One sentence at a time: the four questions, saved and acknowledged together."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

import streamlit as st

from analysis.errors import ParallaxError
from analysis.lesson import sessions
from analysis.lesson.answers import marked_words, words_value
from analysis.lesson.types import Lesson, Passage, Task
from analysis.library import Seat
from dashboard import state
from dashboard import words_class as said
from dashboard.components import frame, lesson
from dashboard.components.markup import plain, show
from dashboard.prepare import classroom

_AT, _SAID = "_class_at", "_class_said"
_CHOICES = (Task.VOICE, Task.OWN, Task.TONE)

CLIENT_BYTES = 8
"""Of the id that keeps a repeated answer from being kept twice."""


@dataclass(frozen=True, slots=True)
class Marking:
    """Who marks what, and what was saved so far."""

    lesson: Lesson
    seat: Seat
    mine: classroom.Given


def draw(found: Lesson, seat: Seat) -> None:
    """Draw the sentence that is marked now, and what became of the last save."""
    marking = Marking(found, seat, classroom.given(sessions.answers_of_seat(seat)))
    last = len(found.asked) - 1
    place = min(state.number(_AT), last)
    passage = found.asked[place]
    frame.message(_status(marking))
    _moves(marking, place, last)
    show(lesson.sentence(passage, revealed=sessions.is_key(seat)))
    _questions(marking, passage, place)
    with st.expander(said.REREAD):
        text = found.text(passage.id[0])
        if text:
            show(lesson.text(text, revealed=sessions.is_key(seat)))


def _status(marking: Marking) -> str:
    done = classroom.n_done(marking.lesson, marking.mine)
    total = len(marking.lesson.asked)
    told = state.kept(_SAID, "")
    return told or said.COMMIT_COUNT.format(done=done, total=total)


def _moves(marking: Marking, place: int, last: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="class-moves"):
        _move(said.GO_BACK, -1, last, disabled=place == 0)
        _move(said.GO_ON, 1, last, disabled=place == last)
        st.button(
            said.TO_OPEN,
            key="class-to-open",
            on_click=_go_to,
            args=(classroom.first_open(marking.lesson, marking.mine, place), last),
        )
        st.text(said.SENTENCE.format(place=place + 1, total=last + 1))


def _move(label: str, by: int, last: int, *, disabled: bool) -> None:
    st.button(label, key=f"class-move-{by}", on_click=_step, args=(by, last), disabled=disabled)


def _step(by: int, last: int) -> None:
    state.keep(_SAID, "")
    state.step(_AT, by, last)


def _go_to(place: int, last: int) -> None:
    _step(place - state.number(_AT), last)


def _questions(marking: Marking, passage: Passage, place: int) -> None:
    with st.form(f"class-form-{passage.id}"):
        values = {task: _choice(task, passage, marking.mine) for task in _CHOICES}
        words = _words(passage, marking.mine)
        if words is not None:
            values[Task.WORDS] = words
        pressed = st.form_submit_button(said.SAVE, key=f"class-save-{passage.id}")
    if pressed:
        chosen = {task: value for task, value in values.items() if value is not None}
        if _save(marking, passage, chosen):
            state.step(_AT, 1, len(marking.lesson.asked) - 1)
        st.rerun()


def _choice(task: Task, passage: Passage, mine: classroom.Given) -> str | None:
    values = list(said.ANSWERS[task])
    before = mine.get((task, passage.id))
    return st.radio(
        said.QUESTIONS[task],
        values,
        index=values.index(before) if before in values else None,
        format_func=said.ANSWERS[task].__getitem__,
        key=f"class-{task}-{passage.id}",
        horizontal=True,
    )


def _words(passage: Passage, mine: classroom.Given) -> str | None:
    labels = classroom.word_labels(passage)
    before = mine.get((Task.WORDS, passage.id))
    marked = marked_words(before or "")
    by_label = {plain(label): span for span, label in labels.items()}
    chosen = st.pills(
        said.QUESTIONS[Task.WORDS],
        list(by_label),
        selection_mode="multi",
        default=[label for label, span in by_label.items() if span in marked],
        key=f"class-words-{passage.id}",
    )
    none = st.checkbox(said.NO_LOADED, value=before == "", key=f"class-none-{passage.id}")
    if chosen:
        return words_value(by_label[label] for label in chosen)
    return "" if none else None


def _save(marking: Marking, passage: Passage, values: dict[Task, str]) -> bool:
    """Write the answers; only then say that they are saved."""
    if not values:
        state.keep(_SAID, said.NOTHING_CHOSEN)
        return False
    client = secrets.token_hex(CLIENT_BYTES)
    rows = [(f"{client}-{task}", task, passage.id, value) for task, value in values.items()]
    try:
        at = sessions.save(marking.lesson, marking.seat, rows)
    except ParallaxError as err:
        state.keep(_SAID, said.NOT_SAVED.format(why=err))
        return False
    mine = {**marking.mine, **{(task, passage.id): value for task, value in values.items()}}
    done = classroom.n_done(marking.lesson, mine)
    when = classroom.clock(at, state.reader_zone())
    total = len(marking.lesson.asked)
    state.keep(_SAID, said.SAVED.format(time=when, done=done, total=total))
    return True
