"""Which articles are in the library and in which stories, within a transaction."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Select, func, select

from analysis.library.edit_log import Entry, chunks, write
from analysis.library.kinds import EVERY_STORY, EditKind, key_of, parts_of
from analysis.library.tables import articles, edits
from analysis.library.values import Change

LIBRARY, BIN = "library", "bin"
"""Where an article or a story is, as values of edits of kind KEPT."""

IN, OUT = "in", "out"
"""Whether an article is in a story, as values of edits of kind MEMBER."""

KEY_OF_ARTICLE: ColumnElement[str] = '["' + articles.c.id + '"]'
"""Key of the edits about the article of a row; ids of own articles hold nothing to escape."""

KEY_OF_PLACE = key_of("kept")
"""Key of the edits that say whether a story is in the library or in the bin."""

_kept = edits.alias("kept")
_member = edits.alias("member")


def kept_as(place: str) -> ColumnElement[bool]:
    """Return the condition for articles that are in the library, or in the bin.

    One whose adding was taken back is in the bin too: there it can be found again.
    """
    decided = (
        select(_kept.c.value)
        .where(
            _kept.c.story == EVERY_STORY,
            _kept.c.kind == EditKind.KEPT,
            _kept.c.key == KEY_OF_ARTICLE,
            _kept.c.holds,
        )
        .scalar_subquery()
    )
    return func.coalesce(decided, BIN) == place


def in_story(story: str) -> ColumnElement[bool]:
    """Return the condition for articles that are in a story."""
    return (
        select(_member.c.id)
        .where(
            _member.c.story == story,
            _member.c.kind == EditKind.MEMBER,
            _member.c.key == KEY_OF_ARTICLE,
            _member.c.holds,
            _member.c.value == IN,
        )
        .exists()
    )


def members(connection: Connection, story: str) -> tuple[str, ...]:
    """Return the ids of a story's own articles, in the order in which they came."""
    query = (
        select(articles.c.id)
        .join(_member, _member.c.key == KEY_OF_ARTICLE)
        .where(*_is_member(), _member.c.story == story, kept_as(LIBRARY))
        .order_by(_member.c.id)
    )
    return tuple(connection.execute(query).scalars())


def stories_of(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the stories of articles, in the order in which they were put into them."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys(ids, ())
    for part in chunks(ids):
        keys = [key_of(each) for each in part]
        query = select(_member.c.story, _member.c.key).where(
            *_is_member(), _member.c.key.in_(keys), _member.c.story.not_in(_binned_stories())
        )
        for row in connection.execute(query.order_by(_member.c.id)):
            article = parts_of(row.key)[0]
            found[article] = (*found[article], row.story)
    return found


def sizes(connection: Connection) -> dict[str, int]:
    """Return how many own articles each story has."""
    query = (
        select(_member.c.story, func.count())
        .join(articles, _member.c.key == KEY_OF_ARTICLE)
        .where(*_is_member(), kept_as(LIBRARY))
        .group_by(_member.c.story)
    )
    return {str(row[0]): int(row[1]) for row in connection.execute(query)}


def in_library(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Return those of the articles that are not in the bin."""
    found: set[str] = set()
    for part in chunks(ids):
        query = select(articles.c.id).where(articles.c.id.in_(part), kept_as(LIBRARY))
        found.update(connection.execute(query).scalars())
    return found


def place(
    connection: Connection, story: str, ids: Sequence[str], value: str, act: str, author: str | None
) -> int:
    """Put articles into a story or take them out; return how many changed."""
    changes = [Change(story, EditKind.MEMBER, key_of(each), value) for each in ids]
    return write(connection, [Entry(change, author) for change in changes], act)


def _binned_stories() -> Select[str]:
    return select(edits.c.story).where(
        edits.c.kind == EditKind.STORY,
        edits.c.key == KEY_OF_PLACE,
        edits.c.holds,
        edits.c.value == BIN,
    )


def _is_member() -> tuple[ColumnElement[bool], ...]:
    return _member.c.kind == EditKind.MEMBER, _member.c.holds, _member.c.value == IN
