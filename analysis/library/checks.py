"""Whether everything in the library is as it was written, and whether it can be written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, select, text
from sqlalchemy.exc import DBAPIError

from analysis.library import place
from analysis.library.article_rows import damage_of
from analysis.library.edit_log import is_whole
from analysis.library.engine import reading
from analysis.library.tables import articles, edits
from analysis.library.values import Damage

_ROWS = 500
"""Rows read at a time."""


def check() -> tuple[Damage, ...]:
    """Return everything in the library that is not as it was written; nothing is changed.

    Raises
    ------
    LibraryError
        If the library cannot be opened at all.
    """
    with reading() as connection:
        return tuple(damages(connection))


def damages(connection: Connection) -> Iterator[Damage]:
    """Yield what is damaged, within a transaction."""
    for part in (_file, _articles, _edits, _in_force):
        try:
            yield from part(connection)
        except DBAPIError as err:  # the rest of this part cannot be read any more
            reported = (str(err.orig).splitlines() or [""])[0]
            yield Damage(f"library, while its {part.__name__.strip('_')} were read", reported)


def why_read_only() -> str | None:
    """Return why nothing can be saved now, or nothing if it can.

    Raises
    ------
    LibraryError
        If the library cannot be reached.
    """
    if place.server():
        with reading() as connection:
            query = text("SELECT has_table_privilege('edits', 'INSERT')")
            writable = bool(connection.execute(query).scalar())
    else:
        writable = _is_writable(place.file())
    if writable:
        return None
    return f"{place.where()} may only be read here: nothing that you decide can be saved"


def _is_writable(path: Path) -> bool:
    if path.exists():
        return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    folder = next(each for each in path.parents if each.exists())
    return os.access(folder, os.W_OK)


def _file(connection: Connection) -> Iterator[Damage]:
    if connection.dialect.name == "sqlite":
        for row in connection.execute(text("PRAGMA integrity_check")):
            if row[0] != "ok":
                yield Damage(place.DATABASE, str(row[0]))


def _articles(connection: Connection) -> Iterator[Damage]:
    rows = connection.execution_options(yield_per=_ROWS).execute(select(articles))
    for row in rows:
        if damage := damage_of(row):
            yield Damage(f"article {row.id}", damage)


def _edits(connection: Connection) -> Iterator[Damage]:
    rows = connection.execution_options(yield_per=_ROWS).execute(select(edits))
    for row in rows:
        if not is_whole(row):
            yield Damage(f"edit {row.id}", "it does not match its digest")


def _in_force(connection: Connection) -> Iterator[Damage]:
    """Yield the edits that are marked as in force, or not, against what the log says."""
    latest: dict[tuple[str, str, str], int] = {}
    marked: set[int] = set()
    columns = (edits.c.id, edits.c.story, edits.c.kind, edits.c.key, edits.c.holds)
    query = select(*columns, edits.c.undone_at).order_by(edits.c.id)
    for row in connection.execute(query):
        if row.holds:
            marked.add(row.id)
        if row.undone_at is None:
            latest[row.story, row.kind, row.key] = row.id
    for edit_id in sorted(marked ^ set(latest.values())):
        yield Damage(f"edit {edit_id}", "it is marked wrongly as being in force or not")
