"""Whether the library has changed since it was last looked at, without reading it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, select

from analysis.library import place
from analysis.library.engine import reading
from analysis.library.tables import articles, edits


def mark() -> str:
    """Return a mark that is another one after every write, also one by another program.

    Raises
    ------
    LibraryError
        If the library cannot be reached.
    """
    if not place.server():
        file = place.file()
        # What is written goes to the log beside the file first.
        return "|".join(_written(each) for each in (file, Path(f"{file}-wal")))
    n_articles = select(func.count()).select_from(articles).scalar_subquery()
    query = select(func.max(edits.c.id), func.count(edits.c.undone_at), n_articles)
    with reading() as connection:
        return "|".join(map(str, connection.execute(query).one()))


def _written(file: Path) -> str:
    try:
        found = file.stat()
    except OSError:
        return ""
    return f"{found.st_ino}.{found.st_size}.{found.st_mtime_ns}"
