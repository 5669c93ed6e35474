"""Making, describing and binning stories, and putting articles into them."""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from analysis import stories as shipped
from analysis.errors import InputError
from analysis.library.edit_log import Entry, new_act, record, write
from analysis.library.engine import writing
from analysis.library.fields import check_size, check_there
from analysis.library.kinds import EditKind, key_of
from analysis.library.loading import KEPT, UID, check_story
from analysis.library.membership import BIN, IN, LIBRARY, OUT, place
from analysis.library.tables import edits
from analysis.library.values import STORY_FIELDS, Change
from analysis.limits import checked_date

MAX_SLUG = 60
"""Longest id of a story, in characters; it names files of the cache."""

MAX_STORY_TEXT = 5_000
"""Longest summary or note of a story, in characters."""

_NAMELESS = "story"
"""What the id of a story is made of whose title has no Latin letter or digit."""


def new_story(
    title: str,
    *,
    article_ids: Iterable[str] = (),
    author: str | None = None,
    **fields: str | None,
) -> str:
    """Make a story, with own articles if there are any yet; return its id.

    ``fields`` are those of ``STORY_FIELDS``.

    Raises
    ------
    InputError
        If a field cannot be, or there is no such article.
    """
    values = checked_values({**fields, "title": title})
    ids = tuple(dict.fromkeys(article_ids))
    check_there(ids)
    act = new_act()
    with writing() as connection:
        story = begin(connection, values, act, author)
        place(connection, story, ids, IN, act, author)
    return story


def describe(story: str, values: Mapping[str, str | None], *, author: str | None = None) -> str:
    """Set fields of a story; ``None`` returns one to what it was. Return the deed.

    Raises
    ------
    InputError
        If a field or its value cannot be.
    StoryError
        If there is no such story.
    """
    check_story(story)
    checked = checked_values(values)
    return record(_story_changes(story, checked), author=author)


def rename(story: str, title: str, *, author: str | None = None) -> str:
    """Give a story another title; its id stays. Return the deed."""
    return describe(story, {"title": title}, author=author)


def put_in(story: str, article_ids: Iterable[str], *, author: str | None = None) -> str:
    """Put own articles into a story; return the deed.

    Raises
    ------
    InputError
        If there is no such article.
    StoryError
        If there is no such story.
    """
    check_story(story)
    ids = tuple(dict.fromkeys(article_ids))
    check_there(ids)
    return _placed(story, ids, IN, author)


def take_out(story: str, article_ids: Iterable[str], *, author: str | None = None) -> str:
    """Take articles out of a story, also those it came with; they stay in the library."""
    check_story(story)
    return _placed(story, tuple(dict.fromkeys(article_ids)), OUT, author)


def bin_story(story: str, *, author: str | None = None) -> str:
    """Take a story out of all lists; its articles stay. Undoing the deed brings it back."""
    check_story(story)
    return record(_story_changes(story, {KEPT: BIN}), author=author)


def begin(
    connection: Connection, values: Mapping[str, str | None], act: str, author: str | None
) -> str:
    """Make a story within a transaction; return its id."""
    story = _free_id(connection, values.get("title") or _NAMELESS)
    head = {UID: values.get(UID) or secrets.token_hex(16), KEPT: LIBRARY}
    changes = _story_changes(story, {**head, **values})
    write(connection, [Entry(change, author) for change in changes], act)
    return story


def checked_values(values: Mapping[str, str | None]) -> dict[str, str | None]:
    """Return fields of a story in the form in which they are kept.

    Raises
    ------
    InputError
        If there is no such field, or it cannot hold the value.
    """
    checked: dict[str, str | None] = {}
    for name, value in values.items():
        if name not in STORY_FIELDS:
            message = f"a story has no '{name[:40]}'; it has: {', '.join(STORY_FIELDS)}"
            raise InputError(message)
        checked[name] = None if value is None else _checked(name, value.strip())
    return checked


def _checked(name: str, value: str) -> str:
    if name in ("summary", "note"):
        if len(value) > MAX_STORY_TEXT:
            message = f"'{name}' has {len(value):,} characters; at most {MAX_STORY_TEXT:,} are kept"
            raise InputError(message)
        return value
    value = " ".join(value.split())
    check_size(name, value)
    if name == "title" and not value:
        message = "a story needs a title; write a few words"
        raise InputError(message)
    if name in ("event_start", "event_end") and value:
        checked_date(value)
    return value


def _story_changes(story: str, values: Mapping[str, str | None]) -> list[Change]:
    return [Change(story, EditKind.STORY, key_of(name), value) for name, value in values.items()]


def _placed(story: str, ids: tuple[str, ...], value: str, author: str | None) -> str:
    changes = [Change(story, EditKind.MEMBER, key_of(each), value) for each in ids]
    return record(changes, author=author)


def _free_id(connection: Connection, title: str) -> str:
    """Return an id made of the title that no story has or had; it never leads out of a folder."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain)[:MAX_SLUG].strip("-") or _NAMELESS
    name, number = base, 1
    while name in shipped.story_ids() or _is_used(connection, name):
        number += 1
        name = f"{base}-{number}"
    return name


def _is_used(connection: Connection, story: str) -> bool:
    query = select(edits.c.id).where(edits.c.story == story).limit(1)
    return connection.execute(query).first() is not None
