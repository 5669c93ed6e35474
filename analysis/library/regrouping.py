"""Merging and splitting stories: articles move, and what people decided about them goes along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.collect.candidate import Candidate, Origin, Way
from analysis.errors import InputError
from analysis.library.edit_log import Entry, decided, new_act, write
from analysis.library.engine import writing
from analysis.library.keeping import keep
from analysis.library.kinds import GOING_ALONG, EditKind, key_of, renamed
from analysis.library.loading import KEPT, check_story, story_now
from analysis.library.membership import BIN, IN, OUT, members, place
from analysis.library.own_stories import begin, checked_values
from analysis.library.values import Change
from analysis.stories import Story
from analysis.types import Article

if TYPE_CHECKING:
    from sqlalchemy import Connection


def merge(into: str, others: Iterable[str], *, author: str | None = None) -> str:
    """Put the articles of other stories into one; the others go to the bin. Return the deed.

    Decisions of the others go along where ``into`` has none of its own on the same thing.
    Articles that come with Parallax are copied into the library.

    Raises
    ------
    StoryError
        If there is no such story.
    """
    names = [each for each in dict.fromkeys(others) if each != into]
    for name in (into, *names):
        check_story(name)
    act = new_act()
    with writing() as connection:
        for name in names:
            story = story_now(connection, name)
            _move(connection, story, into, [each.id for each in story.articles], act, author)
            binned = Change(story.id, EditKind.STORY, key_of(KEPT), BIN)
            write(connection, [Entry(binned, author)], act)
    return act


def split(story: str, article_ids: Iterable[str], title: str, *, author: str | None = None) -> str:
    """Move articles of a story into a new one; return the id of the new one.

    What people decided about them goes along, and stays in the history of the old story.

    Raises
    ------
    InputError
        If an article is not in the story, or none is given.
    StoryError
        If there is no such story.
    """
    ids = list(dict.fromkeys(article_ids))
    values = checked_values({"title": title})
    act = new_act()
    with writing() as connection:
        whole = story_now(connection, story)
        _check_in(whole, ids)
        new = begin(connection, values, act, author)
        _move(connection, whole, new, ids, act, author)
        place(connection, whole.id, ids, OUT, act, author)
    return new


def _check_in(story: Story, ids: Sequence[str]) -> None:
    there = {each.id for each in story.articles}
    missing = [each for each in ids if each not in there]
    if missing or not ids:
        found = f"'{missing[0][:60]}' is not in it" if missing else "no article was chosen"
        message = f"Story '{story.title}': {found}; choose articles of this story"
        raise InputError(message)


def _move(
    connection: Connection,
    story: Story,
    into: str,
    ids: Sequence[str],
    act: str,
    author: str | None,
) -> None:
    """Put articles of a story into another, with the decisions about them."""
    new_ids = _own_ids(connection, story, ids, act, author)
    place(connection, into, list(new_ids.values()), IN, act, author)
    there = {(each.kind, each.key) for each in decided(connection, into, GOING_ALONG)}
    entries = []
    for each in reversed(decided(connection, story.id, GOING_ALONG)):
        key = renamed(each.kind, each.key, new_ids)
        if key and (each.kind, key) not in there:
            change = Change(into, each.kind, key, each.value)
            entries.append(Entry(change, each.author, each.made_at))
    write(connection, entries, act)


def _own_ids(
    connection: Connection, story: Story, ids: Sequence[str], act: str, author: str | None
) -> Mapping[str, str]:
    """Return the ids that articles have in the library; those it has not are copied into it."""
    own = set(members(connection, story.id))
    copied = [each for each in story.articles if each.id in set(ids) - own]
    kept = keep(connection, [_candidate(each, story) for each in copied], act, author)
    new_ids = {each: each for each in ids if each in own}
    return new_ids | {each.id: new for each, new in zip(copied, kept.ids, strict=True)}


def _candidate(article: Article, story: Story) -> Candidate:
    known = tuple(each for each in story.known if each.article_id == article.id)
    origin = Origin(Way.FILE, f"story {story.id}", article.id)
    return Candidate(replace(article, story=None), origin, known)
