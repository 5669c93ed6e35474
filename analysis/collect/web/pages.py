"""Addresses of articles -> candidates, one after another; what cannot be had is listed."""

from __future__ import annotations

import codecs
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from analysis.collect import candidates
from analysis.collect.candidate import Candidate, Item, Origin, Refused, Upload, Way
from analysis.collect.names import shown
from analysis.collect.page.charset import page_text
from analysis.collect.web.fetch import Fetched, fetch
from analysis.collect.web.pace import PACE, Pace
from analysis.collect.web.rules import FetchError, Rule
from analysis.collect.web.sources import sourced
from analysis.errors import InputError

Progress = Callable[[int, int, str], None]
"""Called with how many addresses are done, how many there are, and what goes on now."""

Parse = Callable[[Iterable[Upload]], Iterator[Item]]
"""Reads files; the one of :mod:`analysis.collect` does so in a limited child process."""

LOOK_SECONDS = 1.0
"""How often a turn is looked for, in seconds."""

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "application/json": ".json",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
}

_BINARY = frozenset({".pdf", ".json"})  # JSON is always UTF-8

_ROOT = re.compile(rb"<(html|rss|feed|rdf:rdf)[\s>]", re.IGNORECASE)

ROOT_BYTES = 1_024
"""How far into a body its first element is looked for, in bytes."""

# Encodings of pages. Python knows others that are no encodings of pages, and slow on long ones.
_CHARSETS = re.compile(
    r"(?:iso-8859-\d{1,2}|windows-\d{3,4}|cp\d{3,4}|latin-?1|koi8-[ru]|utf-16(?:le|be)?|big5"
    r"|shift_jis|euc-(?:jp|kr)|iso-2022-jp|gb(?:2312|k|18030))"
)


def fetch_candidates(
    urls: Iterable[str],
    *,
    progress: Progress | None = None,
    fetch: Callable[[str], Fetched] = fetch,
    parse: Parse = candidates,
    pace: Pace = PACE,
) -> Iterator[Item]:
    """Yield the article at each address, or why there is none; each address once.

    A feed's address yields an item for each of its entries. Where the pace of a minute is
    used up, waits for the next turn and says so through ``progress``.
    """
    wanted = list(dict.fromkeys(line for url in urls if (line := url.strip())))
    tell = progress or _silent
    for number, url in enumerate(wanted):
        tell(number, len(wanted), url)
        say = partial(tell, number, len(wanted))
        try:
            page = _fetched_in_turn(url, fetch, pace, say)
        except FetchError as err:
            yield Refused(_safe(url), str(err))
            continue
        file = _as_file(page)
        for item in parse([file]):
            yield _from_page(item, url, page, file.name)
    tell(len(wanted), len(wanted), "")


def _fetched_in_turn(
    url: str, fetch: Callable[[str], Fetched], pace: Pace, say: Callable[[str], None]
) -> Fetched:
    while True:
        while wait := pace.wait_seconds():
            say(f"waiting {wait:.0f} seconds to spare the sites")
            time.sleep(min(wait, LOOK_SECONDS))
        try:
            return fetch(url)
        except FetchError as err:
            if err.rule is not Rule.PACE:
                raise
        time.sleep(LOOK_SECONDS)  # another reader was faster and took the turn


def _as_file(page: Fetched) -> Upload:
    """Return the body under a name whose ending says its kind, its encoding made plain."""
    suffix = _SUFFIXES[page.content_type]
    # Servers often name the one as the other; what stands at the beginning is the truth.
    root = _ROOT.search(page.body[:ROOT_BYTES]) if suffix in {".html", ".xml"} else None
    if root:
        suffix = ".html" if root[1].lower() == b"html" else ".xml"
    return Upload(f"page{suffix}", page.body if suffix in _BINARY else _in_utf8(page))


def _in_utf8(page: Fetched) -> bytes:
    """Return the body so that an encoding which only the server stated can be seen in it."""
    if not page.charset or not _CHARSETS.fullmatch(page.charset):
        return page.body
    try:
        text = page_text(page.body, page.charset)
    except InputError:
        return page.body  # the reader says what is wrong with it
    return codecs.BOM_UTF8 + text.removeprefix("\ufeff").encode("utf-8", "replace")


def _from_page(item: Item, url: str, page: Fetched, file: str) -> Item:
    if isinstance(item, Refused):
        return replace(item, name=_safe(url) + item.name.removeprefix(file))
    origin = Origin(item.origin.way, url, item.origin.part)
    if item.origin.way is Way.FEED or not isinstance(item, Candidate):
        return replace(item, origin=origin)
    return sourced(replace(item, origin=replace(origin, way=Way.WEB)), page)


def _safe(url: str) -> str:
    """Return an address that a message can show; only odd ones are changed, to be seen as odd."""
    return url if url.isprintable() else shown(url)


def _silent(_done: int, _total: int, _words: str) -> None:
    """Tell nobody."""
