"""Class sessions: opened with a code, led by whoever holds the teacher's key, deleted whole."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, select

from analysis.errors import InputError
from analysis.library import tables
from analysis.library.class_values import ALPHABET, CODE_LETTERS, KEEP_DAYS, Classroom, Opened
from analysis.library.edit_log import now
from analysis.library.engine import reading, writing
from analysis.library.overwriting import overwrite
from analysis.library.tables import CLASS_TABLES, AnyRow

_TEACHER_BYTES = 16
"""Length of a teacher's key: 128 bits, never typed."""

_table = tables.classes
_COLUMNS = tuple(
    _table.c[name] for name in ("id", "code", "story", "step", "opened_at", "closed_at")
)


def open_class(story: str, lesson: str, step: str, articles: Sequence[str]) -> Opened:
    """Open a class on a lesson, and delete the classes whose time is over.

    Parameters
    ----------
    lesson
        The whole lesson as text; it is given back unchanged.
    articles
        Ids of the articles whose text the lesson holds.
    """
    remove_outdated()
    key = secrets.token_urlsafe(_TEACHER_BYTES)
    row = {
        "id": secrets.token_hex(8),
        "teacher_hash": hashed(key),
        "story": story,
        "articles": json.dumps(list(articles)),
        "lesson": lesson,
        "step": step,
        "opened_at": now(),
        "closed_at": None,
    }
    with writing() as connection:
        row["code"] = _free_code(connection)
        connection.execute(_table.insert().values(row))
        return Opened(_by(connection, "id", row["id"]), key)


def class_for_code(code: str) -> Classroom | None:
    """Return the class with a code as a person wrote it, if there is one."""
    with reading() as connection:
        return _found(connection, "code", plain_code(code))


def class_for_teacher(key: str) -> Classroom | None:
    """Return the class that a teacher's key leads to, if there is one."""
    with reading() as connection:
        return _found(connection, "teacher_hash", hashed(key))


def class_with_id(class_id: str) -> Classroom | None:
    """Return a class by its id, which is no secret and gives no rights."""
    with reading() as connection:
        return _found(connection, "id", class_id)


def classes() -> tuple[Classroom, ...]:
    """Return every class on this machine, the latest first: for whoever runs it."""
    with reading() as connection:
        rows = connection.execute(select(*_COLUMNS).order_by(_table.c.number.desc()))
        return tuple(_classroom(row) for row in rows)


def lesson_of_class(class_id: str) -> str:
    """Return the lesson that a class was opened on.

    Raises
    ------
    InputError
        If the class is gone.
    """
    with reading() as connection:
        found = connection.execute(select(_table.c.lesson).where(_table.c.id == class_id)).scalar()
    if found is None:
        raise _gone()
    return found


def set_step(key: str, step: str) -> None:
    """Move a class to a step.

    Raises
    ------
    InputError
        If the key leads to no open class.
    """
    _change(key, {"step": step})


def close_class(key: str) -> None:
    """Let nobody join or answer any more; what was answered stays until it is deleted.

    Raises
    ------
    InputError
        If the key leads to no open class.
    """
    _change(key, {"closed_at": now()})


def new_teacher_key(code: str) -> str:
    """Return a new key to a class whose teacher lost it; the old one leads nowhere then.

    Raises
    ------
    InputError
        If there is no such class.
    """
    key = secrets.token_urlsafe(_TEACHER_BYTES)
    where = _table.c.code == plain_code(code)
    with writing() as connection:
        changed = connection.execute(_table.update().where(where).values(teacher_hash=hashed(key)))
        if not changed.rowcount:
            message = f"there is no class with the code {plain_code(code)[:12]}"
            raise InputError(message)
    return key


def delete_class(key: str) -> str | None:
    """Delete a class with every seat and answer, so that no byte of them stays.

    Returns
    -------
    str or None
        What keeps the file from being rewritten now, if anything does; the rows are gone.

    Raises
    ------
    InputError
        If the key leads to no class.
    """
    with writing() as connection:
        found = _found(connection, "teacher_hash", hashed(key))
        if not found:
            raise _gone()
        _delete(connection, found.id)
    return overwrite(CLASS_TABLES)


def remove_outdated() -> int:
    """Delete the classes that were opened too long ago; return how many."""
    limit = (datetime.now(UTC) - timedelta(days=KEEP_DAYS)).isoformat(timespec="seconds")
    with reading() as connection:
        old = list(connection.execute(select(_table.c.id).where(_table.c.opened_at < limit)))
    if not old:
        return 0
    with writing() as connection:
        for row in old:
            _delete(connection, row.id)
    overwrite(CLASS_TABLES)
    return len(old)


def plain_code(text: str) -> str:
    """Return a code as it is kept: blanks and dashes left out, small letters made large."""
    return "".join(letter for letter in text.upper() if letter.isalnum())


def random_code(letters: int) -> str:
    """Return that many letters that nobody can foresee."""
    return "".join(secrets.choice(ALPHABET) for _ in range(letters))


def hashed(secret: str) -> str:
    """Return what is kept of a secret."""
    return hashlib.sha256(secret.encode("utf-8", errors="replace")).hexdigest()


def _free_code(connection: Connection) -> str:
    while True:
        code = random_code(CODE_LETTERS)
        if not _found(connection, "code", code):
            return code


def _change(key: str, values: dict[str, str]) -> None:
    where = (_table.c.teacher_hash == hashed(key)) & _table.c.closed_at.is_(None)
    with writing() as connection:
        if not connection.execute(_table.update().where(where).values(values)).rowcount:
            raise _gone()


def _delete(connection: Connection, class_id: str) -> None:
    for table in CLASS_TABLES:
        column = table.c.id if table is _table else table.c.class_id
        connection.execute(table.delete().where(column == class_id))


def _by(connection: Connection, column: str, value: object) -> Classroom:
    row = connection.execute(select(*_COLUMNS).where(_table.c[column] == value)).one()
    return _classroom(row)


def _found(connection: Connection, column: str, value: str) -> Classroom | None:
    row = connection.execute(select(*_COLUMNS).where(_table.c[column] == value)).first()
    return _classroom(row) if row else None


def _classroom(row: AnyRow) -> Classroom:
    return Classroom(*row)


def _gone() -> InputError:
    return InputError("this class is closed or was deleted; ask for a new code")
