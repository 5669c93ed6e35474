"""What the Library page reads: articles, stories, near copies, proposals, as they are now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache

from analysis import library
from analysis import stories as stories_that_come_with
from analysis.errors import InputError, ParallaxError, StoryError
from analysis.grouping import Proposal, proposed_stories
from analysis.library import EVERY_STORY, Edit, EditKind, Facets, Search
from analysis.library.kinds import articles_of
from analysis.near_copies import Link, Signed, links, signature
from dashboard.prepare import library_items as items
from dashboard.prepare.library_items import PAGE, Item, Ref

MAX_COMPARED = 1_000
"""Own articles, the latest added first, that are compared with one another; 2 ms each."""

_SLICE = 500
"""Articles read at a time where all that were found are meant."""

_ARTICLE_EDITS = (EditKind.FIELD, EditKind.MEMBER, EditKind.KEPT, EditKind.NOTE)


@dataclass(frozen=True, slots=True)
class ShippedArticles:
    """The articles of the stories that come with Parallax."""

    there: tuple[Item, ...]
    out: tuple[Item, ...]
    """Those that somebody took out of their story."""
    problems: tuple[str, ...]
    """Stories that cannot be read, and why."""


def shipped_articles() -> ShippedArticles:
    """Return the articles that come with Parallax, as people corrected them."""
    return _shipped_articles(library.mark())


@lru_cache(maxsize=2)
def _shipped_articles(mark: str) -> ShippedArticles:
    """Return the same; ``mark`` is another one whenever anybody changed the library."""
    there: list[Item] = []
    out: list[Item] = []
    problems: list[str] = []
    for entry in library.stories():
        if not entry.is_shipped:
            continue
        came = stories_that_come_with.load_story(entry.id)
        ids = [each.id for each in came.articles]
        found: list[Item] = []
        try:
            found = items.shipped(library.load_story(entry.id), ids)
        except StoryError:  # all of its articles were taken out
            pass
        except ParallaxError as err:
            problems.append(str(err))
            continue
        there += found
        left = set(ids) - {each.ref.id for each in found}
        out += [
            replace(each, ref=replace(each.ref, stories=())) for each in items.shipped(came, left)
        ]
    return ShippedArticles(tuple(there), tuple(out), tuple(problems))


@dataclass(frozen=True, slots=True)
class Page:
    """What a search found, one page of it, and of what there is how much."""

    rows: tuple[Item, ...]
    total: int
    facets: Facets


def page(search: Search, number: int) -> Page:
    """Return a page of what is found, own articles first, and the counts for the filters."""
    pool = _pool(search)
    others = items.found(pool, search)
    n_own = library.count(search)
    start = number * PAGE
    own = library.articles(search, limit=PAGE, offset=start) if start < n_own else ()
    first = max(0, start - n_own)
    rows = (*map(items.own, own), *others[first : first + PAGE - len(own)])
    wide = replace(search, outlet=None, language=None, after=None, before=None)
    facets = items.with_shipped(library.facets(wide), items.found(pool, wide))
    return Page(rows, n_own + len(others), facets)


def all_found(search: Search) -> Iterator[Ref]:
    """Yield every article that a search finds."""
    offset = 0
    while slice_ := library.articles(search, limit=_SLICE, offset=offset):
        yield from (items.own(each).ref for each in slice_)
        offset += _SLICE
    yield from (each.ref for each in items.found(_pool(search), search))


def _pool(search: Search) -> tuple[Item, ...]:
    found = shipped_articles()
    return found.out if search.binned else found.there


def item(name: str) -> Item | None:
    """Return the article that a name means, or nothing if it is gone."""
    story, slash, article_id = name.rpartition("/")
    if slash:
        found = shipped_articles()
        wanted = Ref(article_id, story)
        return next((e for e in (*found.there, *found.out) if e.name == wanted.name), None)
    with suppress(InputError):
        return items.own(library.article(name))
    return None


def edits_of(one: Item) -> tuple[Edit, ...]:
    """Return what people decided about an article, the latest first."""
    return _edits_of(one.ref, library.mark())


@lru_cache(maxsize=8)
def _edits_of(ref: Ref, mark: str) -> tuple[Edit, ...]:
    """Return the same; ``mark`` is another one whenever anybody changed the library."""
    found = [
        edit
        for story in {EVERY_STORY, ref.story, *ref.stories}
        for edit in library.history(story, _ARTICLE_EDITS)
        if ref.id in articles_of(edit.kind, edit.key)
    ]
    return tuple(sorted(found, key=lambda edit: -edit.id))


def n_of_deed(act: str) -> int:
    """Return how many things a deed changed."""
    return len(library.deed_edits(act))


@dataclass(frozen=True, slots=True)
class Copies:
    """Near copies among the articles compared."""

    links: tuple[Link, ...]
    items: dict[str, Item]
    is_whole: bool
    """Whether all articles were compared."""


def copies() -> Copies:
    """Return which articles are versions or copies of one another."""
    return _copies(library.mark())


@lru_cache(maxsize=1)
def _copies(mark: str) -> Copies:
    """Return the same; ``mark`` is another one whenever anybody changed the library."""
    found = _compared()
    signed = [Signed(items.renamed(each), _signature(each.article.text)) for each in found]
    is_whole = library.count() <= MAX_COMPARED
    return Copies(links(signed), {each.name: each for each in found}, is_whole)


@lru_cache(maxsize=4 * MAX_COMPARED)
def _signature(text: str) -> bytes:
    return signature(text)


def _compared() -> Sequence[Item]:
    own = [items.own(each) for each in library.articles(limit=MAX_COMPARED)]
    return [*(each for each in own if not each.damage), *shipped_articles().there]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A group of articles that may be one story, and the story that some are in already."""

    proposal: Proposal
    members: tuple[Item, ...]
    loose: tuple[Item, ...]
    """Those in no story yet."""
    story: str | None


def proposals() -> tuple[Proposed, ...]:
    """Return the groups that hold own articles which are in no story yet."""
    return _proposals(library.mark())


@lru_cache(maxsize=1)
def _proposals(mark: str) -> tuple[Proposed, ...]:
    """Return the same; ``mark`` is another one whenever anybody changed the library."""
    by_name = {each.name: each for each in _compared()}
    if all(each.ref.stories for each in by_name.values()):
        return ()
    found = proposed_stories([items.renamed(each) for each in by_name.values()])
    groups = (_proposed(each, [by_name[name] for name in each.article_ids]) for each in found)
    return tuple(each for each in groups if each.loose)


def _proposed(proposal: Proposal, members: Sequence[Item]) -> Proposed:
    loose = tuple(each for each in members if not each.ref.stories)
    stories = [story for each in members for story in each.ref.stories]
    most = max(stories, key=stories.count) if stories else None
    return Proposed(proposal, tuple(members), loose, most)
