"""JSON exports of the tools people use, and lists of addresses -> rows like those of a table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from analysis.collect.candidate import Item
from analysis.collect.columns import Row, is_address
from analysis.collect.rows import Numbered, items, json_problem
from analysis.collect.source import Source
from analysis.decoding import decoded
from analysis.errors import InputError

_LISTS = ("articles", "items", "stories", "results", "data", "docs", "urls")
"""Names under which exports keep their list: NewsAPI and GDELT, CSL, Media Cloud, others."""

_CSL = {
    "title": "title",
    "container-title": "outlet",
    "publisher": "publisher",
    "URL": "url",
    "author": "byline",
    "language": "language",
}
"""Fields of a CSL-JSON item and ours; its ``note`` and ``abstract`` are not the article's text."""

_CSL_MARKS = frozenset({"container-title", "issued", "accessed", "citation-key"})
"""Fields of which every CSL-JSON item has one and no news service's article any."""


def read_export(source: Source) -> Iterator[Item]:
    """Yield what each entry of a JSON file is: an article, an address, or why it is neither.

    Raises
    ------
    InputError
        If the file is not JSON, or holds no list of articles.
    """
    try:
        entries = _entries(json.loads(decoded(source.read())))
    # A ValueError also tells of numbers of thousands of digits.
    except (ValueError, RecursionError) as err:
        message = f"not a JSON file ({json_problem(err)}); export it again"
        raise InputError(message) from err
    yield from items(_numbered(entries), source)


def addresses(text: str) -> list[str]:
    """Return the addresses of a text that is nothing but addresses, one to a line; else none."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines if all(map(is_address, lines)) else []


def address_items(found: Iterable[str], source: Source) -> Iterator[Item]:
    """Yield each address as one to fetch."""
    yield from items(((n, {"url": url}) for n, url in enumerate(found, start=1)), source)


def _entries(whole: object) -> Sequence[object]:
    if isinstance(whole, Mapping):
        found = [whole[name] for name in _LISTS if isinstance(whole.get(name), list)]
        whole = found[0] if found else [whole]
    if not isinstance(whole, list) or not whole:
        message = "no list of articles in this JSON file; put them under 'articles'"
        raise InputError(message)
    return whole


def _numbered(entries: Iterable[object]) -> Iterator[Numbered]:
    for number, entry in enumerate(entries, start=1):
        if isinstance(entry, str) and is_address(entry):
            yield number, {"url": entry}
        elif isinstance(entry, Mapping):
            yield number, _row(entry)
        else:
            yield number, InputError("neither a JSON object nor an address")


def _row(entry: Row) -> Row:
    if not _CSL_MARKS & entry.keys():
        return entry
    row = {ours: entry[theirs] for theirs, ours in _CSL.items() if theirs in entry}
    day = _csl_day(entry.get("issued"))
    return {**row, "published": day} if day else row


def _csl_day(issued: object) -> str | None:
    """Return a CSL date such as ``{"date-parts": [[2022, 1, 10]]}`` in ISO form."""
    if not isinstance(issued, Mapping):
        return None
    if isinstance(issued.get("raw"), str):
        return issued["raw"]
    match issued.get("date-parts"):
        case [[year, month, day], *_]:
            parts = [str(part) for part in (year, month, day)]
            known = all(part.isdecimal() for part in parts)
            return "-".join(part.zfill(2) for part in parts) if known else None
        case _:
            return None
