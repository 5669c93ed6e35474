"""Libraries in files: engines that keep what they acknowledge, and ways to read what is locked."""

from __future__ import annotations

import atexit
import shutil
import sqlite3
import tempfile
import time
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Engine, NullPool, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.schema import CreateTable

from analysis.library.tables import metadata

BUSY_SECONDS = 30
"""How long a writer waits for another; measured: 8 writers, 0 of 2,400 failed."""

WRITES = "parallax_writes"
"""Execution option of a transaction that writes."""

RETRY_SECONDS = 0.05
"""Pause between two tries to switch a new file to its log, in seconds."""

_PRAGMAS = (
    "synchronous=FULL",
    "foreign_keys=ON",
    # What is deleted is overwritten: "forget" means that no byte stays.
    "secure_delete=ON",
    # A file that came from elsewhere runs no code of its own.
    "trusted_schema=OFF",
    "cell_size_check=ON",
)


def file_engine(path: Path) -> Engine:
    """Return an engine for the library in a file."""
    url = URL.create("sqlite", database=str(path))
    return _careful(create_engine(url, connect_args={"timeout": BUSY_SECONDS}))


def use_log(engine: Engine) -> None:
    """Switch a file to a write-ahead log, in which readers and a writer do not wait.

    While others use the file it cannot be switched; it is then as safe as before, only slower.
    """
    raw = engine.raw_connection()
    deadline = time.monotonic() + BUSY_SECONDS
    try:
        while not _switched(raw.driver_connection) and time.monotonic() < deadline:
            time.sleep(RETRY_SECONDS)
    finally:
        raw.close()


def _switched(connection: sqlite3.Connection | None) -> bool:
    if connection is None:
        return True
    try:
        return connection.execute("PRAGMA journal_mode=WAL").fetchone()[0] == "wal"
    except sqlite3.OperationalError as err:
        if err.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return False
        raise


@lru_cache(maxsize=1)
def empty_engine() -> Engine:
    """Return an engine for a library that nobody has written to yet; no file is made."""
    engine = create_engine("sqlite://", poolclass=NullPool)
    tables = [str(CreateTable(each).compile(engine)) for each in metadata.sorted_tables]

    @event.listens_for(engine, "connect")
    def _fill(connection: sqlite3.Connection, _: object) -> None:
        for table in tables:
            connection.execute(table)

    return _careful(engine)


def unwritable_engine(path: Path) -> Engine | None:
    """Return an engine that reads a file where SQLite cannot keep its own beside it.

    ``None`` if the file has a log that must be read too: then a copy is needed.
    """
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        return None
    address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, check_same_thread=False)

    return _careful(create_engine("sqlite://", creator=connect, poolclass=NullPool))


def copied(path: Path) -> Path:
    """Return a copy of a library in a folder of its own that is gone when the program ends."""
    files = [path, path.with_name(f"{path.name}-wal")]
    state = tuple((each, each.stat().st_mtime_ns) for each in files if each.exists())
    return _copied(state)


@lru_cache(maxsize=2)
def _copied(state: tuple[tuple[Path, int], ...]) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="parallax-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for path, _ in state:
        shutil.copyfile(path, folder / path.name)
    return folder / state[0][0].name


def _careful(engine: Engine) -> Engine:
    @event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _: object) -> None:
        # The driver would begin a transaction by itself, but only before some statements.
        connection.isolation_level = None
        # Bytes that are no text any more must reach the check of digests.
        connection.text_factory = _text
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: object) -> None:
        options = connection.get_execution_options()  # pyright: ignore[reportAttributeAccessIssue] -- a Connection
        writes = options.get(WRITES)
        # A writer that began as a reader could be refused half way.
        statement = "BEGIN IMMEDIATE" if writes else "BEGIN"
        connection.exec_driver_sql(statement)  # pyright: ignore[reportAttributeAccessIssue] -- the same

    return engine


def _text(data: bytes) -> str:
    return data.decode("utf-8", errors="replace")
