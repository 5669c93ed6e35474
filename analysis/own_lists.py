"""A reader's own word lists: TOML text in, contrasts beside the shipped ones out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from analysis import library, toml_text
from analysis.corrections import key_of, read_corrections, take_back
from analysis.decoding import decoded
from analysis.errors import InputError, LexiconError
from analysis.lexicons import CLASSES, Contrast, contrast_of, contrasts
from analysis.library import EVERY_STORY, Edit, EditKind
from analysis.toml_fields import check_fields, rows_of
from analysis.toml_text import Toml
from analysis.types import WORDINGS

MAX_OWN_BYTES = 262_144
"""Largest list of a reader, in bytes: about 2,000 entries with a note each."""

MAX_OWN_TERMS = 2_000
"""Most entries in one list of a reader; the longest of ours has about 200."""

MAX_LISTS = 50
"""Most lists kept; every one is looked for in every story."""

MAX_LABEL = 120
"""Longest name of a list or a side, in characters: it stands over figures."""

PACK = "own"
"""The pack of readers' lists, and what their ids in the tables begin with."""

REASON, SOURCE = "added by a reader", "reader"

CONTENT = ("ADJ", "ADP", "ADV", "INTJ", "NOUN", "NUM", "PROPN", "VERB", "X")
"""Classes of a single word without ``pos``: "us" does not count for "US"."""

ANY = tuple(sorted(CLASSES))
"""Classes of the first of several words without ``pos``: the others tell the sense."""

_FIELDS = ("id", "version", "language", "label", "question", "sets", "sides", "terms")


def parse_own(text: str, name: str) -> Contrast:
    """Return the list in a reader's TOML text; ``name`` is what messages call the file.

    ``version``, ``language`` and ``question`` may be left out, and ``pos``, ``reason`` and
    ``source`` of each entry.

    Raises
    ------
    LexiconError
        If the list breaks a rule or a limit, or has the id of a list that comes with
        Parallax; the message says where and what to do.
    """
    toml = toml_text.read(text, name, max_bytes=MAX_OWN_BYTES)
    check_fields(toml.table, _FIELDS, name)
    rows = [_filled(row) for row in rows_of(toml, "terms", MAX_OWN_TERMS)]
    table = {"version": "1", "language": "en", **_question(toml.table), **toml.table, "terms": rows}
    contrast = contrast_of(
        replace(toml, table=table), f"{PACK}/{toml.table.get('id')}", PACK, is_own=True
    )
    _check(contrast, toml)
    return contrast


def text_of(data: bytes, name: str) -> str:
    """Return the text of a reader's file.

    Raises
    ------
    LexiconError
        If it is too large, or not text.
    """
    if len(data) > MAX_OWN_BYTES:
        message = f"{name}: {len(data):,} bytes; at most {MAX_OWN_BYTES:,} are read; split the list"
        raise LexiconError(message)
    try:
        return decoded(data)
    except InputError as err:
        message = f"{name}: {err}"
        raise LexiconError(message) from err


def merged(shipped: tuple[Contrast, ...], lists: Mapping[str, str]) -> tuple[Contrast, ...]:
    """Return the shipped contrasts and, after them, a reader's lists that can be read."""
    return (*shipped, *read_own(lists)[0]) if lists else shipped


def read_own(lists: Mapping[str, str]) -> tuple[tuple[Contrast, ...], dict[str, str]]:
    """Return the lists by id as contrasts, and what keeps the others from being read.

    A list was checked when it was saved; it can break a rule only where Parallax has
    changed since, for example by a list of its own with that id.
    """
    found: list[Contrast] = []
    problems: dict[str, str] = {}
    for list_id, text in lists.items():
        try:
            found.append(_parsed(text, f"{list_id}.toml"))
        except LexiconError as err:
            problems[list_id] = str(err)
    return tuple(found), problems


def kept() -> Mapping[str, str]:
    """Return the lists that readers keep on this computer: id -> TOML."""
    return read_corrections(EVERY_STORY).lists


def save(text: str, name: str) -> Contrast:
    """Check a list and keep it for every story; one of the same id is replaced.

    Raises
    ------
    LexiconError
        As ``parse_own``, or if there are too many lists, or another has its name.
    """
    contrast = parse_own(text, name)
    others = {key: value for key, value in kept().items() if key != contrast.id}
    if len(others) >= MAX_LISTS:
        message = f"{name}: {len(others)} lists are kept; delete one before you add another"
        raise LexiconError(message)
    if contrast.label in {each.label for each in read_own(others)[0]}:
        message = f"{name}: 'label' is the name of another of your lists; choose another"
        raise LexiconError(message)
    library.edit(EVERY_STORY, EditKind.LIST, key_of(contrast.id), text)
    return contrast


def remove(list_id: str) -> None:
    """Take a list out of use; its history stays.

    Raises
    ------
    LexiconError
        If no reader's list has this id; the message names those there are.
    """
    if list_id not in kept():
        message = (
            f"no list of yours is called '{list_id[:60]}'; there are: {', '.join(kept()) or 'none'}"
        )
        raise LexiconError(message)
    take_back(EVERY_STORY, EditKind.LIST, list_id)


def changes() -> tuple[Edit, ...]:
    """Return the changes in force to readers' lists, the latest first."""
    made = library.history(EVERY_STORY, [EditKind.LIST])
    return tuple(edit for edit in reversed(made) if edit.undone_at is None)


def taken_ids() -> frozenset[str]:
    """Return the ids that a reader's list may not have."""
    return frozenset({*WORDINGS, *(each.id for each in contrasts())})


@lru_cache(maxsize=2 * MAX_LISTS)
def _parsed(text: str, name: str) -> Contrast:
    return parse_own(text, name)


def _filled(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entry with what a reader may leave out."""
    lemma = row.get("lemma")
    several = isinstance(lemma, str) and len(lemma.split()) > 1
    given = {key: value for key, value in row.items() if value not in ("", [])}
    return {"pos": list(ANY if several else CONTENT), "reason": REASON, "source": SOURCE, **given}


def _question(table: Mapping[str, Any]) -> dict[str, str]:
    label = table.get("label")
    return {"question": f"Which of the words are used: {label}?"} if table.get("label") else {}


def _check(contrast: Contrast, toml: Toml) -> None:
    if contrast.id in taken_ids():
        message = (
            f"{toml.name}: 'id' is '{contrast.id}', which a list that comes with Parallax has; "
            "choose another"
        )
        raise LexiconError(message)
    labels = (contrast.label, *(side.label for side in contrast.sides))
    long = next((label for label in labels if len(label) > MAX_LABEL), None)
    if long:
        message = f"{toml.name}: '{long[:30]}...' has {len(long)} characters; at most {MAX_LABEL}"
        raise LexiconError(message)
