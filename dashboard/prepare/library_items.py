"""Articles as the Library page lists them: own ones, and those of stories that are shipped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from analysis.collect.candidate import Origin
from analysis.library import EVERY_STORY, Facets, Kept, Search
from analysis.spans import n_words
from analysis.stories import Known, Story
from analysis.types import Article, Span
from dashboard import words
from dashboard import words_library as said
from dashboard.prepare.collect import day_of
from dashboard.words_languages import language_name

PAGE = 20
"""Articles in one page of the list."""

MAX_NAME = 90
"""Characters of a headline in messages and lists."""

ANY = "\0"
"""Choice of a filter that asks for nothing; no value of a field can be it."""

LAST_DAY = "-31"
"""Ends every month where ISO dates are compared as text."""

MAX_WHY = 120
"""Characters of the words that show how a field is known."""

_DAY, _MONTH = 10, 7
"""Characters of an ISO date that name the day and the month."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Which article is meant, and where decisions about it are kept."""

    id: str
    story: str
    """The story that it came with; empty for an own article."""
    stories: tuple[str, ...] = ()
    """Ids of the stories it is in."""

    @property
    def is_own(self) -> bool:
        """Return whether it lies in the library, and not with a story that is shipped."""
        return self.story == EVERY_STORY

    @property
    def name(self) -> str:
        """Return what names it on this page and in its address."""
        return self.id if self.is_own else f"{self.story}/{self.id}"


@dataclass(frozen=True, slots=True)
class Item:
    """One article with what is known of it and of its coming."""

    ref: Ref
    article: Article
    known: tuple[Known, ...] = ()
    origin: Origin | None = None
    added_at: str | None = None
    added_by: str | None = None
    damage: str | None = None

    @property
    def name(self) -> str:
        """Return what names it on this page and in its address."""
        return self.ref.name

    @property
    def headline(self) -> str:
        """Return its headline, else how its text begins."""
        begins = " ".join(self.article.text[: 4 * MAX_NAME].split())
        found = self.article.title or begins or said.NO_HEADLINE
        return words.shortened(" ".join(found.split()), MAX_NAME)

    @property
    def called(self) -> str:
        """Return its headline with its outlet, for lists of several."""
        outlet = self.article.outlet
        return f"{self.headline} ({outlet})" if outlet else self.headline


def own(kept: Kept) -> Item:
    """Return an article of the library as an item."""
    ref = Ref(kept.article.id, EVERY_STORY, kept.stories)
    about = (kept.known, kept.origin, kept.added_at, kept.added_by, kept.damage)
    return Item(ref, kept.article, *about)


def shipped(story: Story, ids: Iterable[str]) -> list[Item]:
    """Return the articles of a story that came with it, by their ids."""
    wanted = set(ids)
    return [
        Item(
            Ref(each.id, story.id, (story.id,)),
            each,
            tuple(row for row in story.known if row.article_id == each.id),
        )
        for each in story.articles
        if each.id in wanted
    ]


def found(items: Iterable[Item], search: Search) -> list[Item]:
    """Return the items that a search finds, as the library finds its own."""
    return [each for each in items if _is_found(each, search)]


def _is_found(item: Item, search: Search) -> bool:
    article = item.article
    day = (article.published or "")[:_DAY]
    text = f"{article.title or ''}\n{article.text}".casefold()
    return (
        not search.added_after  # nobody added what came with the program
        and all(word in text for word in (search.query or "").casefold().split())
        and search.outlet in (None, article.outlet or "")
        and search.language in (None, article.language or "")
        and search.story in (None, item.ref.story)
        and _is_within(day, search)
    )


def _is_within(day: str, search: Search) -> bool:
    return (not search.after or day >= search.after) and (
        not search.before or "" < day <= search.before
    )


def with_shipped(facets: Facets, items: Sequence[Item]) -> Facets:
    """Return the counts of the library together with those of shipped articles."""
    values = [
        (each.article.outlet or "", each.article.language or "", each.article.published or "")
        for each in items
    ]
    outlets = _added(facets.outlets, (outlet for outlet, _, _ in values))
    languages = _added(facets.languages, (language for _, language, _ in values))
    months = _added(facets.months, (published[:_MONTH] for _, _, published in values))
    return Facets(_most_first(outlets), _most_first(languages), tuple(sorted(months.items())))


def _added(counts: Iterable[tuple[str, int]], more: Iterable[str]) -> Counter[str]:
    found_counts = Counter(dict(counts))
    found_counts.update(more)
    return found_counts


def _most_first(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def choices(counts: Iterable[tuple[str, int]]) -> dict[str, str]:
    """Return what a filter offers: every value with its count, and no limit first."""
    shown = {value: f"{value or said.NOT_KNOWN} ({number:,})" for value, number in counts}
    return {ANY: said.ANYTHING, **shown}


def languages(counts: Iterable[tuple[str, int]]) -> dict[str, str]:
    """Return the same for languages, by their names."""
    shown = {
        value: f"{language_name(value) if value else said.NOT_KNOWN} ({number:,})"
        for value, number in counts
    }
    return {ANY: said.ANYTHING, **shown}


def months(counts: Iterable[tuple[str, int]]) -> dict[str, str]:
    """Return the months that there are, in words; articles without a date have none."""
    dated = {value: number for value, number in counts if value}
    return {ANY: said.ANYTHING, **{each: f"{_month(each)} ({n:,})" for each, n in dated.items()}}


def _month(value: str) -> str:
    try:
        return f"{datetime.strptime(value, '%Y-%m').replace(tzinfo=UTC):%B %Y}"
    except ValueError:  # a year alone
        return value


def meta(item: Item, titles: Mapping[str, str]) -> str:
    """Return the line under a headline: who, when, how long, where it belongs, its rights."""
    article = item.article
    parts = [
        article.outlet or f"outlet {said.NOT_KNOWN}",
        dated(item),
        words.plural(size(article), "word"),
        in_stories(item, titles),
        f"rights: {article.rights or 'not stated'}",
    ]
    return " \u00b7 ".join(parts)


def dated(item: Item) -> str:
    """Return when an article appeared and how that is known."""
    published = item.article.published
    if not published:
        return f"date {said.NOT_KNOWN}"
    basis = item.article.published_basis
    how = said.GIVEN if _is_given(item, "published") else words.BASES[basis]
    return f"{day_of(published)} ({how})"


def field(item: Item, name: str) -> str:
    """Return what a field holds and how that is known, with the words that show it."""
    value = getattr(item.article, name)
    if not value:
        return said.NOT_KNOWN
    if _is_given(item, name):
        return f"{value} ({said.GIVEN})"
    known = next((each for each in item.known if each.field == name), None)
    if known is None:
        return value
    why = f": {words.shortened(known.why, MAX_WHY)}" if known.why else ""
    return f"{value} ({words.BASES[known.basis]}{why})"


def _is_given(item: Item, name: str) -> bool:
    """Return whether somebody corrected the field."""
    return any(each.field == name and each.why == said.GIVEN for each in item.known)


def size(article: Article) -> int:
    """Return the words of the whole text, before anything is set aside."""
    return n_words(article.text, [Span(0, len(article.text))])


def in_stories(item: Item, titles: Mapping[str, str]) -> str:
    """Return which stories an article is in."""
    names = [f"\u201c{titles[each]}\u201d" for each in item.ref.stories if each in titles]
    return said.IN_STORIES.format(titles=words.listed(names)) if names else said.IN_NO_STORY


def renamed(item: Item) -> Article:
    """Return the article under the name it has on this page, which no other one has."""
    return replace(item.article, id=item.name)
