"""Seats in a class: taken with the code and a nickname, found again by a token only."""

from __future__ import annotations

import unicodedata

from sqlalchemy import Connection, func, select, update
from sqlalchemy.exc import IntegrityError

from analysis.errors import InputError
from analysis.library import tables
from analysis.library.class_sessions import hashed, plain_code, random_code
from analysis.library.class_values import MAX_NAME, MAX_SEATS, TOKEN_LETTERS, Seat, SeatRole
from analysis.library.edit_log import now
from analysis.library.engine import reading, writing
from analysis.library.overwriting import overwrite
from analysis.library.tables import AnyRow

KEY_NAME = "\N{KEY} teacher"
"""Name of the teacher's own seat: no nickname may hold this sign."""

_seats, _classes = tables.class_seats, tables.classes
_COLUMNS = tuple(
    _seats.c[name] for name in ("number", "class_id", "name", "role", "joined_at", "committed_at")
)


def join_class(class_id: str, name: str) -> str:
    """Take a seat in a class; return the token that leads back to it.

    Raises
    ------
    InputError
        If the name cannot be used or is taken, or the class is full or closed.
    """
    token = random_code(TOKEN_LETTERS)
    _take(class_id, checked_name(name), SeatRole.PUPIL, token)
    return token


def imported_seat(class_id: str, name: str, secret: str) -> Seat:
    """Return the seat of a file of answers, taken when the file comes for the first time.

    A nickname that somebody else has gets a number behind it.
    """
    with reading() as connection:
        found = _with_token(connection, secret)
    if found and found.class_id == class_id:
        return found
    checked = checked_name(name)
    for number in range(1, MAX_SEATS + 1):
        ending = f" ({number})" if number > 1 else ""
        try:
            return _take(
                class_id, checked[: MAX_NAME - len(ending)] + ending, SeatRole.PUPIL, secret
            )
        except NameTakenError:
            continue
    message = f"the nickname '{checked}' is taken too often; change it in the file"
    raise InputError(message)


def key_seat(class_id: str) -> Seat:
    """Return the seat of the teacher's own answers; it is made when first asked for."""
    with reading() as connection:
        found = _key(connection, class_id)
    if found:
        return found
    try:
        return _take(class_id, KEY_NAME, SeatRole.KEY, random_code(TOKEN_LETTERS))
    except NameTakenError:  # another tab of the teacher was faster
        return key_seat(class_id)


def seat(token: str) -> Seat | None:
    """Return the seat that a token leads to, if there is one."""
    with reading() as connection:
        return _with_token(connection, plain_code(token))


def seats(class_id: str) -> tuple[Seat, ...]:
    """Return the pupils' seats of a class in the order in which they were taken."""
    query = select(*_COLUMNS).where(_seats.c.class_id == class_id, _seats.c.role == SeatRole.PUPIL)
    with reading() as connection:
        return tuple(_seat(row) for row in connection.execute(query.order_by(_seats.c.number)))


def new_token(class_id: str, number: int) -> str:
    """Return a new token to a seat whose pupil lost it; the old one leads nowhere then."""
    token = random_code(TOKEN_LETTERS)
    where = (_seats.c.class_id == class_id) & (_seats.c.number == number)
    with writing() as connection:
        connection.execute(update(_seats).where(where).values(token_hash=hashed(token)))
    return token


def delete_seat(class_id: str, number: int) -> str | None:
    """Delete one pupil of a class with every answer, so that no byte of them stays.

    Returns
    -------
    str or None
        What keeps the file from being rewritten now, if anything does; the rows are gone.
    """
    marks = tables.class_marks
    with writing() as connection:
        mine = (marks.c.class_id == class_id) & (marks.c.seat == number)
        connection.execute(marks.delete().where(mine))
        where = (_seats.c.class_id == class_id) & (_seats.c.number == number)
        connection.execute(_seats.delete().where(where))
    return overwrite(tables.CLASS_TABLES)


def checked_name(name: str) -> str:
    """Return a nickname on one line.

    Raises
    ------
    InputError
        If it is empty, too long, or holds characters that cannot be seen.
    """
    found = " ".join(unicodedata.normalize("NFC", name).split())
    if not found:
        message = "the nickname is empty; write one, or the number that you were given"
        raise InputError(message)
    if len(found) > MAX_NAME:
        message = f"the nickname has {len(found)} characters; at most {MAX_NAME} fit"
        raise InputError(message)
    unseen = [each for each in found if unicodedata.category(each)[0] == "C"]
    if unseen or "\N{KEY}" in found or "@" in found:
        message = "use letters and digits in the nickname; no e-mail address"
        raise InputError(message)
    return found


class NameTakenError(InputError):
    """Somebody in the class has this nickname."""


def _take(class_id: str, name: str, role: SeatRole, token: str) -> Seat:
    row = {
        "class_id": class_id,
        "name": name,
        "name_key": name.casefold(),
        "token_hash": hashed(token),
        "role": role.value,
        "joined_at": now(),
    }
    try:
        with writing() as connection:
            _check_room(connection, class_id, role)
            connection.execute(_seats.insert().values(row))
            found = connection.execute(
                select(*_COLUMNS).where(_seats.c.token_hash == row["token_hash"])
            ).one()
    except IntegrityError as err:
        message = f"'{name}' is taken in this class; add a letter or a number"
        raise NameTakenError(message) from err
    return _seat(found)


def _check_room(connection: Connection, class_id: str, role: SeatRole) -> None:
    query = select(_classes.c.closed_at).where(_classes.c.id == class_id)
    row = connection.execute(query).first()
    if row is None or (row.closed_at and role is SeatRole.PUPIL):
        message = "this class is closed; ask for a new code"
        raise InputError(message)
    pupils = (_seats.c.class_id == class_id) & (_seats.c.role == SeatRole.PUPIL)
    taken = connection.execute(select(func.count()).select_from(_seats).where(pupils)).scalar_one()
    if role is SeatRole.PUPIL and taken >= MAX_SEATS:
        message = f"all {MAX_SEATS} seats of this class are taken; tell your teacher"
        raise InputError(message)


def _with_token(connection: Connection, token: str) -> Seat | None:
    query = select(*_COLUMNS).where(_seats.c.token_hash == hashed(token))
    row = connection.execute(query).first()
    return _seat(row) if row else None


def _key(connection: Connection, class_id: str) -> Seat | None:
    query = select(*_COLUMNS).where(_seats.c.class_id == class_id, _seats.c.role == SeatRole.KEY)
    row = connection.execute(query).first()
    return _seat(row) if row else None


def _seat(row: AnyRow) -> Seat:
    return Seat(
        row.number, row.class_id, row.name, SeatRole(row.role), row.joined_at, row.committed_at
    )
