"""Edits in the library -> what they change: before the analysis, or in what it found."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis import library
from analysis.library import EVERY_STORY, EditKind
from analysis.types import Span

Decisions = Mapping[tuple[str, ...], str]
"""Parts of the key -> what the reader decided."""

PUT_BACK = "body"
"""The kind that a put-back block has from then on."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What readers decided about one story, by what it is about."""

    put_backs: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    """Article id -> blocks that belong to its body."""
    lists: Mapping[str, str] = field(default_factory=dict)
    """Id of a reader's own word list -> the list as TOML."""
    found: Mapping[EditKind, Decisions] = field(default_factory=dict)
    """Decisions about what the analysis found, applied after it: speakers, labels, facts."""

    def of(self, kind: EditKind) -> Decisions:
        """Return the decisions of one kind."""
        return self.found.get(kind, {})

    @property
    def before(self) -> tuple[object, object]:
        """Return what must be known before the articles are analysed."""
        return sorted(self.put_backs.items()), sorted(self.lists.items())


def key_of(*parts: object) -> str:
    """Return the key of an edit from its parts, whatever characters they hold."""
    return json.dumps([str(part) for part in parts], ensure_ascii=False)


def parts_of(key: str) -> tuple[str, ...]:
    """Return the parts of the key of an edit."""
    return tuple(json.loads(key))


def read_corrections(story: str) -> Corrections:
    """Return what readers decided about a story and about all stories."""
    found: dict[EditKind, dict[tuple[str, ...], str]] = {}
    for (kind, key), value in library.in_force(story).items():
        found.setdefault(kind, {})[parts_of(key)] = value
    lists = {
        json.loads(key)[0]: value
        for (kind, key), value in library.in_force(EVERY_STORY).items()
        if kind is EditKind.LIST
    }
    return Corrections(_put_backs(found.pop(EditKind.PUT_BACK, {})), lists, found)


def put_back(story: str, article: str, span: Span) -> None:
    """Keep the reader's decision that a set-aside block belongs to the article's body."""
    library.edit(story, EditKind.PUT_BACK, key_of(article, *span), PUT_BACK)


def take_back(story: str, kind: EditKind, *parts: object) -> None:
    """Return one thing to what the analysis says of it."""
    library.edit(story, kind, key_of(*parts), None)


def _put_backs(decisions: Decisions) -> dict[str, tuple[Span, ...]]:
    spans: dict[str, list[Span]] = {}
    for article, start, end in decisions:
        spans.setdefault(article, []).append(Span(int(start), int(end)))
    return {article: tuple(sorted(each)) for article, each in spans.items()}
