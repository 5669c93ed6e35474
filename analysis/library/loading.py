"""Stories as they are read: those that come with Parallax and own ones, as people changed them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection, select

from analysis import paths
from analysis import stories as shipped
from analysis.errors import LibraryProblem, StoryError
from analysis.library import trouble
from analysis.library.article_rows import with_fields
from analysis.library.edit_log import chunks, decided, edits_of
from analysis.library.engine import reading
from analysis.library.fields import field_edits
from analysis.library.kinds import EditKind, parts_of
from analysis.library.listing import kept_rows
from analysis.library.membership import BIN, LIBRARY, OUT, members, sizes
from analysis.library.tables import articles as table
from analysis.library.tables import edits
from analysis.library.values import STORY_FIELDS, Kept, StoryEntry
from analysis.stories import Known, Story

KEPT, UID = "kept", "uid"
"""What an edit of kind STORY may be about beside the fields of the story: where it is, and the
name by which another library knows it."""


def story_ids() -> tuple[str, ...]:
    """Return the ids of the stories that have articles: those that come with Parallax first."""
    return tuple(each.id for each in stories() if each.n_articles)


def story_titles() -> dict[str, str]:
    """Return the title of every story, also of those without articles."""
    return {each.id: each.title for each in stories()}


def stories() -> tuple[StoryEntry, ...]:
    """Return every story that is not in the bin, those that come with Parallax first."""
    with reading() as connection:
        heads, n_own = _heads(connection), sizes(connection)
        found: list[StoryEntry] = []
        for story in shipped.story_ids():
            head = heads.pop(story, _Head({}))
            if head.values.get(KEPT) != BIN:
                there = _with_decisions(connection, shipped.load_story(story))
                n = len(there.articles) + n_own.get(story, 0)
                found.append(StoryEntry(story, there.title, n, is_shipped=True))
    own = (
        StoryEntry(story, head.values.get("title", story), n_own.get(story, 0), False, head.made_at)
        for story, head in heads.items()
        if head.values.get(KEPT) == LIBRARY
    )
    return (*found, *own)


def load_story(story: str | Path) -> Story:
    """Return a story by its id, or by its folder, with everything that people decided about it.

    Raises
    ------
    StoryError
        If there is no such story, or it has no articles.
    LibraryError
        If the library cannot be read, or an article in it is damaged.
    """
    with reading() as connection:
        found = story_now(connection, story)
    if not found.articles:
        message = f"Story '{found.title}' has no articles yet; add some on the Collect page"
        raise StoryError(message)
    return found


def story_now(connection: Connection, story: str | Path) -> Story:
    """Return the same within a transaction, also without articles."""
    head = _heads(connection, str(story)).get(str(story), _Head({}))
    is_own = head.values.get(KEPT) == LIBRARY
    found = Story(str(story), str(story), ()) if is_own else _shipped(connection, story)
    return _with_own(connection, _with_decisions(connection, found))


def check_story(story: str) -> None:
    """Refuse a story that is not there.

    Raises
    ------
    StoryError
        If there is none with this id; the message lists those there are.
    """
    known = story_titles()
    if story not in known:
        message = f"No story '{story[:60]}'. Known stories: {', '.join(known) or 'none'}"
        raise StoryError(message)


@dataclass(frozen=True, slots=True)
class _Head:
    """What people decided about a story itself."""

    values: dict[str, str]
    made_at: str | None = None


def _heads(connection: Connection, story: str | None = None) -> dict[str, _Head]:
    """Return what is decided of one story or of all, in the order in which they were made."""
    query = select(edits).where(edits.c.kind == EditKind.STORY, edits.c.holds)
    if story is not None:
        query = query.where(edits.c.story == story)
    found: dict[str, _Head] = {}
    for each in edits_of(connection.execute(query.order_by(edits.c.id))):
        head = found.setdefault(each.story, _Head({}, each.made_at))
        if each.value is not None:
            head.values[parts_of(each.key)[0]] = each.value
    return found


def _shipped(connection: Connection, story: str | Path) -> Story:
    """Return a story that comes with Parallax, or lies in a folder."""
    is_there = any(
        (folder / shipped.STORY_FILE).is_file() for folder in (Path(story), paths.STORIES / story)
    )
    if is_there:
        return shipped.load_story(story)
    own = [name for name, head in _heads(connection).items() if head.values.get(KEPT) == LIBRARY]
    known = ", ".join(dict.fromkeys((*shipped.story_ids(), *own))) or "none"
    message = f"No story '{str(story)[:60]}' in the library or there. Known stories: {known}"
    raise StoryError(message)


def _with_decisions(connection: Connection, story: Story) -> Story:
    """Return a story with its own fields, and those of the articles it came with, as decided."""
    out = {
        parts_of(each.key)[0]
        for each in decided(connection, story.id, [EditKind.MEMBER])
        if each.value == OUT
    }
    kept = [each for each in story.articles if each.id not in out]
    edited = field_edits(connection, [each.id for each in kept], story.id)
    known: list[Known] = []
    articles = []
    for each in kept:
        its_known = tuple(row for row in story.known if row.article_id == each.id)
        article, now_known = with_fields(each, its_known, edited[each.id])
        articles.append(article)
        known += now_known
    head = _heads(connection, story.id).get(story.id, _Head({}))
    values = {name: value or None for name, value in head.values.items() if name in STORY_FIELDS}
    values["title"] = values.get("title") or story.title
    return replace(story, articles=tuple(articles), known=tuple(known), **values)


def _with_own(connection: Connection, story: Story) -> Story:
    """Return a story with the articles of the library that people put into it."""
    found = {each.article.id: each for each in _members(connection, story.id)}
    damaged = [each for each in found.values() if each.damage]
    if damaged:
        first = damaged[0]
        detail = f"article {first.article.id}: {first.damage}; without it: take it out of the story"
        raise trouble.problem(LibraryProblem.DAMAGED, detail)
    own = found.values()
    return replace(
        story,
        articles=(*story.articles, *(replace(each.article, story=story.id) for each in own)),
        known=(*story.known, *(row for each in own for row in each.known)),
    )


def _members(connection: Connection, story: str) -> Iterable[Kept]:
    """Yield the own articles of a story, in the order in which they came."""
    for part in chunks(members(connection, story)):
        rows = connection.execute(select(table).where(table.c.id.in_(part))).all()
        yield from sorted(kept_rows(connection, rows), key=lambda each: part.index(each.article.id))
