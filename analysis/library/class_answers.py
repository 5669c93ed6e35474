"""Answers of a class: on disk before they are acknowledged, kept once however often they come."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, func, select

from analysis.errors import InputError
from analysis.library import tables
from analysis.library.class_values import MAX_MARKS, MAX_VALUE, Mark, NewMark, Seat, SeatRole
from analysis.library.edit_log import now
from analysis.library.engine import reading, writing
from analysis.library.tables import AnyRow, AnySelect

_marks, _seats, _classes = tables.class_marks, tables.class_seats, tables.classes


def save_marks(
    seat: Seat, entries: Sequence[NewMark], steps: Collection[str], *, late: bool = False
) -> str:
    """Write answers of a seat; they are on disk when this returns the time of writing.

    An entry whose ``client_id`` was written before is not written again.

    Parameters
    ----------
    steps
        The steps of the class in which such answers are taken; the teacher's own key is
        taken in every step.
    late
        Whether it is a file that the teacher brings in: it is taken in every step too.

    Raises
    ------
    InputError
        If the class is past that step or closed, the pupil has committed, or an answer
        cannot be kept.
    """
    _check(entries)
    made_at = now()
    with writing() as connection:
        _check_open(connection, seat, frozenset(steps), late=late)
        known = _known(connection, seat)
        rows = {
            entry.client_id: _row(seat, entry, made_at)
            for entry in entries
            if entry.client_id not in known
        }
        if len(known) + len(rows) > MAX_MARKS:
            message = f"a seat holds at most {MAX_MARKS:,} answers, changed ones included"
            raise InputError(message)
        if rows:
            connection.execute(_marks.insert(), list(rows.values()))
    return made_at


def commit_seat(seat: Seat) -> None:
    """Let a pupil change nothing any more."""
    where = (_seats.c.number == seat.number) & _seats.c.committed_at.is_(None)
    with writing() as connection:
        connection.execute(_seats.update().where(where).values(committed_at=now()))


def marks_of_seat(seat: Seat) -> tuple[Mark, ...]:
    """Return the answers of one seat that hold, in the order in which they were given."""
    return _latest(select(_marks).where(_marks.c.seat == seat.number))


def class_marks(class_id: str) -> tuple[Mark, ...]:
    """Return the answers of every seat of a class that hold, the teacher's key included."""
    return _latest(select(_marks).where(_marks.c.class_id == class_id))


def last_mark(class_id: str) -> int:
    """Return a number that is another one after every answer of a class."""
    query = select(func.max(_marks.c.number)).where(_marks.c.class_id == class_id)
    with reading() as connection:
        return connection.execute(query).scalar() or 0


def _latest(query: AnySelect) -> tuple[Mark, ...]:
    found: dict[tuple[int, str, str], Mark] = {}
    with reading() as connection:
        for row in connection.execute(query.order_by(_marks.c.number)):
            found[row.seat, row.task, row.subject] = _mark(row)
    return tuple(found.values())


def _check(entries: Sequence[NewMark]) -> None:
    for entry in entries:
        if len(entry.value) > MAX_VALUE or not entry.client_id:
            message = f"the answer to '{entry.subject[:20]}' is too long to be kept"
            raise InputError(message)


def _check_open(connection: Connection, seat: Seat, steps: frozenset[str], *, late: bool) -> None:
    query = (
        select(_classes.c.step, _classes.c.closed_at, _seats.c.committed_at)
        .join(_seats, _seats.c.class_id == _classes.c.id)
        .where(_seats.c.number == seat.number)
    )
    row = connection.execute(query).first()
    if row is None or (row.closed_at and not late):
        message = "this class is closed; nothing more is kept. What you saved before is there"
        raise InputError(message)
    if late or seat.role is SeatRole.KEY:
        return
    if row.step not in steps:
        message = "the class has gone on to the next step; what you saved before is there"
        raise InputError(message)
    if row.committed_at:
        message = "you have committed your answers; they cannot be changed any more"
        raise InputError(message)


def _known(connection: Connection, seat: Seat) -> frozenset[str]:
    query = select(_marks.c.client_id).where(_marks.c.seat == seat.number)
    return frozenset(connection.execute(query).scalars())


def _row(seat: Seat, entry: NewMark, made_at: str) -> dict[str, object]:
    return {
        "class_id": seat.class_id,
        "seat": seat.number,
        "client_id": entry.client_id,
        "task": entry.task,
        "subject": entry.subject,
        "value": entry.value,
        "made_at": made_at,
    }


def _mark(row: AnyRow) -> Mark:
    return Mark(row.number, row.seat, row.task, row.subject, row.value, row.made_at)
