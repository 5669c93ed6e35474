"""One document -> its article, by the kind of file it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from analysis.collect.candidate import Item
from analysis.collect.exports import address_items, addresses, read_export
from analysis.collect.fields import Given, Reading, candidate
from analysis.collect.markdown import read_markdown
from analysis.collect.messages import Unit
from analysis.collect.names import stem
from analysis.collect.pdf import read_pdf
from analysis.collect.rows import read_rows
from analysis.collect.saved_pages import saved_page
from analysis.collect.source import TABLES, Kind, Source
from analysis.collect.word import read_word
from analysis.decoding import decoded
from analysis.errors import InputError
from analysis.limits import checked_text
from analysis.metadata import outlet_of

_SIGNATURES = (
    (b"%PDF-", "a PDF file", frozenset({Kind.PDF})),
    (b"PK\x03\x04", "a zip or Word file", frozenset({Kind.WORD, Kind.ARCHIVE})),
    (b"PAR1", "a Parquet file", frozenset({Kind.PARQUET})),
    (b"\xd0\xcf\x11\xe0", "a protected or very old Office file", frozenset()),
    (b"\x7fELF", "a program", frozenset()),
    (b"\x89PNG", "a picture", frozenset()),
    (b"\xff\xd8\xff", "a picture", frozenset()),
    (b"GIF8", "a picture", frozenset()),
    (b"\x1f\x8b", "a packed file", frozenset()),
    (b"{\\rtf", "a rich-text file", frozenset()),
)
"""How files of well-known kinds begin, and what reads them."""


def read_items(source: Source) -> Iterator[Item | Unit]:
    """Yield what is in a file that is no archive; of long ones, also how far it is read.

    Raises
    ------
    InputError
        If the file as a whole cannot be read.
    """
    _check_signature(source)
    if source.kind in TABLES:
        yield from read_rows(source)
    elif source.kind is Kind.JSON:
        yield from read_export(source)
    elif source.kind is Kind.FEED:
        yield from _feed_items(source)
    elif source.kind in _TEXTS:
        yield from _text_items(decoded(source.read()), source)
    else:
        reading = _READERS[source.kind](source.read(), source.own_name)
        yield candidate(reading, source.origin())


def _check_signature(source: Source) -> None:
    """Refuse a file whose first bytes say that it is of another kind than its name."""
    with source.open() as stream:
        head = stream.read(8)
    for signature, what, kinds in _SIGNATURES:
        if head.startswith(signature) and source.kind not in kinds:
            advice = "give it the right ending" if kinds else "not a document that is read"
            message = f"it is {what}, whatever its name says; {advice}"
            raise InputError(message)


def _text_items(text: str, source: Source) -> Iterator[Item]:
    found = addresses(text)
    if found:
        yield from address_items(found, source)
    else:
        # Before anything looks for marks in it: the time that takes grows with the length.
        reading = _TEXTS[source.kind](checked_text(text), source.own_name)
        yield candidate(reading, source.origin())


def _feed_items(source: Source) -> Iterator[Item]:
    from analysis.collect.feeds import read_feed  # noqa: PLC0415 -- loads its parser

    yield from read_feed(source.read(), source.file)


def _plain(text: str, name: str) -> Reading:
    return Reading(stem(name), text)


def _page(data: bytes, name: str) -> Reading:
    return _page_reading(data, name)


def _saved_page(data: bytes, name: str) -> Reading:
    page, charset, address = saved_page(data)
    return _page_reading(page, name, url=address, charset=charset)


def _page_reading(
    data: bytes, name: str, *, url: str | None = None, charset: str | None = None
) -> Reading:
    from analysis.collect.html import read_page  # noqa: PLC0415 -- loads its parsers

    page = read_page(data, url=url, charset=charset)
    given = {fact.field: Given(fact.value, fact.why, fact.basis) for fact in page.facts}
    address = given["url"].value if "url" in given else ""
    if outlet := outlet_of(address):
        # One name for one outlet, however its pages call themselves.
        given["outlet"] = Given(outlet, f"the address is on {urlsplit(address).hostname}")
    return Reading(stem(name), page.text, given, page.layout, page.notices)


_TEXTS: dict[Kind, Callable[[str, str], Reading]] = {
    Kind.TEXT: _plain,
    Kind.PASTE: _plain,
    Kind.MARKDOWN: read_markdown,
}
_READERS: dict[Kind, Callable[[bytes, str], Reading]] = {
    Kind.PAGE: _page,
    Kind.SAVED_PAGE: _saved_page,
    Kind.WORD: read_word,
    Kind.PDF: read_pdf,
}
