"""The log of edits: what people decided, written durably, taken back deed by deed."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, func, select, tuple_

from analysis.errors import InputError, LibraryProblem
from analysis.library import trouble
from analysis.library.digests import EDIT_COLUMNS, row_digest
from analysis.library.engine import reading, writing
from analysis.library.kinds import EditKind
from analysis.library.tables import AnyRow, edits
from analysis.library.values import Change, Edit
from analysis.limits import checked_unicode

ASKED = 400
"""Values in one query; every database in use takes this many."""

_KINDS = frozenset(EditKind)

_Each = TypeVar("_Each")
_Thing = tuple[str, str, str]
"""Story, kind and key: the one thing that is decided."""


class Entry(NamedTuple):
    """A decision with who made it and when; one that is taken over from elsewhere keeps both."""

    change: Change
    author: str | None = None
    made_at: str | None = None

    @property
    def thing(self) -> _Thing:
        """Return what is decided."""
        return self.change.story, self.change.kind.value, self.change.key


def edit(
    story: str, kind: EditKind, key: str, value: str | None, *, author: str | None = None
) -> str:
    """Keep a reader's decision; it is on disk when this returns. Return its deed."""
    return record([Change(story, kind, key, value)], author=author)


def record(changes: Iterable[Change], *, author: str | None = None, act: str | None = None) -> str:
    """Keep decisions as one deed, all or none; return the deed, empty if nothing changed.

    ``act`` goes on with a deed that was begun before.
    """
    entries = [Entry(change, author) for change in changes]
    with writing() as connection:
        act = act or new_act()
        return act if write(connection, entries, act) else ""


def undo(edit_id: int) -> None:
    """Take back the deed that an edit is part of; it stays in the history."""
    with writing() as connection:
        act = connection.execute(select(edits.c.act).where(edits.c.id == edit_id)).scalar()
        if act:
            take_back(connection, act)


def undo_act(act: str) -> None:
    """Take back a deed whole; what held before it holds again."""
    with writing() as connection:
        take_back(connection, act)


def history(story: str, kinds: Iterable[EditKind] = EditKind) -> tuple[Edit, ...]:
    """Return every edit of a story, or those of some kinds, undone ones too, oldest first."""
    query = select(edits).where(edits.c.story == story, edits.c.kind.in_(list(kinds)))
    query = query.order_by(edits.c.id)
    with reading() as connection:
        return tuple(edits_of(connection.execute(query)))


def in_force(story: str) -> dict[tuple[EditKind, str], str]:
    """Return what readers decided of a story: (kind, key) -> value, the latest edit of each."""
    found = decisions(story, EditKind)
    return dict(sorted(((each.kind, each.key), each.value or "") for each in found))


def decisions(story: str, kinds: Iterable[EditKind]) -> tuple[Edit, ...]:
    """Return the edits of some kinds that are in force in a story, the latest first.

    What was taken back to what the analysis says is not among them.
    """
    with reading() as connection:
        return tuple(decided(connection, story, kinds))


def decided(connection: Connection, story: str, kinds: Iterable[EditKind]) -> list[Edit]:
    """Return the same within a transaction."""
    query = select(edits).where(
        edits.c.story == story,
        edits.c.kind.in_(list(kinds)),
        edits.c.holds,
        edits.c.value.is_not(None),
    )
    return list(edits_of(connection.execute(query.order_by(edits.c.id.desc()))))


def new_act() -> str:
    """Return a name for a deed that no other deed has."""
    return secrets.token_hex(8)


def now() -> str:
    """Return the time as the library keeps it: UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def chunks(values: Sequence[_Each], size: int = ASKED) -> Iterator[Sequence[_Each]]:
    """Yield the values in slices that fit into one query."""
    for first in range(0, len(values), size):
        yield values[first : first + size]


def write(connection: Connection, entries: Sequence[Entry], act: str) -> int:
    """Write the decisions that change something; return how many did."""
    for entry in entries:
        _check(entry)
    held = _held(connection, entries)
    before = dict(held)
    rows: list[dict[str, Any]] = []
    for entry in entries:
        if held.get(entry.thing) != entry.change.value:
            rows.append(_row(entry, held.get(entry.thing), act))
            held[entry.thing] = entry.change.value
    if rows:
        _insert(connection, rows, before)
    return len(rows)


def take_back(connection: Connection, act: str) -> None:
    """Take a deed out of force, and put in force again what it had replaced."""
    still = (edits.c.act == act) & edits.c.undone_at.is_(None)
    connection.execute(edits.update().where(still).values(undone_at=now(), holds=False))
    thing = (edits.c.story, edits.c.kind, edits.c.key)
    touched = select(*thing).where(edits.c.act == act)
    latest = (
        select(func.max(edits.c.id))
        .where(edits.c.undone_at.is_(None), tuple_(*thing).in_(touched))
        .group_by(*thing)
    )
    connection.execute(edits.update().where(edits.c.id.in_(latest)).values(holds=True))


def edits_of(rows: Iterable[AnyRow]) -> Iterator[Edit]:
    """Yield the edits in rows of the table.

    Raises
    ------
    LibraryError
        If one is not as it was written. One that was undone is passed over: it decides
        nothing, and undoing is the way out.
    """
    for row in rows:
        if is_whole(row):
            names = (*EDIT_COLUMNS, "id", "undone_at")
            fields = {name: row._mapping[name] for name in names}
            yield Edit(**{**fields, "kind": EditKind(row.kind)})
        elif row.undone_at is None:
            detail = (
                f"edit {row.id} is not as it was written; it can also be taken out of force: "
                f"python -m analysis library undo {row.id}"
            )
            raise trouble.problem(LibraryProblem.DAMAGED, detail)


def is_whole(row: AnyRow) -> bool:
    """Return whether an edit is as it was written."""
    return row.kind in _KINDS and row.digest == row_digest(row._asdict(), EDIT_COLUMNS)


def _check(entry: Entry) -> None:
    """Refuse characters that not every database can hold."""
    for value in (*entry.thing, entry.change.value or "", entry.author or ""):
        checked_unicode(value)
        if "\0" in value:
            message = "a NUL character (U+0000) cannot be kept; delete it"
            raise InputError(message)


def _held(connection: Connection, entries: Sequence[Entry]) -> dict[_Thing, str | None]:
    """Return the values in force of what the entries decide."""
    found: dict[_Thing, str | None] = {}
    keys: dict[tuple[str, str], list[str]] = {}
    for story, kind, key in dict.fromkeys(entry.thing for entry in entries):
        keys.setdefault((story, kind), []).append(key)
    for (story, kind), names in keys.items():
        same = (edits.c.story == story) & (edits.c.kind == kind) & edits.c.holds
        for part in chunks(names):
            query = select(edits.c.key, edits.c.value).where(same, edits.c.key.in_(part))
            found |= {(story, kind, row.key): row.value for row in connection.execute(query)}
    return found


def _row(entry: Entry, replaced: str | None, act: str) -> dict[str, Any]:
    story, kind, key = entry.thing
    row: dict[str, Any] = {
        "story": story,
        "kind": kind,
        "key": key,
        "value": entry.change.value,
        "replaced": replaced,
        "author": entry.author,
        "made_at": entry.made_at or now(),
        "act": act,
    }
    return {**row, "digest": row_digest(row, EDIT_COLUMNS), "holds": False}


def _insert(
    connection: Connection, rows: list[dict[str, Any]], before: Mapping[_Thing, object]
) -> None:
    """Insert the rows; of each thing only the last one holds from now on."""
    last = {(row["story"], row["kind"], row["key"]): row for row in rows}
    for row in last.values():
        row["holds"] = True
    for story, kind, key in last.keys() & before.keys():
        old = (edits.c.story == story) & (edits.c.kind == kind) & (edits.c.key == key)
        connection.execute(edits.update().where(old, edits.c.holds).values(holds=False))
    connection.execute(edits.insert(), rows)
