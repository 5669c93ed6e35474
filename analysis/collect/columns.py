"""A row of a table or export, by the names its columns have there -> the fields of an article."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from urllib.parse import urlsplit

from analysis.collect.candidate import Candidate, ToFetch
from analysis.collect.fields import Given, Reading, candidate, usable
from analysis.collect.names import shown, stem
from analysis.collect.source import Source
from analysis.errors import InputError
from analysis.types import Basis

NAMES = {
    "id": ("id", "article_id", "doc_id", "stories_id", "guid", "uid"),
    "text": (
        "text", "full_text", "fulltext", "article_text", "story_text", "body", "article_body",
        "content", "maintext", "plain_text",
    ),
    "title": ("title", "headline", "heading", "title_short"),
    "outlet": (
        "outlet", "source", "publication", "media_name", "publisher", "newspaper", "source_name",
        "site_name", "sitename", "publication_title", "container_title", "sourcecommonname",
        "media", "domain",
    ),
    "published": (
        "published", "date", "publish_date", "published_at", "publishedat", "pub_date", "pubdate",
        "publication_date", "date_published", "datepublished", "published_date", "datetime",
        "issued",
    ),
    "url": (
        "url", "link", "address", "web_url", "article_url", "source_url", "sourceurl",
        "documentidentifier", "permalink", "canonical_url",
    ),
    "byline": ("byline", "author", "authors", "creator", "written_by"),
    "language": ("language", "lang", "language_code"),
    "story": ("story",),
    "genre": ("genre",),
    "rights": ("rights",),
}  # fmt: skip
"""Names that columns have in common exports, by our field, the surest first."""

SEEN = ("seendate", "date_seen", "indexed_date", "collect_date", "dateadded")
"""Columns that say when a service saw an article, which is at or after its publication."""

_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\s*\+?\s*\d+\s+(?:chars|characters)\s*\]\s*$")
"""How news services mark a text that they cut short."""

CUT_CHARS = 100
"""Where at the end of a text that mark can stand, in characters."""

_NAME_OF = {alias: name for name, aliases in NAMES.items() for alias in aliases}
_NOT_WORD = re.compile(r"[^\w]+")
Row = Mapping[str, object]


def plain_name(column: str) -> str:
    """Return a column's name in small letters, words joined by underscores."""
    return _NOT_WORD.sub("_", column.strip().lower()).strip("_")


def is_used(column: str) -> bool:
    """Return whether a column of this name fills a field."""
    return plain_name(column) in _NAME_OF or plain_name(column) in SEEN


def checked_columns(columns: Iterable[str]) -> None:
    """Refuse a table without a column for the text or for the address."""
    columns = list(columns)
    fields = {_NAME_OF.get(plain_name(column)) for column in columns}
    if not fields & {"text", "url"}:
        found = ", ".join(shown(name)[:40] for name in columns[:12]) or "none"
        message = f"no column for the text or the address; name one 'text' or 'url'; found: {found}"
        raise InputError(message)


def item(row: Row, source: Source, line: int) -> Candidate | ToFetch:
    """Return what a row is: an article, or an address that is still to be fetched.

    Raises
    ------
    InputError
        If it is neither, or if its text cannot be analysed as one article.
    """
    given = _given(row)
    text = given.pop("text", None)
    whole = text is not None and not _CUT.search(text.value[-CUT_CHARS:])
    name = given.pop("id", None)
    origin = source.origin(line)
    if text is not None and (whole or "url" not in given):
        notices = () if whole else ("The service that exported this text cut it short",)
        row_id = name.value if name else f"{stem(source.own_name)}-{line}"
        return candidate(Reading(row_id, text.value, given, notices=notices), origin)
    fields, notices = usable(given)
    if "url" not in fields:
        reason = "; ".join(notices) or "no text and no address in this row"
        raise InputError(reason)
    values = {key: fields[key].value if key in fields else None for key in _FETCHED}
    return ToFetch(fields["url"].value, **values, origin=origin)


_FETCHED = ("title", "published", "outlet")


def _given(row: Row) -> dict[str, Given]:
    """Return the fields that a row fills, each by the surest of its columns."""
    by_name = {plain_name(str(column)): (str(column), value) for column, value in row.items()}
    given: dict[str, Given] = {}
    for name, aliases in NAMES.items():
        for alias in aliases:
            column, value = by_name.get(alias, ("", None))
            words = _people(value) if name == "byline" else _words(value)
            # Some exports write the outlet's address where others write its name.
            if words and not (name == "outlet" and is_address(words)):
                given[name] = Given(words, f"column '{shown(column)}'")
                break
    if "published" not in given:
        given |= _seen(by_name)
    return given


def _seen(by_name: Mapping[str, tuple[str, object]]) -> dict[str, Given]:
    for alias in SEEN:
        column, value = by_name.get(alias, ("", None))
        if words := _words(value):
            why = f"column '{shown(column)}': when a service saw it, not when it was published"
            return {"published": Given(words, why, Basis.INFERRED)}
    return {}


def _words(value: object) -> str:
    """Return a cell as words; flags, blanks and what is not text give none."""
    if isinstance(value, str):
        return value if value.strip() else ""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"{value:.0f}" if math.isfinite(value) and value.is_integer() else ""
    named = value.get("name") if isinstance(value, Mapping) else None
    return named if isinstance(named, str) else ""


def _people(value: object) -> str:
    """Return the authors of a row: words, or a list of names."""
    if not isinstance(value, list):
        return _words(value)
    return ", ".join(filter(None, (_person(each) for each in value)))


def _person(value: object) -> str:
    if not isinstance(value, Mapping) or "family" not in value:
        return _words(value)
    parts = (value.get("given"), value.get("family"))
    return " ".join(part for part in parts if isinstance(part, str) and part)


def is_address(words: str) -> bool:
    """Return whether these words are one web address and nothing else."""
    words = words.strip()
    if not words.lower().startswith(("http://", "https://")) or len(words.split()) != 1:
        return False
    try:
        return bool(urlsplit(words).hostname)
    except ValueError:  # a broken IPv6 address
        return False
