"""What the sentence model said of texts, kept by their hash: may be deleted at any time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from analysis import paths

CACHE = "vectors.sqlite"

BUSY_SECONDS = 30.0
"""How long a process waits for another that is writing to the cache."""

Kept = tuple[bytes, bytes]
"""The bytes of a text's own vector, and those of the vectors of its words."""

_ASKED = 500
"""Keys asked of the cache in one query; SQLite allows 999 values in old versions."""


def kept(keys: Sequence[bytes]) -> dict[bytes, Kept]:
    """Return what the cache holds under these keys; several processes may use it at once."""
    found: dict[bytes, Kept] = {}
    unique = list(dict.fromkeys(keys))
    with _cache() as connection:
        for first in range(0, len(unique), _ASKED):
            part = unique[first : first + _ASKED]
            marks = ",".join("?" * len(part))
            query = f"SELECT key, vector, words FROM readings WHERE key IN ({marks})"  # noqa: S608 -- marks only
            for key, vector, words in connection.execute(query, part):
                found[key] = (vector, words)
    return found


def keep(made: Mapping[bytes, Kept]) -> None:
    """Add readings to the cache."""
    rows = [(key, vector, words) for key, (vector, words) in made.items()]
    with _cache() as connection, connection:
        connection.executemany("INSERT OR IGNORE INTO readings VALUES (?, ?, ?)", rows)


@contextmanager
def _cache() -> Iterator[sqlite3.Connection]:
    """Open the cache; one that is damaged is thrown away, it holds nothing that is lost."""
    path = paths.home() / "cache" / CACHE
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        connection = _opened(path)
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
        connection = _opened(path)
    with closing(connection):
        yield connection


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("DROP TABLE IF EXISTS vectors")  # kept no words, up to November 2026
        connection.execute(
            "CREATE TABLE IF NOT EXISTS readings "
            "(key BLOB PRIMARY KEY, vector BLOB, words BLOB) WITHOUT ROWID"
        )
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
