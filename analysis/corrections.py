"""Edits in the library -> what they change: before the analysis, or in what it found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from analysis import library
from analysis.library import EVERY_STORY, SHELF_KINDS, EditKind, key_of, parts_of
from analysis.types import Span

Decisions = Mapping[tuple[str, ...], str]
"""Parts of the key -> what the reader decided."""

_ABOUT_FINDINGS = tuple(kind for kind in EditKind if kind not in SHELF_KINDS)
"""Edits that correct an analysis; the others are about the articles and stories themselves."""

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


def read_corrections(story: str) -> Corrections:
    """Return what readers decided about a story and about all stories."""
    found: dict[EditKind, dict[tuple[str, ...], str]] = {}
    # In one order, whatever the order in which they were made: they enter a fingerprint.
    for (kind, key), value in _decided(story, _ABOUT_FINDINGS):
        found.setdefault(kind, {})[parts_of(key)] = value
    lists = {parts_of(key)[0]: value for (_, key), value in _decided(EVERY_STORY, [EditKind.LIST])}
    return Corrections(_put_backs(found.pop(EditKind.PUT_BACK, {})), lists, found)


def put_back(story: str, article: str, span: Span, *, author: str | None = None) -> str:
    """Keep that a set-aside block belongs to the article's body; return the deed."""
    return library.edit(story, EditKind.PUT_BACK, key_of(article, *span), PUT_BACK, author=author)


def take_back(story: str, kind: EditKind, *parts: object, author: str | None = None) -> str:
    """Return one thing to what the analysis says of it; return the deed."""
    return library.edit(story, kind, key_of(*parts), None, author=author)


def _decided(story: str, kinds: Iterable[EditKind]) -> list[tuple[tuple[EditKind, str], str]]:
    edits = library.decisions(story, kinds)
    return sorted(((each.kind, each.key), each.value or "") for each in edits)


def _put_backs(decisions: Decisions) -> dict[str, tuple[Span, ...]]:
    spans: dict[str, list[Span]] = {}
    for article, start, end in decisions:
        spans.setdefault(article, []).append(Span(int(start), int(end)))
    return {article: tuple(sorted(each)) for article, each in spans.items()}
