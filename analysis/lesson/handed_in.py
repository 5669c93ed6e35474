"""The file of answers that a pupil hands in -> answers; every field looked at, nothing trusted."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from analysis.errors import InputError
from analysis.lesson.answers import check
from analysis.lesson.types import Lesson, Task

FORMAT = "parallax-lesson-answers"
VERSION = 1

MAX_BYTES = 1_000_000
"""Largest file: 40 sentences with four answers make 20 kB."""

MAX_ANSWERS = 500
"""Most answers in one file: 40 sentences with four questions, and the guesses, make 165."""

_ID = re.compile(r"[0-9A-Za-z_-]{8,64}")
"""How the random ids of a pupil and of an answer may look."""


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """One answer of a file, with the id that keeps it from being counted twice."""

    id: str
    task: Task
    subject: str
    value: str


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What one pupil handed in."""

    lesson: str
    story: str
    minutes: int
    seed: str
    articles: tuple[str, ...]
    name: str
    pupil: str
    """Random id made in the pupil's browser: it tells two pupils of one name apart."""
    answers: tuple[GivenAnswer, ...]


def read_answers(data: bytes) -> HandedIn:
    """Return what a file of answers holds.

    Raises
    ------
    InputError
        If it is no such file; the message says what was found and what to do.
    """
    if len(data) > MAX_BYTES:
        message = f"the file has {len(data):,} bytes; answers have at most {MAX_BYTES:,}"
        raise InputError(message)
    found = _json(data)
    if found.get("format") != FORMAT or found.get("version") != VERSION:
        message = (
            "this is no file of answers from a class pack; choose the file that the pack saved "
            "(its name ends in answers.json)"
        )
        raise InputError(message)
    answers = found.get("answers")
    if not isinstance(answers, list) or len(answers) > MAX_ANSWERS:
        message = f"the file has no list of at most {MAX_ANSWERS} answers; save it again"
        raise InputError(message)
    return HandedIn(
        lesson=_text(found, "lesson", 64),
        story=_text(found, "story", 200),
        minutes=_minutes(found),
        seed=_text(found, "seed", 64),
        articles=_articles(found),
        name=_text(found, "name", 60),
        pupil=_id(found, "pupil"),
        answers=tuple(_answer(each) for each in answers),
    )


def checked(lesson: Lesson, found: HandedIn) -> HandedIn:
    """Return the file if it belongs to a lesson and every answer fits.

    Raises
    ------
    InputError
        If not; the message says what to do.
    """
    if found.lesson != lesson.id:
        message = (
            f"these answers belong to another lesson ({found.lesson[:16]}, this one is "
            f"{lesson.id}): the texts, their order or the sentences differ. Hand in the file "
            "where its class pack was made"
        )
        raise InputError(message)
    for each in found.answers:
        check(lesson, each.task, each.subject, each.value)
    return found


def _json(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as err:
        message = "the file cannot be read as answers (JSON in UTF-8); save it from the pack again"
        raise InputError(message) from err
    if not isinstance(found, dict):
        message = "the file holds no answers; choose the file that the class pack saved"
        raise InputError(message)
    return found


def _text(found: dict[str, Any], name: str, longest: int) -> str:
    value = found.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= longest:
        message = f"the file says nothing usable under '{name}'; save it from the pack again"
        raise InputError(message)
    return value


def _id(found: dict[str, Any], name: str) -> str:
    value = _text(found, name, 64)
    if not _ID.fullmatch(value):
        message = f"'{name}' in the file is no id; save it from the pack again"
        raise InputError(message)
    return value


def _minutes(found: dict[str, Any]) -> int:
    value = found.get("minutes")
    if not isinstance(value, int) or isinstance(value, bool):
        message = "the file does not say which plan it belongs to; save it from the pack again"
        raise InputError(message)
    return value


def _articles(found: dict[str, Any]) -> tuple[str, ...]:
    value = found.get("articles")
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        message = "the file does not name its articles; save it from the pack again"
        raise InputError(message)
    return tuple(each[:200] for each in value[:5])


def _answer(found: object) -> GivenAnswer:
    if not isinstance(found, dict) or found.get("task") not in set(Task):
        message = "one of the answers has no question; save the file from the pack again"
        raise InputError(message)
    value = found.get("value")
    if not isinstance(value, str):
        message = "one of the answers is empty; save the file from the pack again"
        raise InputError(message)
    return GivenAnswer(_id(found, "id"), Task(found["task"]), _text(found, "subject", 12), value)
