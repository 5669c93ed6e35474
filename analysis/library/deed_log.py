"""Deeds: the edits that were made in one go, for a history that people can read."""

from __future__ import annotations

from sqlalchemy import func, select

from analysis.library.edit_log import edits_of
from analysis.library.engine import reading
from analysis.library.kinds import EditKind
from analysis.library.tables import AnyRow, edits
from analysis.library.values import Deed, Edit

PAGE = 50
"""Deeds in one page of a history."""


def deeds(story: str | None = None, *, limit: int = PAGE, offset: int = 0) -> tuple[Deed, ...]:
    """Return the deeds that changed a story, or anything, the latest first."""
    first = func.min(edits.c.id)
    chosen = select(edits.c.act).group_by(edits.c.act).order_by(first.desc())
    if story is not None:
        chosen = chosen.where(edits.c.story == story)
    group = (edits.c.act, edits.c.kind, edits.c.story)
    rows = select(
        *group,
        first.label("first"),
        func.min(edits.c.made_at).label("made_at"),
        func.min(edits.c.author).label("author"),
        func.count().label("n"),
        func.count(edits.c.undone_at).label("n_undone"),
    ).group_by(*group)
    with reading() as connection:
        acts = list(connection.execute(chosen.limit(limit).offset(offset)).scalars())
        parts: dict[str, list[AnyRow]] = {act: [] for act in acts}
        query = rows.where(edits.c.act.in_(acts)).order_by(first)
        for row in connection.execute(query):
            parts[row.act].append(row)
    return tuple(_deed(act, found) for act, found in parts.items())


def deed_edits(act: str) -> tuple[Edit, ...]:
    """Return the edits of a deed, in the order in which they were made."""
    query = select(edits).where(edits.c.act == act).order_by(edits.c.id)
    with reading() as connection:
        return tuple(edits_of(connection.execute(query)))


def _deed(act: str, rows: list[AnyRow]) -> Deed:
    known = {kind.value for kind in EditKind}
    counts: dict[EditKind, int] = {}
    for row in rows:
        if row.kind in known:
            kind = EditKind(row.kind)
            counts[kind] = counts.get(kind, 0) + row.n
    return Deed(
        act,
        min(row.made_at for row in rows),
        next((row.author for row in rows if row.author), None),
        counts,
        tuple(dict.fromkeys(row.story for row in rows if row.story)),
        all(row.n == row.n_undone for row in rows),
    )
