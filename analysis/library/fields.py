"""Corrections of what is known of articles, one or many at once, and the bin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

from sqlalchemy import Connection, select

from analysis.errors import InputError
from analysis.library.edit_log import chunks, edits_of, record
from analysis.library.engine import reading
from analysis.library.kinds import EVERY_STORY, EditKind, articles_of, key_of
from analysis.library.membership import BIN, LIBRARY
from analysis.library.tables import articles, edits
from analysis.library.values import FIELDS, Change, Edit
from analysis.limits import MAX_FIELD_CHARS, MAX_URL_CHARS, checked_date, checked_unicode
from analysis.rights import Rights

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
"""A language as BCP 47 writes it: "en", "kk", "pt-BR"."""


def set_fields(
    article_ids: Iterable[str],
    values: Mapping[str, str | None],
    *,
    story: str = EVERY_STORY,
    author: str | None = None,
) -> str:
    """Correct fields of articles, the same in each; return the deed.

    An empty value says that it is not known, ``None`` returns to what was found. ``story``
    names the story of articles that come with Parallax; own articles need none.

    Raises
    ------
    InputError
        If a field or a value cannot be, or there is no such article.
    """
    ids = tuple(dict.fromkeys(article_ids))
    if not story:
        check_there(ids)
    checked = {name: checked_field(name, value) for name, value in values.items()}
    changes = [
        Change(story, EditKind.FIELD, key_of(each, name), value)
        for each in ids
        for name, value in checked.items()
    ]
    return record(changes, author=author)


def bin_articles(article_ids: Iterable[str], *, author: str | None = None) -> str:
    """Take articles out of the library and all its stories; return the deed."""
    return _keep(article_ids, BIN, author)


def keep_articles(article_ids: Iterable[str], *, author: str | None = None) -> str:
    """Bring articles back from the bin, and into their stories; return the deed."""
    return _keep(article_ids, LIBRARY, author)


def checked_field(name: str, value: str | None) -> str | None:
    """Return a value for a field, on one line.

    Raises
    ------
    InputError
        If there is no such field, or it cannot hold the value.
    """
    if name not in FIELDS:
        message = f"there is no field '{name[:40]}'; there are: {', '.join(FIELDS)}"
        raise InputError(message)
    if not value or not value.strip():
        return None if value is None else ""
    value = " ".join(value.split())
    check_size(name, value)
    _check_form(name, value)
    return value


def check_size(name: str, value: str) -> None:
    """Refuse what is too long for a field, or holds what no database keeps.

    Raises
    ------
    InputError
        If it is so; the message names the field.
    """
    limit = MAX_URL_CHARS if name == "url" else MAX_FIELD_CHARS
    if len(checked_unicode(value)) > limit:
        message = f"'{name}' has {len(value):,} characters; at most {limit:,} are kept"
        raise InputError(message)
    if "\0" in value:
        message = f"'{name}' holds a NUL character (U+0000); delete it"
        raise InputError(message)


def _check_form(name: str, value: str) -> None:
    message = ""
    if name == "published":
        checked_date(value)
    elif name == "url" and not _is_address(value):
        message = f"'url' is '{value[:60]}'; write an address that begins with https:// or http://"
    elif name == "language" and not _LANGUAGE.fullmatch(value):
        message = f"'language' is '{value[:60]}'; write its code, such as en or pt-BR"
    elif name == "rights" and value not in set(Rights):
        known = ", ".join(Rights)
        message = f"'rights' is '{value[:60]}'; there are: {known}"
    if message:
        raise InputError(message)


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:  # brackets that hold no address
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def check_there(article_ids: Sequence[str]) -> None:
    """Refuse ids that no article of the library has.

    Raises
    ------
    InputError
        If there is one; the message names it.
    """
    found: set[str] = set()
    with reading() as connection:
        for part in chunks(article_ids):
            query = select(articles.c.id).where(articles.c.id.in_(part))
            found.update(connection.execute(query).scalars())
    missing = [each for each in article_ids if each not in found]
    if missing:
        message = f"there is no article '{missing[0][:60]}' in the library"
        raise InputError(message)


def field_edits(
    connection: Connection, article_ids: Sequence[str], story: str = EVERY_STORY
) -> dict[str, list[Edit]]:
    """Return the corrections of fields in force, by article."""
    found: dict[str, list[Edit]] = {each: [] for each in article_ids}
    for part in chunks(article_ids, 50):
        keys = [key_of(each, name) for each in part for name in FIELDS]
        query = select(edits).where(
            edits.c.story == story,
            edits.c.kind == EditKind.FIELD,
            edits.c.holds,
            edits.c.value.is_not(None),
            edits.c.key.in_(keys),
        )
        for each in edits_of(connection.execute(query.order_by(edits.c.id))):
            found[articles_of(each.kind, each.key)[0]].append(each)
    return found


def _keep(article_ids: Iterable[str], place: str, author: str | None) -> str:
    ids = tuple(dict.fromkeys(article_ids))
    check_there(ids)
    changes = [Change(EVERY_STORY, EditKind.KEPT, key_of(each), place) for each in ids]
    return record(changes, author=author)
