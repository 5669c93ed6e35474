"""TOML text of people -> a table, looked at before it is parsed so that it cannot hang."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from analysis.errors import LexiconError

MAX_BYTES = 1_048_576
"""Largest word list read, in bytes (design/safety limit)."""

MAX_DEPTH = 4
"""Deepest nesting of brackets; our own lists need two."""

MAX_DOTS = 12
"""Most dots outside quotation marks in one line: the parser walks every part of a dotted key
again for each key, which is quadratic."""

_TOKENS = re.compile(
    r'(?P<text>"""(?:[^\\]|\\(?:.|\Z))*?(?:"""|\Z)|\'\'\'.*?(?:\'\'\'|\Z)'
    r'|"(?:[^"\\\n]|\\[^\n])*"?|\'[^\'\n]*\'?)'
    r"|(?P<comment>#[^\n]*)"
    r"|(?P<head>^[ \t]*\[\[[ \t]*[A-Za-z0-9_-]+[ \t]*\]\])"
    r"|(?P<mark>[\[\]{}.\n])",
    re.DOTALL | re.MULTILINE,
)
"""What decides how deep a text is nested; every alternative is one pass without going back."""

_REFUSED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Kinds of characters that cannot be seen: control, direction and other marks."""


@dataclass(frozen=True, slots=True)
class Toml:
    """A parsed text, with the line on which each entry of a list of tables begins."""

    name: str
    table: Mapping[str, Any]
    lines: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def where(self, key: str, number: int) -> str:
        """Return file, line and entry for a message; entries are counted from 1."""
        lines = self.lines.get(key, ())
        line = f":{lines[number - 1]}" if number <= len(lines) else ""
        return f"{self.name}{line}: [[{key}]] {number}"


def read(text: str, name: str, *, max_bytes: int = MAX_BYTES) -> Toml:
    """Return the table in a text, with its entries' lines.

    Raises
    ------
    LexiconError
        If it is too large, nested too deeply, not TOML, or holds characters that cannot
        be seen; the message names file and line.
    """
    if len(text.encode("utf-8", errors="replace")) > max_bytes:
        message = f"{name}: larger than {max_bytes:,} bytes; split the list into several files"
        raise LexiconError(message)
    text = text.replace("\r\n", "\n")
    _check_characters(text, name)
    lines = _entry_lines(text, name)
    try:
        return Toml(name, tomllib.loads(text), lines)
    except ValueError as err:  # its own error, or a number or date that Python cannot hold
        message = f"{name}: not valid TOML ({err}); correct that line"
        raise LexiconError(message) from err


def _check_characters(text: str, name: str) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if found := unseen(line.replace("\t", " ")):
            message = f"{name}:{number}: holds {found}; delete it"
            raise LexiconError(message)


def unseen(text: str) -> str | None:
    """Return the first character that cannot be seen, in words for a message, or nothing."""
    if text.isascii() and text.isprintable():
        return None
    for char in text:
        if unicodedata.category(char) in _REFUSED:
            return f"a character that cannot be seen (U+{ord(char):04X})"
    return None


def _entry_lines(text: str, name: str) -> dict[str, tuple[int, ...]]:
    """Return the lines of ``[[name]]`` heads; refuse what is nested too deeply."""
    found: dict[str, list[int]] = {}
    line, depth, dots = 1, 0, 0
    for kind, piece in _tokens(text):
        if kind == "head":
            found.setdefault(piece.strip().strip("[]").strip(), []).append(line)
        elif piece == "\n":
            line, dots = line + 1, 0
        elif kind == "mark":
            depth = max(0, depth + (piece in "[{") - (piece in "]}"))
            dots += piece == "."
        else:
            line += piece.count("\n")
        if depth > MAX_DEPTH or dots > MAX_DOTS:
            message = f"{name}:{line}: nested more than {MAX_DEPTH} deep; write flat entries"
            raise LexiconError(message)
    return {key: tuple(lines) for key, lines in found.items()}


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    for match in _TOKENS.finditer(text):
        kind = match.lastgroup or ""
        yield kind, match.group()
