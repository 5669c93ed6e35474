"""After rows were deleted: files rewritten so that no byte of them stays."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from sqlalchemy import Engine, Table, text

from analysis.errors import LibraryError
from analysis.library import trouble
from analysis.library.engine import current

_BUSY = (
    "Another program is reading the library: its log still holds what was deleted until that "
    "program ends. Close it, then delete again, or open the library again"
)


def overwrite(tables: Iterable[Table]) -> str | None:
    """Rewrite the files without what was deleted; return what keeps it from being done."""
    engine = current()
    try:
        with trouble.told():
            return (
                _overwrite_file(engine)
                if engine.dialect.name == "sqlite"
                else _rewrite(engine, tables)
            )
    except LibraryError as err:
        return str(err)


def _overwrite_file(engine: Engine) -> str | None:
    # What was deleted is overwritten at once, but a page may hold an older place of it.
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        raw = connection.connection.driver_connection
        if not isinstance(raw, sqlite3.Connection):
            return None
        raw.execute("VACUUM")
        busy, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return _BUSY if busy else None


def _rewrite(engine: Engine, tables: Iterable[Table]) -> None:
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        for table in tables:
            connection.execute(text(f"VACUUM FULL {table.name}"))
