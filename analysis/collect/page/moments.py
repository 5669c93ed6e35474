"""Times that a page gives -> when its article was published, with its zone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from analysis.collect.page.head import Fact, Head
from analysis.collect.page.linked_data import text_of
from analysis.types import Basis

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOCK_TAIL = re.compile(r"\s*(?:UTC|GMT|Z)$")
_SHORT_ZONE = re.compile(r"([+-]\d{2})(\d{2})?$")
_FRACTION = re.compile(r"\.\d+")
_URL_DATE = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")


def published_fact(head: Head, times: Iterable[tuple[str, str]], url: str | None) -> Fact | None:
    """Return when the article was published; of an update only if nothing else is said.

    ``times`` are the values of the page's ``<time>`` elements with their words.
    """
    for name, value in (*_stated_times(head), *times):
        if value and (moment := iso_moment(value)):
            return Fact("published", moment, Basis.STATED, f"{name}: {value}")
    if url and (found := _URL_DATE.search(url)):
        year, month, day = map(int, found.groups())
        try:
            date = datetime(year, month, day).date().isoformat()  # noqa: DTZ001 -- a bare date
        except ValueError:
            return None
        return Fact("published", date, Basis.INFERRED, f"url: {url}")
    return _first_update(head)


def _stated_times(head: Head) -> Iterator[tuple[str, str | None]]:
    yield "datePublished", text_of(head.data.get("datePublished"))
    for name in (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.created",
        "dc.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "date",
    ):
        yield name, head.meta.get(name)
    yield "dateCreated", text_of(head.data.get("dateCreated"))


def _first_update(head: Head) -> Fact | None:
    for name, value in (
        ("dateModified", text_of(head.data.get("dateModified"))),
        ("article:modified_time", head.meta.get("article:modified_time")),
    ):
        if value and (moment := iso_moment(value)):
            return Fact("published", moment, Basis.INFERRED, f"{name}: {value}")
    return None


def iso_moment(value: str) -> str | None:
    """Return an ISO date or date-time with its zone, ``None`` if the value is neither."""
    text = _FRACTION.sub("", value.strip())
    if not _DATE.match(text):
        return None
    text = _SHORT_ZONE.sub(lambda m: f"{m[1]}:{m[2] or '00'}", text) if len(text) > 13 else text
    text = _CLOCK_TAIL.sub("+00:00", text)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.date().isoformat() if len(text) == len("2024-03-12") else moment.isoformat()
