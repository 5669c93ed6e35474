"""One transaction at a time: for reading, a snapshot; for writing, durable when it ends."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import RLock

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import ArgumentError

from analysis.errors import LibraryError, LibraryProblem
from analysis.library import place, sqlite_files, trouble, upgrade
from analysis.library.sqlite_files import BUSY_SECONDS, WRITES

CONNECT_SECONDS = 10
"""How long a server may take to answer before it counts as out of reach."""

MAX_ENGINES = 4
"""Libraries kept open by one program; it uses one, tests use one after another."""

_WRITER_LOCK = 0x706172616C6C6178
"""Number of the server's lock that writers hold one after another ("parallax" in ASCII)."""

_Identity = str | tuple[Path, int, int]
"""A server by its address; a file by its place, device and inode, so that one put in its
place is noticed and nothing is written to a file that is no longer there."""

_opening = RLock()
_engines: dict[_Identity, Engine] = {}


@contextmanager
def reading() -> Iterator[Connection]:
    """Open a snapshot of the library; of one that is not there yet, an empty one.

    Raises
    ------
    LibraryError
        If it cannot be read.
    """
    with trouble.told(), _for_reading().begin() as connection:
        yield connection


@contextmanager
def writing() -> Iterator[Connection]:
    """Open the one transaction that may write; it is on disk when the block ends.

    Raises
    ------
    LibraryError
        If it cannot be written; nothing of the block is kept then.
    """
    with trouble.told(), current().execution_options(**{WRITES: True}).begin() as connection:
        yield connection


def is_there() -> bool:
    """Return whether there is a library; the first write makes one.

    Raises
    ------
    LibraryError
        If this user may not even look into its folder.
    """
    try:
        return bool(place.server()) or place.file().exists()
    except PermissionError as err:
        message = (
            f"The library {place.where()}: this user may not look into its folder; allow reading, "
            "or set PARALLAX_HOME to another folder"
        )
        raise LibraryError(message, LibraryProblem.UNREACHABLE) from err


def current() -> Engine:
    """Return the engine of the library in use, its tables the newest; made if need be."""
    url = place.server()
    identity = url or _made(place.file())
    with _opening, trouble.told():
        if identity not in _engines:
            engine = _server_engine(url) if url else sqlite_files.file_engine(place.file())
            _engines[identity] = brought_up(engine)
            while len(_engines) > MAX_ENGINES:
                _engines.pop(next(iter(_engines))).dispose()
        return _engines[identity]


def close_all() -> None:
    """Let go of every file and connection, so that a file may be put in place of another."""
    with _opening:
        while _engines:
            _engines.popitem()[1].dispose()


def brought_up(engine: Engine) -> Engine:
    """Return the engine once its database has the newest tables."""
    try:
        _bring_up(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _bring_up(engine: Engine) -> None:
    with engine.begin() as connection:
        if upgrade.is_current(connection):
            return
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        # Another process may have been faster while this one waited.
        if not upgrade.is_current(connection):
            upgrade.upgrade(connection)
    if engine.dialect.name == "sqlite":
        sqlite_files.use_log(engine)


def _for_reading() -> Engine:
    if place.server():
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        return current().execution_options(**options)
    if not is_there():
        return sqlite_files.empty_engine()
    try:
        return current()
    except LibraryError as err:
        if err.problem is not LibraryProblem.READ_ONLY:
            raise
        return _unwritable(place.file())


def _unwritable(path: Path) -> Engine:
    """Return an engine that reads what may not be written, not even beside it."""
    engine = sqlite_files.unwritable_engine(path)
    if engine:
        with engine.begin() as connection:
            if upgrade.is_current(connection):
                return engine
    return brought_up(sqlite_files.file_engine(sqlite_files.copied(path)))


def _made(path: Path) -> _Identity:
    """Return what tells this file from another in its place; an empty one is made first."""
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        found = path.stat()
    except OSError as err:
        full = err.errno in (errno.ENOSPC, errno.EDQUOT)
        raise trouble.problem(LibraryProblem.FULL if full else LibraryProblem.READ_ONLY) from err
    return path, found.st_dev, found.st_ino


@lru_cache(maxsize=MAX_ENGINES)
def _server_engine(url: str) -> Engine:
    arguments = {"connect_timeout": CONNECT_SECONDS, "application_name": "parallax"}
    try:
        engine = create_engine(url, pool_pre_ping=True, connect_args=arguments)
    except (ArgumentError, ValueError) as err:
        message = (
            f"{place.URL_VARIABLE} cannot be read as an address; write "
            "postgresql://user:password@host:5432/database"
        )
        raise LibraryError(message, LibraryProblem.FOREIGN) from err

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get(WRITES):
            # One writer after another, as in a file; acknowledged means written to disk.
            connection.execute(text(f"SET LOCAL lock_timeout = '{BUSY_SECONDS}s'"))
            connection.execute(text("SET LOCAL synchronous_commit = on"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITER_LOCK})

    return engine
