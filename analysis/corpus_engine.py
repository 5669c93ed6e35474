"""The tables of a finished batch, asked in SQL where they lie."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import BoundedSemaphore

import duckdb

from analysis.batch.manifest import finished
from analysis.errors import InputError

MEMORY = "500MB"
"""Most memory the engine takes for all questions together; beyond it, it works on disk."""

AT_ONCE = 2
"""Questions answered at a time, the others wait: each takes all processors, and its share of
``MEMORY``."""

_PART = re.compile(r"\w+/part-\w+\.parquet")


class Engine:
    """DuckDB over the parts of a batch; several sessions of the pages may ask at the same time."""

    def __init__(self, folder: Path) -> None:
        self.manifest = finished(folder)
        self._folder = folder
        self._turns = BoundedSemaphore(AT_ONCE)
        self._connection = duckdb.connect()
        self._connection.execute(f"SET memory_limit = '{MEMORY}'")
        self._connection.execute("SET parquet_metadata_cache = true")
        self._connection.execute("SET autoinstall_known_extensions = false")

    def files(self, table: str, parts: Sequence[int] | None = None) -> list[str]:
        """Return where a table lies: all of it, or the parts with these numbers."""
        keys = self.manifest.parts
        if parts is not None:
            keys = [keys[i] for i in parts]
        return [str(self._folder / table / f"part-{key}.parquet") for key in keys]

    def asked(self, question: str, given: Sequence[object] = ()) -> list[tuple]:
        """Return the rows of the answer.

        Raises
        ------
        InputError
            For a table that is missing or damaged, and for a question that needs more than
            ``MEMORY``.
        """
        with self._readable(), self._turns, self._connection.cursor() as cursor:
            return cursor.execute(question, list(given)).fetchall()

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """Say in plain words which file of the folder is missing or damaged."""
        try:
            yield
        except duckdb.OutOfMemoryException as err:
            message = (
                f"this question needs more than {MEMORY} of memory, or the disk for temporary "
                "files is full; ask for longer steps or fewer outlets, or make room"
            )
            raise InputError(message) from err
        except duckdb.Error as err:
            named = _PART.search(str(err))
            which = f" ({named.group()})" if named else ""
            message = (
                f"a table of the batch in {self._folder.name} is missing or damaged{which}; put "
                "the folder back from a copy, or make the batch anew in an empty folder"
            )
            raise InputError(message) from err
