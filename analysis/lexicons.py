"""data/lexicons/**.toml -> word lists, each entry with its reason and its source."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis import paths
from analysis.errors import LexiconError

MAX_BYTES = 1_048_576
"""Largest word list read, in bytes (design/safety limit)."""


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a contrast: what to match, on which side, why, and who says so.

    ``lemma`` is one or more lemmas separated by blanks. The guards name lemmas or
    word sets that must (or must not) be the subject, object or modifier of the
    first lemma; a passive subject counts as an object.
    """

    side: str
    lemma: str
    pos: tuple[str, ...]
    reason: str
    source: str
    subject: tuple[str, ...] = ()
    not_subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    modifier: tuple[str, ...] = ()
    not_modifier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contrast, with the name shown to readers."""

    id: str
    label: str
    plain: bool = False
    """The everyday words for the thing: counted, but no difference to point at first."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Rival words for one thing."""

    id: str
    lexicon: str
    version: str
    language: str
    label: str
    question: str
    sides: tuple[Side, ...]
    terms: tuple[Term, ...]


def read_toml(path: Path) -> dict[str, Any]:
    """Return the content of one TOML file.

    Raises
    ------
    LexiconError
        If the file is too large, not UTF-8, or not TOML; the message names file and line.
    """
    if path.stat().st_size > MAX_BYTES:
        message = f"{path.name}: larger than {MAX_BYTES:,} bytes; split the list into several files"
        raise LexiconError(message)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as err:
        message = f"{path.name}: not valid TOML ({err}); correct that line"
        raise LexiconError(message) from err


@lru_cache(maxsize=1)
def contrasts() -> tuple[Contrast, ...]:
    """Return every contrast in ``data/lexicons/contrasts``, in order of file name."""
    return tuple(
        load_contrast(path) for path in sorted((paths.LEXICONS / "contrasts").glob("*.toml"))
    )


def versions() -> dict[str, str]:
    """Return the version of every word list that states one, by its path without suffix."""
    lists = {
        path.relative_to(paths.LEXICONS).with_suffix("").as_posix(): read_toml(path).get("version")
        for path in sorted(paths.LEXICONS.rglob("*.toml"))
    }
    return {name: str(version) for name, version in lists.items() if version}


def load_contrast(path: Path) -> Contrast:
    """Return the contrast in one file, every entry checked.

    Raises
    ------
    LexiconError
        If a field is missing, unknown or empty, or a side is not declared.
    """
    table = read_toml(path)
    head = {key: _text(table, key, path.name) for key in _HEAD_FIELDS}
    sides = tuple(
        Side(
            _text(row, "id", f"{path.name}: [[sides]]"),
            _text(row, "label", f"{path.name}: [[sides]]"),
            plain=row.get("plain", False) is True,
        )
        for row in table.get("sides", ())
    )
    sets = {name: tuple(words) for name, words in table.get("sets", {}).items()}
    known = {side.id for side in sides}
    terms = tuple(
        _term(row, known, sets, f"{path.name}: [[terms]] {number}")
        for number, row in enumerate(table.get("terms", ()), start=1)
    )
    if len(sides) < 2 or not terms:
        message = f"{path.name}: a contrast needs at least two [[sides]] and one [[terms]] entry"
        raise LexiconError(message)
    return Contrast(lexicon=f"contrasts/{path.stem}", sides=sides, terms=terms, **head)


_HEAD_FIELDS = ("id", "version", "language", "label", "question")
_TEXT_FIELDS = ("side", "lemma", "reason", "source")
_GUARDS = ("subject", "not_subject", "object", "not_object", "modifier", "not_modifier")
_UPOS = frozenset({"ADJ", "ADP", "ADV", "NOUN", "PROPN", "VERB", "X"})
"""Word classes an entry may name; X is the tagger's class for foreign words ("coup d'etat")."""


def _text(row: Mapping[str, Any], key: str, where: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        message = f"{where}: '{key}' is missing or empty; write it as a text in quotation marks"
        raise LexiconError(message)
    return value


def _term(
    row: Mapping[str, Any], sides: set[str], sets: Mapping[str, tuple[str, ...]], where: str
) -> Term:
    unknown = set(row) - {*_TEXT_FIELDS, *_GUARDS, "pos"}
    if unknown:
        known = sorted({*_TEXT_FIELDS, *_GUARDS, "pos"})
        message = f"{where}: unknown field {sorted(unknown)}; known: {known}"
        raise LexiconError(message)
    side = _text(row, "side", where)
    if side not in sides:
        message = f"{where}: side '{side}' is not declared; known: {sorted(sides)}"
        raise LexiconError(message)
    pos = tuple(row.get("pos", ()))
    if not pos or not set(pos) <= _UPOS:
        message = f"{where}: 'pos' is {list(pos)}; list one or more of {sorted(_UPOS)}"
        raise LexiconError(message)
    return Term(
        side=side,
        lemma=_text(row, "lemma", where),
        pos=pos,
        reason=_text(row, "reason", where),
        source=_text(row, "source", where),
        **{key: _expanded(row.get(key, ()), sets, where) for key in _GUARDS},
    )


def _expanded(
    words: list[str] | tuple[str, ...], sets: Mapping[str, tuple[str, ...]], where: str
) -> tuple[str, ...]:
    """Return the guard's lemmas, each ``@name`` replaced by the set it names."""
    result: list[str] = []
    for word in words:
        if word.startswith("@"):
            if word[1:] not in sets:
                message = f"{where}: word set '{word}' is not in [sets]; known: {sorted(sets)}"
                raise LexiconError(message)
            result += sets[word[1:]]
        else:
            result.append(word)
    return tuple(result)
