"""Deleting articles for good: no row, no byte of their text in the library or a cache."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sqlalchemy import Connection, Engine, select, text

from analysis import paths
from analysis.errors import LibraryError
from analysis.library import place, trouble
from analysis.library.edit_log import chunks
from analysis.library.engine import current, writing
from analysis.library.fields import check_there
from analysis.library.kinds import ARTICLE_KINDS, EditKind, articles_of
from analysis.library.tables import articles, edits
from analysis.library.values import Forgotten

_BLOCK = 1024 * 1024
"""Bytes of a file looked through at a time."""

_BUSY = (
    "Another program is reading the library: its log still holds what was deleted until that "
    "program ends. Close it, then forget any article, or open the library again"
)


def forget(article_ids: Iterable[str]) -> Forgotten:
    """Delete articles for good, with every edit about them and every cache that holds them.

    This cannot be undone. Backups and exported stories are left alone; those in the backup
    folder that hold one of the articles are named.

    Raises
    ------
    InputError
        If there is no such article.
    """
    ids = tuple(dict.fromkeys(article_ids))
    check_there(ids)
    with writing() as connection:
        about = list(_about(connection, frozenset(ids)))
        for part in chunks(about):
            connection.execute(edits.delete().where(edits.c.id.in_(part)))
        for part in chunks(ids):
            connection.execute(articles.delete().where(articles.c.id.in_(part)))
    pending = _overwrite()
    caches = tuple(_holding(paths.home() / "cache", ids))
    for path in caches:
        path.unlink(missing_ok=True)
    backups = tuple(_holding(place.backups(), ids))
    return Forgotten(ids, tuple(path.name for path in caches), backups, pending)


def _about(connection: Connection, ids: frozenset[str]) -> Iterator[int]:
    """Yield the numbers of the edits about articles."""
    query = select(edits.c.id, edits.c.kind, edits.c.key).where(edits.c.kind.in_(ARTICLE_KINDS))
    for row in connection.execute(query):
        if not ids.isdisjoint(articles_of(EditKind(row.kind), row.key)):
            yield row.id


def _overwrite() -> str | None:
    """Rewrite the files without what was deleted; return what keeps it from being done."""
    engine = current()
    try:
        with trouble.told():
            return _overwrite_file(engine) if engine.dialect.name == "sqlite" else _rewrite(engine)
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


def _rewrite(engine: Engine) -> None:
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        for table in ("articles", "edits"):
            connection.execute(text(f"VACUUM FULL {table}"))


def _holding(folder: Path, ids: Sequence[str]) -> Iterator[Path]:
    """Yield the files of a folder that name one of the articles."""
    wanted = [each.encode() for each in ids]
    longest = max(map(len, wanted), default=0)
    for path in sorted(each for each in folder.glob("*") if each.is_file()):
        if any(each in block for block in _blocks(path, longest) for each in wanted):
            yield path


def _blocks(path: Path, overlap: int) -> Iterator[bytes]:
    tail = b""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield tail + block
            tail = block[-overlap:]
