"""The bytes of an RSS or Atom feed -> its entries: articles, or addresses to fetch them from."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from typing import Any

from analysis.collect.candidate import Candidate, Item, Origin, Refused, ToFetch, Way
from analysis.collect.fields import Given, Reading, candidate, usable
from analysis.collect.fragments import fragment_text
from analysis.collect.language import detected_language
from analysis.collect.page.charset import page_text
from analysis.errors import InputError
from analysis.metadata import outlet_of
from analysis.types import Basis

MAX_ENTRIES = 200
"""Most entries of one feed that are read; feeds of outlets hold 10 to 100."""

MAX_TAGS = 100_000
"""Most "<" in a feed, those written "&lt;" included: 200 long articles have about 20,000."""

MAX_COMMENTS = 10_000
"""Most HTML comments in a feed; each that does not end is looked through to the end of its entry.
200 articles from a page editor that marks every paragraph have about 8,000."""

MAX_ATTRIBUTES = 500
"""Most attributes of one tag; the parser's time is quadratic in them."""

MIN_FULL_WORDS = 150
"""Fewest words of an entry's content that are taken as the whole article: what feeds give as a
teaser has 20 to 100."""

ROOT_CHARS = 5_000
"""How far into a file its first element is looked for, in characters; comments may stand before."""

CUT_OFF_CHARS = 600
"""How much of the end of a text is searched for "Read more" and the like, in characters."""

_ENTITIES = re.compile(r"<!ENTITY|<!DOCTYPE[^>]{0,10000}\[", re.IGNORECASE)
_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF)[\s>]", re.IGNORECASE)
_CUT_OFF = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.)\]|\b(?:read|see) (?:more|on)|\b(?:continue|keep) reading.{0,80}"
    r"|\bread the (?:full|whole|rest).{0,80})\W*$",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*>")
_SIGNATURE = re.compile(r"\s*\bThe post .{1,200} (?:first )?appeared first on .{1,80}$", re.DOTALL)
_HEADERS = {"content-type": "application/xml; charset=utf-8"}
# What a damaged feed makes feedparser raise: it then reads a field that is not there.
_BROKEN = (
    AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of a feed, as the feed gives it."""

    number: int
    """Its place in the feed, from 1."""
    title: str | None
    url: str | None
    published: str | None
    """ISO date-time with the zone that the feed states, else its own words."""
    summary: str | None
    text: str | None
    """The whole article, ``None`` where the feed has only a teaser."""
    author: str | None
    outlet: str | None
    """Title of the feed."""
    language: str | None


def read_feed(data: bytes, name: str) -> Iterator[Item]:
    """Yield an article, an address to fetch, or a reason, for each entry of a feed.

    Raises
    ------
    InputError
        If this is no feed, an empty one, or one that declares entities.
    """
    entries = feed_entries(data)
    if not entries:
        message = "the feed has no entries; try again later"
        raise InputError(message)
    for entry in entries[:MAX_ENTRIES]:
        if isinstance(entry, Refused):
            yield replace(entry, name=f"{name}: {entry.name}")
            continue
        try:
            yield _item(entry, name)
        except InputError as err:
            yield Refused(f"{name}: entry {entry.number}", str(err))
    n_more = len(entries) - MAX_ENTRIES
    if n_more > 0:
        reason = f"the first {MAX_ENTRIES} entries are read; {n_more:,} more are left out"
        yield Refused(name, reason)


def feed_entries(data: bytes) -> tuple[FeedEntry | Refused, ...]:
    """Return the entries of a feed in its order; a damaged one as what is wrong with it.

    Raises
    ------
    InputError
        If this is no feed, or one that declares entities.
    """
    feed = _parsed(_checked(data))
    about: Mapping[str, Any] = feed.get("feed", {})
    return tuple(
        _entry(number, each, about) for number, each in enumerate(feed.get("entries", ()), 1)
    )


def _checked(data: bytes) -> str:
    """Return the feed's text; what could make its parser build more than is there is refused."""
    text = page_text(data)
    if not _ROOT.search(text[:ROOT_CHARS]):
        message = "this is no RSS or Atom feed; give the address of the feed itself"
        raise InputError(message)
    if _ENTITIES.search(text):
        message = "the feed declares entities of its own (<!ENTITY>), which none needs: refused"
        raise InputError(message)
    n_tags, n_comments = text.count("<") + text.count("&lt;"), text.count("!--")
    if n_tags > MAX_TAGS or n_comments > MAX_COMMENTS:
        message = f"{n_tags:,} tags, {n_comments:,} comments: more than are read of a feed"
        raise InputError(message)
    if any(tag.group().count("=") > MAX_ATTRIBUTES for tag in _TAG.finditer(text)):
        message = f"a tag with more than {MAX_ATTRIBUTES} attributes, which no feed needs: refused"
        raise InputError(message)
    return text


def _parsed(text: str) -> Mapping[str, Any]:
    """Run the feed library over bytes at hand: from a string it would open files and addresses."""
    import feedparser  # noqa: PLC0415 -- a third of a second of import, paid only for feeds

    try:
        stream = io.BytesIO(text.encode("utf-8", "replace"))
        found: Mapping[str, Any] = feedparser.parse(stream, response_headers=_HEADERS)
    except _BROKEN as err:
        message = "the feed is damaged and cannot be read; try again later"
        raise InputError(message) from err
    return found


def _entry(number: int, entry: Mapping[str, Any], about: Mapping[str, Any]) -> FeedEntry | Refused:
    try:
        content = [str(each.get("value", "")) for each in entry.get("content", ())]
        # Not entry.get("updated") first: the library answers that with the other date.
        published = entry.get("published") or entry.get("updated")
        return FeedEntry(
            number=number,
            title=_line(entry.get("title")),
            url=_line(entry.get("link")),
            published=_moment(_line(published)),
            summary=_line(entry.get("summary")),
            text=_whole_article(max(content, key=len, default="")),
            author=_line(entry.get("author")),
            outlet=_line(about.get("title")),
            language=_line(about.get("language")),
        )
    except _BROKEN as err:
        return Refused(f"entry {number}", f"the entry is damaged ({type(err).__name__})")


def _line(value: object) -> str | None:
    """Return the words of a field on one line, without markup."""
    return (" ".join(fragment_text(value).split()) or None) if isinstance(value, str) else None


def _whole_article(html: str) -> str | None:
    text = fragment_text(html)
    end = _SIGNATURE.sub("", text[-CUT_OFF_CHARS:])
    return None if len(text.split()) < MIN_FULL_WORDS or _CUT_OFF.search(end) else text


def _moment(value: str | None) -> str | None:
    """Return a date of e-mail form (RSS) as ISO with its zone; others as they are (Atom: ISO)."""
    try:
        return parsedate_to_datetime(value).isoformat() if value else None
    except ValueError:
        return value


def _item(entry: FeedEntry, name: str) -> Candidate | ToFetch:
    origin = Origin(Way.FEED, name, f"entry {entry.number}")
    fields = {
        "title": entry.title,
        "byline": entry.author,
        "published": entry.published,
        "url": entry.url,
        "outlet": entry.outlet,
        "language": entry.language,
    }
    given = {key: Given(value, f"feed: {value}") for key, value in fields.items() if value}
    kept, notices = usable(given)
    if entry.text is None:
        return _to_fetch(kept, origin)
    return _article(entry, kept, origin, notices)


def _to_fetch(kept: Mapping[str, Given], origin: Origin) -> ToFetch:
    values = {key: given.value for key, given in kept.items()}
    url = values.get("url")
    if not url:
        message = "neither a whole text nor a web address; nothing to read"
        raise InputError(message)
    outlet = outlet_of(url) or values.get("outlet")
    return ToFetch(url, values.get("title"), values.get("published"), outlet, origin)


def _article(
    entry: FeedEntry, kept: Mapping[str, Given], origin: Origin, notices: tuple[str, ...]
) -> Candidate:
    body = entry.text or ""
    text = f"{entry.title}\n\n{body}" if entry.title else body
    given = dict(kept)
    if "url" in kept and (outlet := outlet_of(kept["url"].value)):
        given["outlet"] = Given(outlet, f"the address is {kept['url'].value}")
    if "language" not in given:
        given["language"] = Given(detected_language(text), "the words of the text", Basis.INFERRED)
    notices = (*notices, "text as the feed gives it; the page may show more")
    return candidate(Reading(f"entry-{entry.number}", text, given, notices=notices), origin)
