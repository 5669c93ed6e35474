"""Lines of a CSV file -> its records one by one; a record that is broken does not take others."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TextIO

from analysis.errors import InputError
from analysis.limits import MAX_CELL_CHARS, MAX_COLUMNS, MAX_REREAD_CHARS, MAX_ROW_CHARS

SEPARATORS = ",;\t|"
"""What stands between cells, as news exports, spreadsheets and databases write it."""

_SAID = "sep="
"""A first line such as ``sep=;``, by which one spreadsheet tells another its separator."""

_READ_CHARS = 64 * 1024
"""Characters of a line read at once."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a file: its cells, or the reason it has none."""

    line: int
    """Line of the file it begins on, from 1."""
    cells: tuple[str, ...] = ()
    problem: str | None = None


class _TooLong(Exception):  # noqa: N818 -- a signal inside this file, not an error for people
    """A record goes on beyond ``MAX_ROW_CHARS``."""


@dataclass(slots=True)
class _Lines:
    """The lines of a stream, of which some can be put back."""

    stream: TextIO
    waiting: deque[str] = field(default_factory=deque)
    number: int = 0
    taken: list[str] = field(default_factory=list)
    reread: int = 0
    """Characters given back so far."""

    def __iter__(self) -> Iterator[str]:
        """Yield lines, keeping those of the record that is being read."""
        length = 0
        while line := self._next():
            self.taken.append(line)
            length += len(line)
            if length > MAX_ROW_CHARS:
                raise _TooLong
            yield line

    def _next(self) -> str:
        if self.waiting:
            return self.waiting.popleft()
        line = self.stream.readline(MAX_ROW_CHARS + 1)
        if len(line) > MAX_ROW_CHARS and not line.endswith(("\n", "\r")):
            self._skip_line()
        return line

    def _skip_line(self) -> None:
        while (rest := self.stream.readline(_READ_CHARS)) and not rest.endswith(("\n", "\r")):
            pass

    def begin(self) -> int:
        """Return the number of the line on which the next record begins."""
        self.number += len(self.taken)
        self.taken = []
        return self.number + 1

    def put_back(self) -> None:
        """Give back every line of this record but its first."""
        rest = self.taken[1:]
        self.waiting.extendleft(reversed(rest))
        self.reread += sum(map(len, rest))
        del self.taken[1:]


def read_records(stream: TextIO) -> Iterator[Record]:
    """Yield the records of a CSV file in order, blank lines left out; the first is its head.

    Raises
    ------
    InputError
        If so many records lack a closing quotation mark that the file is no CSV file.
    """
    csv.field_size_limit(MAX_CELL_CHARS)
    lines = _Lines(stream)
    head = lines._next()
    separator = _separator(head)
    lines.waiting.append(head)
    if head.lower().startswith(_SAID):
        lines.waiting.clear()
        lines.number = 1
    while True:
        record = _next_record(lines, separator)
        if record is None:
            return
        if lines.reread > MAX_REREAD_CHARS:
            message = (
                f"line {record.line:,}: too many quotation marks that are opened and never "
                "closed; the rest was not read; export the file again"
            )
            raise InputError(message)
        if record.problem or any(cell.strip() for cell in record.cells):
            yield record


def _next_record(lines: _Lines, separator: str) -> Record | None:
    line = lines.begin()
    try:
        # Strict: a stray quotation mark must not join this row to the next one unnoticed.
        rows = csv.reader(lines, delimiter=separator, strict=True, skipinitialspace=True)
        cells = next(rows, None)
    except csv.Error as err:
        lines.put_back()
        return Record(line, problem=_plain(str(err)))
    except _TooLong:
        lines.put_back()
        return Record(line, problem=f"longer than {MAX_ROW_CHARS:,} characters, or never closed")
    if cells is None:
        return None
    if len(cells) > MAX_COLUMNS:
        return Record(line, problem=f"{len(cells):,} cells; at most {MAX_COLUMNS:,} are read")
    return Record(line, tuple(cells))


def _plain(reason: str) -> str:
    if "field larger" in reason:
        return f"a cell of more than {MAX_CELL_CHARS:,} characters, or one that is never closed"
    return 'a quotation mark (") is opened and not closed, or stands inside a quoted cell undoubled'


def _separator(head: str) -> str:
    """Return what separates the cells: what the file says, else the most frequent in its head."""
    said = head.strip("\r\n")
    if said.lower().startswith(_SAID) and said[len(_SAID) :] in tuple(SEPARATORS):
        return said[len(_SAID) :]
    outside = "".join(head.split('"')[::2])
    return max(SEPARATORS, key=outside.count)
