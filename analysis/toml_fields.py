"""Fields of a parsed TOML text -> checked values; each message names file, line and field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from analysis.errors import LexiconError
from analysis.toml_text import Toml, unseen

_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")

MAX_ID = 60
"""Longest id of a list or a side, in characters; it names columns and files."""

MAX_TEXT = 2_000
"""Longest text in one field, in characters; a reason is one sentence."""

Row = Mapping[str, Any]


def text_of(row: Row, key: str, where: str) -> str:
    """Return a text, on one line.

    Raises
    ------
    LexiconError
        If it is missing, empty, too long, or holds a character that cannot be seen.
    """
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        message = f"{where}: '{key}' is missing or empty; write it as a text in quotation marks"
        raise LexiconError(message)
    if len(value) > MAX_TEXT:
        message = f"{where}: '{key}' has {len(value):,} characters; at most {MAX_TEXT:,} are read"
        raise LexiconError(message)
    return _seen(" ".join(value.split()), key, where)


def words_of(row: Row, key: str, where: str) -> tuple[str, ...]:
    """Return a list of words; nothing where the field is not there.

    Raises
    ------
    LexiconError
        If it is not a list, or something in it is not a word.
    """
    words = row.get(key, [])
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        message = f'{where}: \'{key}\' is not a list of words; write ["one", "two"]'
        raise LexiconError(message)
    return tuple(_seen(word, key, where) for word in words)


def rows_of(toml: Toml, key: str, most: int) -> list[Row]:
    """Return the entries of a list of tables.

    Raises
    ------
    LexiconError
        If it is not such a list, or holds more than ``most``.
    """
    rows = toml.table.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        message = f"{toml.name}: '{key}' is not a list of entries; begin each with [[{key}]]"
        raise LexiconError(message)
    if len(rows) > most:
        message = f"{toml.name}: {len(rows):,} [[{key}]] entries; at most {most:,} are read"
        raise LexiconError(message)
    return rows


def id_of(row: Row, where: str) -> str:
    """Return the id, which names columns and files and so is held to a plain form.

    Raises
    ------
    LexiconError
        If it is anything else.
    """
    value = text_of(row, "id", where)
    if len(value) > MAX_ID or not _ID.fullmatch(value):
        message = (
            f"{where}: 'id' is '{value[:MAX_ID]}'; use small letters, digits, - and _, "
            f"at most {MAX_ID} characters"
        )
        raise LexiconError(message)
    return value


def check_fields(row: Row, known: tuple[str, ...], where: str) -> None:
    """Refuse fields that nothing reads, so that a misspelt one is not passed over.

    Raises
    ------
    LexiconError
        If there is one; the message lists those there are.
    """
    unknown = [name[:MAX_ID] for name in sorted(set(row) - set(known))]
    if unknown:
        message = f"{where}: unknown field {unknown[:5]}; known: {sorted(known)}"
        raise LexiconError(message)


def _seen(value: str, key: str, where: str) -> str:
    if found := unseen(value):
        message = f"{where}: '{key}' holds {found}; delete it"
        raise LexiconError(message)
    return value
