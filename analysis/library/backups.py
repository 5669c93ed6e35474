"""The whole library in one file, and back: a backup is read through before it counts as one."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, func, insert, select, text

from analysis.errors import InputError, LibraryError, LibraryProblem
from analysis.library import place, sqlite_files, trouble
from analysis.library.checks import damages
from analysis.library.engine import brought_up, close_all, is_there, reading, writing
from analysis.library.migrations import VERSION_TABLE
from analysis.library.sqlite_files import WRITES
from analysis.library.tables import CLASS_TABLES, articles, edits, metadata
from analysis.library.values import Backup, Restored

_ROWS = 500
"""Rows copied at a time."""

_TABLES = frozenset({*metadata.tables, "put_backs", VERSION_TABLE})
"""What a file may hold that is taken for a backup."""

_BESIDE = ("", "-wal", "-shm")
"""Endings of the files that make up a library."""


def backup(path: Path) -> Backup:
    """Write the whole library to one file, while others go on writing to the library.

    The file is a library itself, also when a server keeps the present one.

    Raises
    ------
    InputError
        If there is no library yet, or the file is the library itself.
    LibraryError
        If the library or the copy is damaged, or there is no room for it.
    """
    if not is_there():
        message = "there is nothing to back up: nothing was added or changed yet"
        raise InputError(message)
    path = Path(path)
    if path.resolve() == place.file().resolve():
        message = f"{place.shown(path)} is the library itself; name another file"
        raise InputError(message)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        _copy_to(part)
        with trouble.naming(f"The copy {place.shown(path)}"), trouble.told():
            counts = _read_through(part)
        _on_disk(part)
        part.replace(path)
        _on_disk(path.parent)
    finally:
        _remove(part)
    return Backup(path, *counts, _sha256(path))


def restore(path: Path) -> Restored:
    """Bring back a backup in place of what is in the library now.

    What is there now is put into the backup folder first; a damaged file is moved there as
    it is. All of the backup comes back, or nothing changes.

    Raises
    ------
    InputError
        If there is no such file.
    LibraryError
        If it is no backup, is damaged, or was made by a newer version of Parallax.
    """
    path = Path(path)
    if not path.is_file():
        message = f"{place.shown(path)}: no such file; check the name"
        raise InputError(message)
    with _opened_copy(path) as source:
        counts = _counts(source)
        before = _put_aside()
        with writing() as connection:
            for table in (edits, articles):
                connection.execute(table.delete())
            _copy_rows(source, connection)
    return Restored(*counts, before)


def _copy_to(part: Path) -> None:
    """Write a snapshot of the library in use to a file."""
    with reading() as connection:
        raw = connection.connection.driver_connection
        if isinstance(raw, sqlite3.Connection):
            _copy_file(raw, part)
        else:
            _copy_into_file(connection, part)


def _copy_file(source: sqlite3.Connection, part: Path) -> None:
    target = sqlite3.connect(part)
    try:
        source.backup(target)
        _without_classes(target)
        # One file, whatever it is opened with later.
        target.execute("PRAGMA journal_mode=DELETE")
    finally:
        target.close()


def _without_classes(target: sqlite3.Connection) -> None:
    """Take pupils out of a copy: what a closed class deletes is then in no backup either."""
    for table in CLASS_TABLES:
        target.execute(f"DELETE FROM {table.name}")  # noqa: S608 -- our own names
    target.commit()
    target.execute("VACUUM")


def _copy_into_file(source: Connection, part: Path) -> None:
    engine = brought_up(sqlite_files.file_engine(part))
    try:
        with engine.execution_options(**{WRITES: True}).begin() as target:
            _copy_rows(source, target)
        raw = engine.raw_connection()
        raw.driver_connection.execute("PRAGMA journal_mode=DELETE")  # pyright: ignore[reportOptionalMemberAccess] -- it is open
        raw.close()
    finally:
        engine.dispose()


def _copy_rows(source: Connection, target: Connection) -> None:
    for table in (each for each in metadata.sorted_tables if each not in CLASS_TABLES):
        rows = source.execution_options(yield_per=_ROWS).execute(select(table))
        for part in rows.partitions(_ROWS):
            target.execute(insert(table), [row._asdict() for row in part])
        number = next(iter(table.primary_key))
        if target.dialect.name == "postgresql":
            last = select(func.max(number)).scalar_subquery()
            sequence = func.pg_get_serial_sequence(table.name, number.name)
            target.execute(select(func.setval(sequence, func.coalesce(last, 1))))


@contextmanager
def _opened_copy(path: Path) -> Iterator[Connection]:
    """Open a copy of a backup with the newest tables, all of it checked."""
    copy = place.file().with_name(f"restore.{os.getpid()}.part")
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, copy)
    engine = sqlite_files.file_engine(copy)
    try:
        with trouble.naming(f"The backup {place.shown(path)}"), trouble.told():
            _check_plain(engine)
            brought_up(engine)
            _checked(engine)
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()
        _remove(copy)


def _read_through(part: Path) -> tuple[int, int]:
    engine = sqlite_files.file_engine(part)
    try:
        return _checked(engine)
    finally:
        engine.dispose()


def _check_plain(engine: Engine) -> None:
    """Refuse a file that holds anything but a library: it may come from anywhere."""
    query = text("SELECT name FROM sqlite_master WHERE type = 'table' OR type NOT IN ('index')")
    with engine.begin() as connection:
        names = {str(name) for name in connection.execute(query).scalars()}
    strange = sorted(name for name in names - _TABLES if not name.startswith("sqlite_"))
    if strange or not names:
        detail = f"it holds '{strange[0][:40]}'" if strange else "it is empty"
        raise trouble.problem(LibraryProblem.FOREIGN, detail)


def _checked(engine: Engine) -> tuple[int, int]:
    """Return how many articles and edits a file holds, all of them whole.

    Raises
    ------
    LibraryError
        If one is not; the message names it.
    """
    with engine.begin() as connection:
        if damage := next(damages(connection), None):
            raise trouble.problem(LibraryProblem.DAMAGED, f"{damage.where}: {damage.what}")
        return _counts(connection)


def _counts(connection: Connection) -> tuple[int, int]:
    n_articles, n_edits = (
        connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in (articles, edits)
    )
    return n_articles, n_edits


def _put_aside() -> Path | None:
    """Keep what the library holds now in a file of the backup folder; return the file."""
    if not is_there():
        return None
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    target = place.backups() / f"before-restore-{stamp}.sqlite"
    try:
        return backup(target).path
    except LibraryError as err:
        if err.problem not in (LibraryProblem.DAMAGED, LibraryProblem.FOREIGN) or place.server():
            raise
    close_all()
    for ending in _BESIDE:
        found = place.file().with_name(f"{place.DATABASE}{ending}")
        if found.exists():
            found.replace(target.with_name(f"{target.name}{ending}"))
    return target


def _on_disk(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on disk."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _remove(path: Path) -> None:
    for ending in (*_BESIDE, "-journal"):
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
