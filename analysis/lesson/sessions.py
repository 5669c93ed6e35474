"""Class sessions over the library: a lesson opened, answers saved and read back as values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from analysis import library
from analysis.lesson.answers import Answer, check
from analysis.lesson.handed_in import HandedIn, checked
from analysis.lesson.records import from_json, to_json
from analysis.lesson.types import TAKEN_IN, Lesson, Step, Task
from analysis.library import Classroom, Mark, NewMark, Opened, Seat, SeatRole

KEPT_LESSONS = 8
"""Lessons of classes in memory: a lesson never changes while its class is open."""


@dataclass(frozen=True, slots=True)
class ClassAnswers:
    """What a class answered so far, the pupils' and the teacher's apart."""

    seats: tuple[Seat, ...]
    pupils: tuple[Answer, ...]
    key: tuple[Answer, ...]

    @property
    def n_by_seat(self) -> Mapping[int, int]:
        """Return for each seat how many sentences it has answered."""
        subjects: dict[int, set[str]] = {seat.number: set() for seat in self.seats}
        for each in self.pupils:
            if each.task is not Task.GUESS:
                subjects[each.who].add(each.subject)
        return {seat: len(found) for seat, found in subjects.items()}


def open_lesson(lesson: Lesson) -> Opened:
    """Open a class on a lesson."""
    articles = [text.article_id for text in lesson.texts]
    return library.open_class(lesson.story, to_json(lesson), Step.BEFORE.value, articles)


@lru_cache(maxsize=KEPT_LESSONS)
def lesson_of_class(class_id: str) -> Lesson:
    """Return the lesson of a class.

    Raises
    ------
    InputError
        If the class was deleted, or opened by another version.
    """
    return from_json(library.lesson_of_class(class_id))


def save(lesson: Lesson, seat: Seat, answers: Sequence[tuple[str, Task, str, str]]) -> str:
    """Check answers and write them: (client id, question, subject, value); return the time.

    Raises
    ------
    InputError
        If one does not fit the lesson, or the class takes no answers now.
    """
    for _, task, subject, value in answers:
        check(lesson, task, subject, value)
    steps = frozenset.intersection(*(TAKEN_IN[task] for _, task, _, _ in answers))
    new = [NewMark(client, task.value, subject, value) for client, task, subject, value in answers]
    return library.save_marks(seat, new, steps)


def bring_in(lesson: Lesson, room: Classroom, found: HandedIn) -> Seat:
    """Take a pupil's file into a class; a file that comes again changes nothing.

    Raises
    ------
    InputError
        If it belongs to another lesson or holds what cannot be an answer.
    """
    checked(lesson, found)
    seat = library.imported_seat(room.id, found.name, found.pupil)
    new = [NewMark(each.id, each.task.value, each.subject, each.value) for each in found.answers]
    library.save_marks(seat, new, (), late=True)
    return seat


def answers_of_seat(seat: Seat) -> tuple[Answer, ...]:
    """Return what one seat answered."""
    return tuple(_answers(library.marks_of_seat(seat)))


def answers_of_class(room: Classroom) -> ClassAnswers:
    """Return what everybody of a class answered."""
    seats = library.seats(room.id)
    numbers = {seat.number for seat in seats}
    found = tuple(_answers(library.class_marks(room.id)))
    return ClassAnswers(
        seats,
        tuple(each for each in found if each.who in numbers),
        tuple(each for each in found if each.who not in numbers),
    )


def is_key(seat: Seat) -> bool:
    """Return whether a seat is the teacher's own."""
    return seat.role is SeatRole.KEY


def _answers(marks: Iterable[Mark]) -> Iterable[Answer]:
    return (Answer(mark.seat, Task(mark.task), mark.subject, mark.value) for mark in marks)
