"""Class sessions for the page: joins that are slowed down, lessons and files made on request."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

import streamlit as st

from analysis import library
from analysis.errors import InputError
from analysis.lesson import sessions
from analysis.lesson.build import lesson_of
from analysis.lesson.throttle import Throttle
from analysis.lesson.types import Lesson
from analysis.library import Classroom, Opened, Seat
from analysis.result import StoryAnalysis
from dashboard import words_class as said

SEED_BYTES = 4
"""Of the seed that decides letters and sentences: another class, another order."""


@st.cache_resource
def _door() -> Throttle:
    """Return the one counter of wrong codes of this server."""
    return Throttle()


def join(code: str, name: str) -> str:
    """Take a seat in the class with a code; return the way back to it.

    Raises
    ------
    InputError
        If there is no such class, the name cannot be used, or too many codes were wrong.
    """
    room = find_class(code)
    if room.closed_at:
        raise InputError(said.NO_CLASS)
    return library.join_class(room.id, name)


def find_class(code: str) -> Classroom:
    """Return the class with a code; wrong codes are counted wherever they are tried.

    Raises
    ------
    InputError
        If there is no such class, or too many codes were wrong.
    """
    place = _checked_door()
    room = library.class_for_code(code)
    if room is None:
        _door().wrong(place)
        raise InputError(said.NO_CLASS)
    return room


def come_back(token: str) -> Seat:
    """Return the seat that a seat code leads to.

    Raises
    ------
    InputError
        If it leads nowhere, or too many codes were wrong.
    """
    place = _checked_door()
    seat = library.seat(token)
    if seat is None:
        _door().wrong(place)
        raise InputError(said.NO_SEAT)
    return seat


def new_lesson(analysis: StoryAnalysis, minutes: int, articles: Sequence[str]) -> Lesson:
    """Return a lesson on a story, with an order of letters that no other class has."""
    return lesson_of(
        analysis,
        minutes=minutes,
        seed=secrets.token_hex(SEED_BYTES),
        articles=articles,
    )


def open_class(analysis: StoryAnalysis, minutes: int, articles: Sequence[str]) -> Opened:
    """Open a class on a new lesson."""
    return sessions.open_lesson(new_lesson(analysis, minutes, articles))


def _checked_door() -> str:
    """Return where the reader is, unless too many wrong codes came from there."""
    place = _place()
    if seconds := _door().wait(place):
        raise InputError(said.WAIT.format(seconds=seconds))
    return place


def _place() -> str:
    """Return the address of the reader's device; this computer has none."""
    return st.context.ip_address or "this computer"
