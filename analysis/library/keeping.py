"""Candidates -> articles of the library: all or none, each text of a publisher once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from analysis.collect.candidate import Candidate
from analysis.errors import InputError
from analysis.library.article_rows import publisher_now, row_of
from analysis.library.digests import text_sha256
from analysis.library.edit_log import Entry, chunks, new_act, now, write
from analysis.library.engine import writing
from analysis.library.fields import check_size, checked_field
from analysis.library.kinds import EVERY_STORY, EditKind, key_of
from analysis.library.loading import check_story
from analysis.library.membership import IN, LIBRARY, in_library, place
from analysis.library.own_stories import begin, checked_values
from analysis.library.tables import articles
from analysis.library.twins import Twin, twin_of, twins_of
from analysis.library.values import FIELDS, Added, Change
from analysis.limits import checked_date, checked_text
from analysis.types import Article

ID_DIGITS = (12, 16, 32, 64)
"""Hexadecimal digits in the id of an article; more where two would share one, which somebody
can bring about on purpose."""

MAX_WHY = 1_000
"""Longest words that show how a field is known, in characters."""

FILLED = ("outlet", "title", "byline", "published", "url", "language")
"""Fields that a second copy of a text fills in where the first one left them open."""


class _Kept(NamedTuple):
    """Ids in the order of the candidates, and those that the library did not have."""

    ids: tuple[str, ...]
    new: frozenset[str]


def refusal(candidate: Candidate) -> str | None:
    """Return why a candidate cannot be kept, in words for people, or nothing."""
    article = candidate.article
    origin = {"file or address": candidate.origin.name, "part": candidate.origin.part}
    try:
        checked_text(article.text)
        for name, value in {**origin, **_fields(article)}.items():
            check_size(name, value or "")
        for name, value in candidate.corrections.items():
            checked_field(name, value)
        if any(len(each.why or "") > MAX_WHY for each in candidate.known):
            return f"the words that show a field are longer than {MAX_WHY:,} characters"
        if article.published:
            checked_date(article.published)
    except InputError as err:
        return str(err)
    if "\0" in article.text:
        return "it holds a NUL character (U+0000), which no text has; save it as plain text again"
    if any(not 0 <= b.start <= b.end <= len(article.text) for b in article.layout):
        return "its layout does not fit its text; read it again"
    return None


def add(
    candidates: Iterable[Candidate],
    *,
    story: str | None = None,
    title: str | None = None,
    author: str | None = None,
    act: str | None = None,
) -> Added:
    """Keep articles, and put them into a story; all of them or, with an error, none.

    The same text of the same publisher is one article, and so is one whose publisher is not
    known; what the second copy knows and the first does not is filled in, and what a person
    corrected is kept as corrections. ``title`` makes a new story of that name for them.
    ``act`` goes on with a deed that was begun before, for inputs too large for one transaction.

    Raises
    ------
    InputError
        If one cannot be kept: ask ``refusal`` before.
    StoryError
        If there is no such story.
    """
    given = tuple(candidates)
    for each in given:
        if reason := refusal(each):
            message = f"{each.origin.name}: {reason}"
            raise InputError(message)
    if story is not None:
        check_story(story)
    values = checked_values({"title": title}) if title is not None else None
    act = act or new_act()
    with writing() as connection:
        if values is not None:
            story = begin(connection, values, act, author)
        kept = keep(connection, given, act, author)
        if story is not None:
            place(connection, story, kept.ids, IN, act, author)
    found = dict.fromkeys(kept.ids)
    return Added(
        tuple(each for each in found if each in kept.new),
        tuple(each for each in found if each not in kept.new),
        act,
        story,
    )


def keep(
    connection: Connection, candidates: Sequence[Candidate], act: str, author: str | None
) -> _Kept:
    """Keep candidates within a transaction."""
    twins = twins_of(connection, candidates)
    taken = _taken(connection, candidates)
    rows: list[dict[str, Any]] = []
    ids: list[str] = []
    changes: list[Change] = []
    for each in candidates:
        article, publisher = each.article, publisher_now(each)
        group = twins.setdefault(text_sha256(article.text), [])
        twin = twin_of(group, publisher)
        if twin is None:
            known = {name for name, value in _fields(article).items() if value}
            twin = Twin(_free_id(each, taken), publisher, known)
            group.append(twin)
            rows.append(row_of(each, twin.id, now(), author))
        changes += (*_filled(twin, each), *_corrected(twin, each))
        ids.append(twin.id)
    before = in_library(connection, list(dict.fromkeys(ids)))
    if rows:
        connection.execute(articles.insert(), rows)
    changes += [Change(EVERY_STORY, EditKind.KEPT, key_of(each), LIBRARY) for each in ids]
    write(connection, [Entry(change, author) for change in changes], act)
    return _Kept(tuple(ids), frozenset(ids) - before)


def _filled(twin: Twin, candidate: Candidate) -> list[Change]:
    """Return what a further copy of a text adds to what is known of it."""
    left_open = [
        name for name in FILLED if name not in twin.fields and name not in candidate.corrections
    ]
    values = {name: _fields(candidate.article)[name] for name in left_open}
    values = {name: value for name, value in values.items() if value}
    twin.fields |= values.keys()
    twin.publisher = twin.publisher or publisher_now(candidate)
    return _decided(twin, values)


def _corrected(twin: Twin, candidate: Candidate) -> list[Change]:
    """Return what a person corrected of a candidate before it was kept."""
    values = {name: checked_field(name, value) for name, value in candidate.corrections.items()}
    if values.keys() & {"outlet", "url"}:
        twin.publisher = publisher_now(candidate)
    twin.fields |= values.keys()
    return _decided(twin, values)


def _decided(twin: Twin, values: Mapping[str, str | None]) -> list[Change]:
    return [
        Change(EVERY_STORY, EditKind.FIELD, key_of(twin.id, name), value)
        for name, value in values.items()
    ]


def _fields(article: Article) -> dict[str, str | None]:
    return {name: getattr(article, name) for name in FIELDS}


def _taken(connection: Connection, candidates: Sequence[Candidate]) -> set[str]:
    """Return those of the ids that the candidates could get which are in use."""
    wanted = [name for each in candidates for name in _names(each)]
    found: set[str] = set()
    for part in chunks(wanted):
        query = select(articles.c.id).where(articles.c.id.in_(part))
        found.update(connection.execute(query).scalars())
    return found


def _free_id(candidate: Candidate, taken: set[str]) -> str:
    """Return an id that the text and its publisher decide, and no other article has."""
    found = next(name for name in _names(candidate) if name not in taken)
    taken.add(found)
    return found


def _names(candidate: Candidate) -> list[str]:
    named = f"{candidate.article.text}\0{publisher_now(candidate)}"
    digest = hashlib.sha256(named.encode()).hexdigest()
    return [f"a{digest[:digits]}" for digits in ID_DIGITS]
