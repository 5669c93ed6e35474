"""Finished articles on disk as they come, in any order; what stands there is not done again."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from analysis.errors import InputError

try:
    import fcntl
except ImportError:
    fcntl = None

REFUSED = "!"
"""What a line begins with that says why there is none; JSON begins with a brace."""


def _opened(path: Path | None) -> BinaryIO:
    if path is None:
        return tempfile.TemporaryFile()
    file = path.open("a+b")
    if not _is_ours(file):
        file.close()
        message = (
            f"{path}: the same command is already running; wait until it ends, "
            "or stop it and start this one again"
        )
        raise InputError(message)
    return file


def _is_ours(file: BinaryIO) -> bool:
    """Return whether no other process has the file; from now on it is ours until it is closed.

    The system lets go of it when a process is killed. Windows is not asked.
    """
    if fcntl is None:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        # Some network folders know no locks: better unguarded than not at all.
        return True
    return True


class Journal:
    """One line for each finished article, by its place among all articles.

    Without a path it stands in a file that nobody sees and that goes when it is closed.
    A last line that was cut short, when the process was killed, is forgotten. Two processes
    cannot have the same one.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._file = _opened(path)
        self._at: dict[int, int] = {}
        self._read()

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._at)

    def __contains__(self, place: int) -> bool:
        return place in self._at

    def __iter__(self) -> Iterator[int]:
        return iter(self._at)

    def add(self, place: int, line: str) -> None:
        """Keep a line; it outlives this process from now on."""
        start = self._file.seek(0, 2)
        head = f"{place}\t".encode()
        self._file.write(head + line.encode() + b"\n")
        self._file.flush()
        self._at[place] = start + len(head)

    def line(self, place: int) -> str:
        """Return the line of a place."""
        self._file.seek(self._at[place])
        return self._file.readline().decode().rstrip("\n")

    def remove(self) -> None:
        """Delete it: its lines stand elsewhere now."""
        self._file.close()
        if self._path is not None:
            # One who opened it a moment ago, and found it complete, may have been faster.
            self._path.unlink(missing_ok=True)

    def _read(self) -> None:
        at = self._file.seek(0)
        for line in self._file:
            if not line.endswith(b"\n"):
                self._file.truncate(at)
                return
            head, _, _ = line.partition(b"\t")
            self._at[int(head)] = at + len(head) + 1
            at += len(line)
