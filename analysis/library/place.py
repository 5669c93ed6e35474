"""Where the library lives: a file in the user's data folder, or a server that a URL names."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from analysis import paths
from analysis.errors import LibraryError, LibraryProblem

DATABASE = "library.sqlite"

URL_VARIABLE = "PARALLAX_DATABASE_URL"
"""Set to ``postgresql://user:password@host/database`` it names a server to use instead."""

BACKUPS = "backups"
"""Folder beside the library for what a restore puts aside."""

_DRIVER = "postgresql+psycopg"
_SCHEMES = frozenset({"postgres", "postgresql", _DRIVER})


def server() -> str | None:
    """Return the address of the PostgreSQL server in use; nothing for a file.

    Raises
    ------
    LibraryError
        If the address names another kind of database.
    """
    url = os.environ.get(URL_VARIABLE, "").strip()
    if not url:
        return None
    scheme, _, rest = url.partition("://")
    if scheme not in _SCHEMES or not rest:
        message = (
            f"{URL_VARIABLE} begins with '{scheme[:20]}'; write "
            "postgresql://user:password@host/database, or unset it to use a file"
        )
        raise LibraryError(message, LibraryProblem.FOREIGN)
    return f"{_DRIVER}://{rest}"


def file() -> Path:
    """Return the file that holds the library when no server does."""
    return paths.home() / DATABASE


def backups() -> Path:
    """Return the folder for what a restore puts aside."""
    return paths.home() / BACKUPS


def where() -> str:
    """Return in words where the library lives, without a password."""
    if url := server():
        parts = urlsplit(url)
        return f"the database '{parts.path.strip('/')}' on {parts.hostname or 'this computer'}"
    return shown(file())


def shown(path: Path) -> str:
    """Return a file as messages name it: with its folder, without the way there."""
    return f"'{path.parent.name}/{path.name}'"
