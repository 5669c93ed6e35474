"""The manifest of a story file -> articles and decisions, every field looked at."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from analysis.collect.candidate import Candidate, Origin, Way
from analysis.errors import InputError
from analysis.library.bundle_files import read_files
from analysis.library.bundles import FORMAT, VERSION
from analysis.library.digests import text_sha256
from analysis.library.edit_log import Entry
from analysis.library.fields import check_size, checked_field
from analysis.library.keeping import refusal
from analysis.library.kinds import GOING_ALONG, EditKind
from analysis.library.own_stories import checked_values
from analysis.library.values import FIELDS, STORY_FIELDS, Change
from analysis.stories import Known
from analysis.types import Article, Basis, Block, BlockKind

MAX_VALUE_CHARS = 5_000
"""Longest value of a decision, in characters: that of a note."""

_SHAPES = {
    EditKind.PUT_BACK: "t##",
    EditKind.SPEAKER: "t",
    EditKind.ALIAS: "tt",
    EditKind.QUOTE: "t#",
    EditKind.ROLE: "t",
    EditKind.REFERENT: "t",
    EditKind.REFERENT_NAME: "t",
    EditKind.LINK: "t#t#",
    EditKind.FACT: "t#",
    EditKind.FIELD: "tt",
    EditKind.NOTE: "tt##",
}
"""What the parts of each kind of key are: ``t`` words, ``#`` an offset. A note may have none."""


@dataclass(frozen=True, slots=True)
class Described:
    """An article of a story file; without text it can only be found again."""

    candidate: Candidate
    sha256: str
    has_text: bool

    @property
    def id(self) -> str:
        """Return the id that the file gives it."""
        return self.candidate.article.id


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a story file says."""

    uid: str
    story: Mapping[str, str | None]
    articles: tuple[Described, ...]
    decisions: tuple[Entry, ...]
    """With the keys and ids of the file, and no story yet."""


def read_bundle(path: Path) -> Bundle:
    """Return what a story file says.

    Raises
    ------
    InputError
        If it cannot be trusted in any field; the message names the place.
    """
    files = read_files(path)
    with _at(path.name):
        manifest = files.manifest
        if manifest["format"] != FORMAT or manifest["version"] != VERSION:
            message = "written by another version of Parallax; update Parallax"
            raise InputError(message)
        story = checked_values({name: manifest["story"].get(name) for name in STORY_FIELDS})
        if not story["title"]:
            message = "its story has no title"
            raise InputError(message)
        uid = _words(manifest["uid"])
    articles = list(_articles(path.name, manifest["articles"], files.texts))
    decisions = list(_decisions(path.name, manifest["decisions"]))
    return Bundle(uid, story, tuple(articles), tuple(decisions))


@contextmanager
def _at(where: str) -> Iterator[None]:
    """Say where something stands that is not as a story file has it."""
    try:
        yield
    except InputError as err:
        message = f"{where}: {err}"
        raise InputError(message) from err
    except (KeyError, TypeError, ValueError, AttributeError) as err:
        message = f"{where}: not as a story file has it ({type(err).__name__}); export it again"
        raise InputError(message) from err


def _articles(
    name: str, rows: Iterable[Mapping[str, Any]], texts: Mapping[str, str]
) -> Iterator[Described]:
    for number, row in enumerate(rows, start=1):
        with _at(f"{name}: article {number}"):
            yield _article(row, texts)


def _article(row: Mapping[str, Any], texts: Mapping[str, str]) -> Described:
    sha256 = _words(row["sha256"])
    text = texts.get(sha256)
    if text is not None and text_sha256(text) != sha256:
        message = "its text is not what its SHA-256 says; export the story again"
        raise InputError(message)
    article = Article(
        id=_words(row["id"]),
        text=text or "",
        outlet_basis=Basis(row["outlet_basis"]),
        published_basis=Basis(row["published_basis"]),
        layout=tuple(Block(int(s), int(e), BlockKind(k), str(r)) for s, e, k, r in row["layout"]),
        **{field: _optional(row[field]) for field in FIELDS},
    )
    way, origin, part = row["origin"]
    known = tuple(
        Known(article.id, _words(field), Basis(basis), _optional(why))
        for field, basis, why in row["known"]
    )
    candidate = Candidate(article, Origin(Way(way), _words(origin), _optional(part)), known)
    if text is not None and (reason := refusal(candidate)):
        raise InputError(reason)
    return Described(candidate, sha256, text is not None)


def _decisions(name: str, rows: Iterable[Mapping[str, Any]]) -> Iterator[Entry]:
    for number, row in enumerate(rows, start=1):
        with _at(f"{name}: decision {number}"):
            yield _decision(row)


def _decision(row: Mapping[str, Any]) -> Entry:
    kind = EditKind(row["kind"])
    if kind not in (*GOING_ALONG, EditKind.FIELD):
        message = f"'{kind}' is not passed on with a story"
        raise InputError(message)
    key, value = _words(row["key"]), _text(row["value"])
    parts = json.loads(key)
    if kind is EditKind.FIELD:
        value = checked_field(parts[1], value) or ""
    if not _fits(parts, _SHAPES[kind]) and not (kind is EditKind.NOTE and _fits(parts, "tt")):
        message = f"'{key[:60]}' is not the key of a decision about a {kind}"
        raise InputError(message)
    made_at = datetime.fromisoformat(row["made_at"]).isoformat(timespec="seconds")
    return Entry(Change("", kind, key, value), _optional(row["author"]), made_at)


def _fits(parts: object, shape: str) -> bool:
    return (
        isinstance(parts, list)
        and len(parts) == len(shape)
        and all(isinstance(part, str) for part in parts)
        and all(
            part.isascii() and part.isdigit()
            for part, kind in zip(parts, shape, strict=True)
            if kind == "#"
        )
    )


def _words(value: object) -> str:
    """Return a short text."""
    if not isinstance(value, str):
        message = f"a text is expected, not {type(value).__name__}"
        raise InputError(message)
    check_size("a field", value)
    return value


def _optional(value: object) -> str | None:
    return None if value is None else _words(value)


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > MAX_VALUE_CHARS:
        message = f"a value is no text, or longer than {MAX_VALUE_CHARS:,} characters"
        raise InputError(message)
    return value
