"""Deleting articles for good: no row, no byte of their text in the library or a cache."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sqlalchemy import Connection, select

from analysis import paths
from analysis.errors import InputError
from analysis.library import place
from analysis.library.edit_log import chunks
from analysis.library.engine import writing
from analysis.library.fields import check_there
from analysis.library.kinds import ARTICLE_KINDS, EditKind, articles_of
from analysis.library.overwriting import overwrite
from analysis.library.tables import articles, classes, edits
from analysis.library.values import Forgotten

_BLOCK = 1024 * 1024
"""Bytes of a file looked through at a time."""


def forget(article_ids: Iterable[str]) -> Forgotten:
    """Delete articles for good, with every edit about them and every cache that holds them.

    This cannot be undone. Backups and exported stories are left alone; those in the backup
    folder that hold one of the articles are named.

    Raises
    ------
    InputError
        If there is no such article, or an open class reads one of them.
    """
    ids = tuple(dict.fromkeys(article_ids))
    check_there(ids)
    with writing() as connection:
        _check_no_class(connection, ids)
        about = list(_about(connection, frozenset(ids)))
        for part in chunks(about):
            connection.execute(edits.delete().where(edits.c.id.in_(part)))
        for part in chunks(ids):
            connection.execute(articles.delete().where(articles.c.id.in_(part)))
    pending = overwrite((articles, edits))
    caches = tuple(_holding(paths.home() / "cache", ids))
    for path in caches:
        path.unlink(missing_ok=True)
    backups = tuple(_holding(place.backups(), ids))
    return Forgotten(ids, tuple(path.name for path in caches), backups, pending)


def _check_no_class(connection: Connection, ids: Sequence[str]) -> None:
    """Refuse while a class reads one of the articles: its lesson holds the text."""
    for row in connection.execute(select(classes.c.code, classes.c.articles)):
        if not set(ids).isdisjoint(json.loads(row.articles)):
            message = (
                f"the class {row.code} reads this article; close and delete the class first "
                "(page Classroom, or: python -m analysis lesson delete CODE)"
            )
            raise InputError(message)


def _about(connection: Connection, ids: frozenset[str]) -> Iterator[int]:
    """Yield the numbers of the edits about articles."""
    query = select(edits.c.id, edits.c.kind, edits.c.key).where(edits.c.kind.in_(ARTICLE_KINDS))
    for row in connection.execute(query):
        if not ids.isdisjoint(articles_of(EditKind(row.kind), row.key)):
            yield row.id


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
