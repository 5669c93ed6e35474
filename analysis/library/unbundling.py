"""A story that another library wrote to a file -> articles, story and decisions of this one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, select

from analysis import stories as shipped
from analysis.library.article_rows import publisher_of
from analysis.library.bundle_rows import Bundle, Described, read_bundle
from analysis.library.bundles import SHIPPED
from analysis.library.digests import text_sha256
from analysis.library.edit_log import Entry, new_act, write
from analysis.library.engine import writing
from analysis.library.keeping import keep
from analysis.library.kinds import EVERY_STORY, EditKind, key_of, parts_of, renamed
from analysis.library.loading import KEPT, UID, story_now
from analysis.library.membership import IN, LIBRARY, kept_as, members, place
from analysis.library.own_stories import begin
from analysis.library.tables import articles, edits
from analysis.library.values import Change, Imported
from analysis.stories import Story


def import_story(path: Path, *, author: str | None = None) -> Imported:
    """Take in a story from a file, all of it or nothing; taking it in twice is once.

    A story that came from the same file, or comes with Parallax, is added to. Where another
    decision on the same thing holds here, that one stays, and the other is named.

    Raises
    ------
    InputError
        If the file is no such story, breaks a limit, or a text is not what its SHA-256 says.
    """
    bundle = read_bundle(Path(path))
    act = new_act()
    with writing() as connection:
        story = _story(connection, bundle, act, author)
        local = story_now(connection, story)
        placed = _articles(connection, bundle, local, act, author)
        wanted = [*_described(bundle, local), *_decisions(bundle, story, placed)]
        entries, conflicts = _sorted_out(connection, wanted)
        write(connection, entries, act)
    given = [each.candidate.article.id for each in bundle.articles]
    ids = {each: placed.ids[each] for each in given if each in placed.ids}
    return Imported(
        story,
        tuple(dict.fromkeys(each for each in ids.values() if each in placed.new)),
        tuple(dict.fromkeys(each for each in ids.values() if each not in placed.new)),
        tuple(each for each in given if each not in ids),
        tuple(conflicts),
        act,
    )


class _Placed(NamedTuple):
    """Ids of the bundle's articles here, which are new, and which come with Parallax."""

    ids: Mapping[str, str]
    new: frozenset[str]
    shipped: frozenset[str]


def _story(connection: Connection, bundle: Bundle, act: str, author: str | None) -> str:
    """Return the story that the bundle is about; it is made if it is not there."""
    name = bundle.uid.removeprefix(SHIPPED)
    if bundle.uid != name and name in shipped.story_ids():
        return name
    query = select(edits.c.story).where(
        edits.c.kind == EditKind.STORY,
        edits.c.key == key_of(UID),
        edits.c.value == bundle.uid,
        edits.c.undone_at.is_(None),
    )
    known = connection.execute(query).scalar()
    if known is None:
        return begin(connection, {"title": bundle.story["title"], UID: bundle.uid}, act, author)
    back = Change(known, EditKind.STORY, key_of(KEPT), LIBRARY)
    write(connection, [Entry(back, author)], act)
    return known


def _articles(
    connection: Connection, bundle: Bundle, local: Story, act: str, author: str | None
) -> _Placed:
    """Keep the bundle's articles and put them into the story; those without text if known."""
    own = set(members(connection, local.id))
    there = {text_sha256(a.text): a.id for a in local.articles if a.id not in own}
    ids = {e.id: there[e.sha256] for e in bundle.articles if e.sha256 in there}
    texts = [each for each in bundle.articles if each.id not in ids and each.has_text]
    kept = keep(connection, [each.candidate for each in texts], act, author)
    ids |= {each.id: new for each, new in zip(texts, kept.ids, strict=True)}
    for each in bundle.articles:
        if each.id not in ids and (known := _known(connection, each)):
            ids[each.id] = known
    mine = [each for each in ids.values() if each not in there.values()]
    place(connection, local.id, list(dict.fromkeys(mine)), IN, act, author)
    return _Placed(ids, kept.new, frozenset(there.values()))


def _known(connection: Connection, described: Described) -> str | None:
    """Return the article here that is described without its text, if there is one."""
    query = select(articles.c.id, articles.c.publisher).where(
        articles.c.sha256 == described.sha256, kept_as(LIBRARY)
    )
    article = described.candidate.article
    publisher = publisher_of(article.outlet, article.url)
    for row in connection.execute(query):
        if publisher == row.publisher or not (publisher and row.publisher):
            return row.id
    return None


def _described(bundle: Bundle, local: Story) -> list[Entry]:
    """Return what the bundle says of the story and this library does not."""
    return [
        Entry(Change(local.id, EditKind.STORY, key_of(name), value))
        for name, value in bundle.story.items()
        if value and value != getattr(local, name)
    ]


def _decisions(bundle: Bundle, story: str, placed: _Placed) -> list[Entry]:
    """Return the bundle's decisions about articles that are here, under their ids here."""
    found = []
    for each in bundle.decisions:
        change = each.change
        key = renamed(change.kind, change.key, placed.ids)
        if key is None:
            continue
        is_own_field = change.kind is EditKind.FIELD and parts_of(key)[0] not in placed.shipped
        place_of = EVERY_STORY if is_own_field else story
        found.append(each._replace(change=replace(change, story=place_of, key=key)))
    return found


def _sorted_out(
    connection: Connection, wanted: Sequence[Entry]
) -> tuple[list[Entry], list[Change]]:
    """Return what to write, and what another decision of this library stands against."""
    entries: list[Entry] = []
    conflicts: list[Change] = []
    for entry in wanted:
        change = entry.change
        query = select(edits.c.value, edits.c.author, edits.c.made_at, edits.c.holds).where(
            edits.c.story == change.story,
            edits.c.kind == change.kind,
            edits.c.key == change.key,
        )
        rows = connection.execute(query).all()
        if (change.value, entry.author, entry.made_at) in {row[:3] for row in rows}:
            continue
        held = [row.value for row in rows if row.holds]
        if not held:
            entries.append(entry)
        elif held[0] != change.value:
            conflicts.append(change)
    return entries, conflicts
