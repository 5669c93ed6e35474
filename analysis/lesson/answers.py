"""An answer as text and as a value; every one is checked against the lesson before it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from analysis.errors import InputError
from analysis.lesson.types import (
    NOT_KNOWN,
    OWN_VALUES,
    TONE_VALUES,
    VOICE_VALUES,
    Lesson,
    Task,
)
from analysis.types import Span

_WORDS = re.compile(r"(?:\d{1,9}-\d{1,9}(?: (?!$)|$))*")


@dataclass(frozen=True, slots=True)
class Answer:
    """What one pupil, the teacher's key or the tool says of one thing."""

    who: int
    task: Task
    subject: str
    """Id of a sentence, or letter of a text."""
    value: str


def words_value(spans: Iterable[Span]) -> str:
    """Return marked words as an answer: their offsets in the original text; empty = none."""
    return " ".join(f"{start}-{end}" for start, end in sorted(spans))


def marked_words(value: str) -> frozenset[Span]:
    """Return the words that an answer marks."""
    pairs = (part.split("-") for part in value.split())
    return frozenset(Span(int(start), int(end)) for start, end in pairs)


def check(lesson: Lesson, task: Task, subject: str, value: str) -> None:
    """Refuse an answer that the lesson does not ask for.

    Raises
    ------
    InputError
        The message says which answer, and what would be one.
    """
    if not _fits(lesson, task, subject, value):
        message = f"'{value[:30]}' is no answer to '{task}' of '{subject[:12]}' in this lesson"
        raise InputError(message)


def _fits(lesson: Lesson, task: Task, subject: str, value: str) -> bool:
    if task is Task.GUESS:
        return lesson.text(subject) is not None and value in (*lesson.outlets, NOT_KNOWN)
    passage = lesson.passage(subject)
    if passage is None or not passage.asked:
        return False
    if task is Task.WORDS:
        return bool(_WORDS.fullmatch(value)) and marked_words(value) <= set(passage.words)
    return value in _VALUES[task]


_VALUES: dict[Task, tuple[str, ...]] = {
    Task.VOICE: VOICE_VALUES,
    Task.OWN: OWN_VALUES,
    Task.TONE: TONE_VALUES,
}
