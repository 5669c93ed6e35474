"""What a database reports -> what happened, where, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from sqlalchemy import exc

from analysis.errors import LibraryError, LibraryProblem
from analysis.library import place

_SQLITE = {
    "SQLITE_FULL": LibraryProblem.FULL,
    "SQLITE_IOERR_WRITE": LibraryProblem.FULL,
    "SQLITE_IOERR_FSYNC": LibraryProblem.FULL,
    "SQLITE_IOERR_TRUNCATE": LibraryProblem.FULL,
    "SQLITE_IOERR_SHMSIZE": LibraryProblem.FULL,
    "SQLITE_READONLY": LibraryProblem.READ_ONLY,
    "SQLITE_CANTOPEN": LibraryProblem.READ_ONLY,
    "SQLITE_PERM": LibraryProblem.READ_ONLY,
    "SQLITE_BUSY": LibraryProblem.LOCKED,
    "SQLITE_LOCKED": LibraryProblem.LOCKED,
    "SQLITE_CORRUPT": LibraryProblem.DAMAGED,
    "SQLITE_NOTADB": LibraryProblem.FOREIGN,
}
"""Names of SQLite's result codes, or their beginnings."""

_POSTGRES = {
    "53": LibraryProblem.FULL,
    "53300": LibraryProblem.UNREACHABLE,
    "25006": LibraryProblem.READ_ONLY,
    "42501": LibraryProblem.READ_ONLY,
    "55P03": LibraryProblem.LOCKED,
    "40P01": LibraryProblem.LOCKED,
    "XX001": LibraryProblem.DAMAGED,
    "XX002": LibraryProblem.DAMAGED,
    "08": LibraryProblem.UNREACHABLE,
    "28": LibraryProblem.UNREACHABLE,
    "3D": LibraryProblem.UNREACHABLE,
    "57P": LibraryProblem.UNREACHABLE,
}
"""PostgreSQL's SQLSTATE codes, or their beginnings."""

_ADVICE = {
    LibraryProblem.FULL: "the disk is full or does not take what is written; nothing of this was "
    "saved. Make room and try again: everything saved before is there",
    LibraryProblem.READ_ONLY: "nothing can be saved: the file, its folder or its database may only "
    "be read here. Reading goes on; allow writing, or set PARALLAX_HOME to another folder",
    LibraryProblem.LOCKED: "another program has been writing for too long; nothing of this was "
    "saved. Close the other program, or wait, and try again",
    LibraryProblem.DAMAGED: "the file is damaged; nothing was changed or deleted. "
    "Copy it away, then bring back a backup: python -m analysis library restore FILE",
    LibraryProblem.FOREIGN: "this is not a library of Parallax; it was left as it is. Move it "
    "away, or set PARALLAX_HOME to another folder",
    LibraryProblem.UNREACHABLE: "the database server does not answer or does not let Parallax in. "
    "Check that it runs, and the name, user and password in PARALLAX_DATABASE_URL",
    LibraryProblem.NEWER: "it was written by a newer version of Parallax; nothing was changed. "
    "Update Parallax, or set PARALLAX_HOME to another folder",
}
"""What each problem means and what to do; one sentence for everybody who meets it."""


_named: ContextVar[str | None] = ContextVar("named", default=None)
"""What the problems of the moment are about, where that is not the library in use."""


def problem(kind: LibraryProblem, detail: str = "") -> LibraryError:
    """Return the error for a problem with the library in use, or with what is named."""
    found = f" ({detail})" if detail else ""
    return LibraryError(f"{_subject()}: {_ADVICE[kind]}{found}", kind)


@contextmanager
def naming(what: str) -> Iterator[None]:
    """Say what problems are about in this block."""
    token = _named.set(what)
    try:
        yield
    finally:
        _named.reset(token)


def _subject() -> str:
    return _named.get() or f"The library {place.where()}"


@contextmanager
def told() -> Iterator[None]:
    """Tell what a database reports as a library error; mistakes of our own stay as they are."""
    try:
        yield
    except exc.TimeoutError as err:  # no connection became free
        raise problem(LibraryProblem.LOCKED) from err
    except exc.DBAPIError as err:
        kind = _kind(err)
        if kind is LibraryProblem.FAULT:
            if isinstance(err, exc.IntegrityError | exc.ProgrammingError | exc.DataError):
                raise
            message = f"{_subject()}: the database reports: {_first_line(err)}"
            raise LibraryError(message, kind) from err
        raise problem(kind) from err


def _kind(err: exc.DBAPIError) -> LibraryProblem:
    name = getattr(err.orig, "sqlite_errorname", None)
    if name:
        return _longest(name, _SQLITE)
    state = getattr(err.orig, "sqlstate", None)
    if state:
        return _longest(state, _POSTGRES)
    no_answer = isinstance(err, exc.OperationalError) and place.server() is not None
    return LibraryProblem.UNREACHABLE if no_answer else LibraryProblem.FAULT


def _longest(code: str, kinds: dict[str, LibraryProblem]) -> LibraryProblem:
    fitting = [start for start in kinds if code.startswith(start)]
    return kinds[max(fitting, key=len)] if fitting else LibraryProblem.FAULT


def _first_line(err: exc.DBAPIError) -> str:
    return (str(err.orig).splitlines() or [type(err).__name__])[0][:200]
