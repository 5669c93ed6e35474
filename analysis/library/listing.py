"""Looking through the library: a page of articles, how many there are, and of what."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, func, literal, or_, select

from analysis.errors import InputError
from analysis.library.article_rows import kept_of
from analysis.library.engine import reading
from analysis.library.fields import field_edits
from analysis.library.kinds import EVERY_STORY, EditKind
from analysis.library.membership import BIN, LIBRARY, in_story, kept_as, stories_of
from analysis.library.tables import AnyRow, AnySelect, edits
from analysis.library.tables import articles as table
from analysis.library.values import Facets, Kept, Search

EVERYTHING = Search()

PAGE = 50
"""Articles in one page of the library."""

_ESCAPE = "\\"
_DAY, _MONTH = 10, 7
"""Characters of an ISO date that name the day and the month."""


def articles(
    search: Search = EVERYTHING, *, limit: int = PAGE, offset: int = 0
) -> tuple[Kept, ...]:
    """Return articles as people corrected them, the latest added first."""
    query = _chosen(select(table), search).order_by(table.c.number.desc())
    with reading() as connection:
        rows = connection.execute(query.limit(limit).offset(offset)).all()
        return kept_rows(connection, rows)


def count(search: Search = EVERYTHING) -> int:
    """Return how many articles a search finds."""
    with reading() as connection:
        return connection.execute(_chosen(select(func.count()), search)).scalar_one()


def facets(search: Search = EVERYTHING) -> Facets:
    """Return which outlets, languages and months the articles found have, the most first."""
    month = func.substr(_field("published"), 1, _MONTH)
    with reading() as connection:
        outlets = _counts(connection, _field("outlet"), search)
        languages = _counts(connection, _field("language"), search)
        months = tuple(sorted(_counts(connection, month, search)))
    return Facets(outlets, languages, months)


def article(article_id: str) -> Kept:
    """Return one article, also from the bin.

    Raises
    ------
    InputError
        If the library has none with this id.
    """
    with reading() as connection:
        rows = connection.execute(select(table).where(table.c.id == article_id)).all()
        found = kept_rows(connection, rows)
    if not found:
        message = f"there is no article '{article_id[:60]}' in the library"
        raise InputError(message)
    return found[0]


def kept_rows(connection: Connection, rows: Sequence[AnyRow]) -> tuple[Kept, ...]:
    """Return the articles of rows with what people decided about them."""
    ids = [str(row.id) for row in rows]
    edited, stories = field_edits(connection, ids), stories_of(connection, ids)
    return tuple(kept_of(row, edited[row.id], stories[row.id]) for row in rows)


def _chosen(query: AnySelect, search: Search) -> AnySelect:
    wanted = [kept_as(BIN if search.binned else LIBRARY)]
    for word in (search.query or "").split():
        pattern = f"%{_escaped(word)}%"
        wanted.append(
            or_(
                table.c.text.ilike(pattern, escape=_ESCAPE),
                _field("title").ilike(pattern, escape=_ESCAPE),
            )
        )
    for name in ("outlet", "language"):
        value = getattr(search, name)
        if value is not None:
            wanted.append(_field(name) == value)
    day = func.substr(_field("published"), 1, _DAY)
    if search.after:
        wanted.append(day >= search.after)
    if search.before:
        wanted += [day <= search.before, day != ""]
    if search.added_after:
        wanted.append(table.c.added_at >= search.added_after)
    if search.story is not None:
        wanted.append(in_story(search.story))
    return query.select_from(table).where(*wanted)


def _field(name: str) -> ColumnElement[str]:
    """Return what a field holds, as people corrected it; empty for not known."""
    decided = (
        select(edits.c.value)
        .where(
            edits.c.story == EVERY_STORY,
            edits.c.kind == EditKind.FIELD,
            edits.c.key == literal('["') + table.c.id + literal(f'", "{name}"]'),
            edits.c.holds,
        )
        .correlate(table)
        .scalar_subquery()
    )
    return func.coalesce(decided, table.c[name], "")


def _counts(
    connection: Connection, value: ColumnElement[str], search: Search
) -> tuple[tuple[str, int], ...]:
    n = func.count()
    query = _chosen(select(value, n), search).group_by(value).order_by(n.desc(), value)
    return tuple((str(row[0]), int(row[1])) for row in connection.execute(query))


def _escaped(word: str) -> str:
    """Return a word in which no character stands for another."""
    for mark in (_ESCAPE, "%", "_"):
        word = word.replace(mark, f"{_ESCAPE}{mark}")
    return word
