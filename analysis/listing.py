"""Rows for people or programs on standard output: CSV, JSON Lines or Markdown, one at a time."""

from __future__ import annotations

import csv
import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from analysis.spreadsheet import inert

FORMATS = ("csv", "json", "md")

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode classes that show nothing, or steer a terminal or the direction of writing."""


class Out(Protocol):
    """What rows are written to."""

    def write(self, text: str, /) -> int:
        """Write a text; return how much of it."""
        ...


def print_rows(
    columns: Sequence[str], rows: Iterable[Mapping[str, object]], kind: str, out: Out
) -> int:
    """Print rows as they come; return how many.

    Characters that would steer a terminal stand as their numbers; JSON keeps them, escaped.
    """
    number = 0
    if kind == "csv":
        csv.writer(out, lineterminator="\n").writerow(columns)
    elif kind == "md":
        out.write(f"| {' | '.join(columns)} |\n| {' | '.join('---' for _ in columns)} |\n")
    for row in rows:
        out.write(_line({name: row.get(name) for name in columns}, kind))
        number += 1
    return number


def visible(text: str) -> str:
    """Return a text for a terminal: nothing in it steers, line breaks and tabs stay."""
    return "".join(
        char
        if char in "\n\t" or unicodedata.category(char) not in _HIDDEN
        else char.encode("unicode_escape").decode("ascii")
        for char in text
    )


def tell(words: str) -> None:
    """Say something to the person at the terminal."""
    sys.stderr.write(f"{visible(words)}\n")


def _line(row: Mapping[str, object], kind: str) -> str:
    if kind == "json":
        # ASCII: no character of a title reaches the terminal as such.
        return json.dumps(row) + "\n"
    cells = [_cell(value) for value in row.values()]
    if kind == "md":
        return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"
    line = _Line()
    csv.writer(line, lineterminator="\n").writerow([inert(cell) for cell in cells])
    return line.text


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (tuple, list)):
        value = ", ".join(map(str, value))
    return visible(" ".join(str(value).split()))


class _Line:
    """What a CSV writer writes to."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> None:
        """Take what is written."""
        self.text += text
