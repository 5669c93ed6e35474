"""What the library hands out of classes: frozen values, no database, never a secret it keeps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

ALPHABET = "BCDFGHJKMNPQRSTVWXYZ23456789"
"""Letters of codes: none that is taken for another (0 O, 1 I L), no vowel, so no words."""

CODE_LETTERS = 6
"""28 ** 6 = 4.8e8 codes: docs/classroom.md works out what guessing takes."""

TOKEN_LETTERS = 12
"""28 ** 12 = 2.3e17: the way back to a seat can be typed and stands in an address."""

MAX_SEATS = 60
"""Seats in one class: two classes together; it bounds what one code can fill."""

MAX_NAME = 24
"""Longest nickname, in characters."""

MAX_VALUE = 2_000
"""Longest answer, in characters: every word of a long sentence marked."""

MAX_MARKS = 2_000
"""Answers of one seat: 40 sentences with four questions, each changed a dozen times."""

KEEP_DAYS = 30
"""A class that nobody closes is deleted this many days after it was opened."""


class SeatRole(StrEnum):
    """Who sits there: a pupil, or the teacher's own key to compare with."""

    PUPIL = "pupil"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Classroom:
    """One class session."""

    id: str
    code: str
    story: str
    step: str
    opened_at: str
    closed_at: str | None


@dataclass(frozen=True, slots=True)
class Opened:
    """A class just opened, with the one secret that leads its teacher back to it."""

    classroom: Classroom
    teacher_key: str


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat in a class."""

    number: int
    class_id: str
    name: str
    role: SeatRole
    joined_at: str
    committed_at: str | None


@dataclass(frozen=True, slots=True)
class Mark:
    """One answer of a seat."""

    number: int
    seat: int
    task: str
    subject: str
    value: str
    made_at: str


@dataclass(frozen=True, slots=True)
class NewMark:
    """An answer on its way in; ``client_id`` makes sure that a repeated one is kept once."""

    client_id: str
    task: str
    subject: str
    value: str
