"""What was read and is not saved yet: frozen values, and what a person can do with them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from analysis.collect import Candidate, Item, Refused, ToFetch
from analysis.stories import Known
from analysis.types import Basis

FILLED = ("title", "published", "outlet")
"""What an export says of an article whose text had to be fetched."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article on the desk."""

    number: int
    candidate: Candidate
    is_in: bool = True
    """Whether it is saved with the others."""

    @property
    def id(self) -> str:
        """Return what it is called among articles that have an id of the library."""
        return f"new {self.number}"

    def value(self, field: str) -> str:
        """Return a field as a person corrected it, else as it was found; empty = not known."""
        found = getattr(self.candidate.article, field) or ""
        return self.candidate.corrections.get(field, found)


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that was read and is not saved."""

    entries: tuple[Entry, ...] = ()
    to_fetch: tuple[ToFetch, ...] = ()
    refused: tuple[Refused, ...] = ()
    notices: tuple[str, ...] = ()
    """What happened while reading: stopped, broken off, too many."""
    first: int = 1
    """Number of the next entry."""

    @property
    def taken(self) -> tuple[Entry, ...]:
        """Return the entries that are to be saved."""
        return tuple(each for each in self.entries if each.is_in)

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to look at."""
        return not (self.entries or self.to_fetch or self.refused or self.notices)


def with_items(desk: Desk, items: Iterable[Item]) -> Desk:
    """Return the desk with what was read; a fetched page gets what the export said of it."""
    found = tuple(items)
    rows = {row.url: row for row in desk.to_fetch}
    candidates = [
        filled(each, rows.get(each.origin.name)) for each in found if isinstance(each, Candidate)
    ]
    entries = tuple(Entry(desk.first + n, each) for n, each in enumerate(candidates))
    fetched = {each.origin.name for each in candidates}
    to_fetch = (*desk.to_fetch, *(each for each in found if isinstance(each, ToFetch)))
    refused = (*desk.refused, *(each for each in found if isinstance(each, Refused)))
    return replace(
        desk,
        entries=(*desk.entries, *entries),
        to_fetch=_once(row for row in to_fetch if row.url not in fetched),
        refused=tuple(dict.fromkeys(refused)),
        first=desk.first + len(entries),
    )


def filled(candidate: Candidate, row: ToFetch | None) -> Candidate:
    """Return a fetched article with what the export said of it and its page does not."""
    if row is None:
        return candidate
    open_fields = [name for name in FILLED if not getattr(candidate.article, name)]
    values = {name: getattr(row, name) for name in open_fields if getattr(row, name)}
    bases = {f"{name}_basis": Basis.STATED for name in values.keys() & {"outlet", "published"}}
    why = f"the list it came from: {row.origin.name}"
    known = tuple(Known(candidate.article.id, name, Basis.STATED, why) for name in values)
    article = replace(candidate.article, **values, **bases)
    return replace(candidate, article=article, known=(*candidate.known, *known))


def corrected(desk: Desk, numbers: Collection[int], field: str, value: str) -> Desk:
    """Return the desk with a field of some entries corrected; only what differs is kept."""
    value = " ".join(value.split())

    def change(entry: Entry) -> Entry:
        found = getattr(entry.candidate.article, field) or ""
        others = {k: v for k, v in entry.candidate.corrections.items() if k != field}
        now = others if value == found else {**others, field: value}
        return replace(entry, candidate=replace(entry.candidate, corrections=now))

    return _changed(desk, numbers, change)


def taken(desk: Desk, numbers: Collection[int], *, is_in: bool) -> Desk:
    """Return the desk with some entries to be saved, or left out."""
    return _changed(desk, numbers, lambda entry: replace(entry, is_in=is_in))


def only(desk: Desk, numbers: Collection[int]) -> Desk:
    """Return the desk with these entries to be saved and all others left out."""
    wanted = set(numbers)
    entries = tuple(replace(each, is_in=each.number in wanted) for each in desk.entries)
    return replace(desk, entries=entries)


def without(desk: Desk, numbers: Collection[int]) -> Desk:
    """Return the desk without some entries: they are saved."""
    gone = set(numbers)
    return replace(desk, entries=tuple(e for e in desk.entries if e.number not in gone))


def returned(desk: Desk, entries: Iterable[Entry]) -> Desk:
    """Return the desk with entries put back where they were."""
    there = {each.number: each for each in (*desk.entries, *entries)}
    return replace(desk, entries=tuple(there[number] for number in sorted(there)))


def numbers_where(desk: Desk, holds: Mapping[int, object], *, negate: bool = False) -> list[int]:
    """Return the numbers of the entries for which something is true, or is not."""
    return [each.number for each in desk.entries if bool(holds.get(each.number)) is not negate]


def _changed(desk: Desk, numbers: Collection[int], change: Callable[[Entry], Entry]) -> Desk:
    wanted = set(numbers)
    entries = tuple(change(e) if e.number in wanted else e for e in desk.entries)
    return replace(desk, entries=entries)


def _once(rows: Iterable[ToFetch]) -> tuple[ToFetch, ...]:
    return tuple({row.url: row for row in rows}.values())
