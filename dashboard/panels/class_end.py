"""Files of a class and its end: answers brought in, the class saved, closed, deleted."""

from __future__ import annotations

import streamlit as st

from analysis import library
from analysis.errors import ParallaxError
from analysis.lesson import sessions
from analysis.lesson.export import class_zip
from analysis.lesson.handed_in import read_answers
from analysis.lesson.types import Lesson
from analysis.library import Classroom, Seat
from dashboard import state
from dashboard import words_class as said
from dashboard.components import frame, html
from dashboard.components.markup import plain, show
from dashboard.panels import class_files

GONE = "_class_gone"
"""Where it is kept for the page what was deleted."""

_TOLD = "_class_end_told"
MAX_FILE_MB = 1


def draw(found: Lesson, room: Classroom, key: str) -> None:
    """Draw what can be done with a class outside the lesson."""
    if told := state.kept(_TOLD, ""):
        frame.message(told)
    _seats(room)
    _bring_in(found, room)
    class_files.pack(found)
    _end(found, room, key)


def _seats(room: Classroom) -> None:
    seats = library.seats(room.id)
    if not seats:
        return
    names = {seat.number: seat for seat in seats}
    chosen = st.selectbox(
        said.NEW_SEAT_FOR,
        list(names),
        format_func=lambda number: plain(names[number].name),
        key="class-lost",
    )
    with st.container(horizontal=True, key="class-lost-row"):
        args = (room, names[chosen])
        st.button(said.NEW_SEAT, key="class-lost-go", on_click=_new_seat, args=args)
        st.button(said.REMOVE, key="class-remove", on_click=_remove, args=args)


def _new_seat(room: Classroom, seat: Seat) -> None:
    token = library.new_token(room.id, seat.number)
    state.keep(_TOLD, said.NEW_SEAT_IS.format(name=seat.name, token=token))


def _remove(room: Classroom, seat: Seat) -> None:
    state.keep(_TOLD, library.delete_seat(room.id, seat.number) or "")


def _bring_in(found: Lesson, room: Classroom) -> None:
    files = st.file_uploader(
        said.IMPORT,
        type=["json"],
        accept_multiple_files=True,
        key="class-import",
        max_upload_size=MAX_FILE_MB,
    )
    for file in files or ():
        try:
            handed_in = read_answers(file.getvalue())
            seat = sessions.bring_in(found, room, handed_in)
        except ParallaxError as err:
            frame.message(said.NOT_SAVED.format(why=err))
            continue
        number = len(handed_in.answers)
        frame.message(said.IMPORTED.format(name=seat.name, number=number))


def _end(found: Lesson, room: Classroom, key: str) -> None:
    show(html.paragraph(said.KEEP, kind="px-hint"))
    with st.container(horizontal=True, vertical_alignment="center", key="class-end-row"):
        st.download_button(
            said.EXPORT,
            data=lambda: class_zip(found, room, sessions.answers_of_class(room)),
            file_name=f"class-{room.code}.zip",
            mime="application/zip",
            on_click="ignore",
            key="class-export",
        )
        if not room.closed_at:
            st.button(said.CLOSE, key="class-close", on_click=library.close_class, args=(key,))
    sure = st.checkbox(said.DELETE_SURE, key="class-sure")
    st.button(said.DELETE, key="class-delete", on_click=_delete, args=(key,), disabled=not sure)


def _delete(key: str) -> None:
    pending = library.delete_class(key)
    state.keep(GONE, said.DELETED.format(more=pending or ""))
