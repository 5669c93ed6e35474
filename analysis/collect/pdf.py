"""A PDF file -> its text, lines joined to paragraphs; pages without text are said."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.collect.fields import Given, Reading
from analysis.collect.names import shown, stem
from analysis.errors import InputError
from analysis.limits import MAX_CHARS, MAX_PDF_PAGES

if TYPE_CHECKING:
    from pypdf import PdfReader

SHORT_LINE = 0.7
"""Share of the usual length of a page's lines below which a line ends its paragraph."""

USUAL = 0.75
"""Which line, by length, is the usual one: longer than three quarters of them."""

PROPERTY_CHARS = 3_000
"""Where in the text a title or author from the file's properties must stand to be believed;
word processors write the file's name and its owner there."""

_WORD_BREAK = re.compile(r"[^\W\d_]-$")
_ENDS = tuple(".!?:;”\"'’)]…")


def read_pdf(data: bytes, name: str) -> Reading:
    """Return the text of a PDF file, a blank line between paragraphs.

    Raises
    ------
    InputError
        If it is protected, too long, damaged, or only holds pictures of pages.
    """
    from pypdf import PdfReader  # noqa: PLC0415 -- paid only for PDF files
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415 -- the same

    # The library tells each small fault of a file to the log; none of them matters to people.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        pages = _pages(reader)
        properties = _properties(reader)
    except DependencyError as err:
        message = "protected in a way that is not read; save an unprotected copy"
        raise InputError(message) from err
    # Beside its own errors the library raises these on files that are not as they should be.
    except (PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, OSError,
            RuntimeError, TypeError, ValueError) as err:  # fmt: skip
        message = f"not a PDF file, or a damaged one ({shown(str(err))}); save or export it again"
        raise InputError(message) from err
    empty = sum(not any(char.isalnum() for char in page) for page in pages)
    if empty == len(pages):
        message = "no text in it: its pages are pictures; run text recognition (OCR) on it first"
        raise InputError(message)
    text = "\n\n".join(paragraphs(pages))
    notices = (f"{empty} of {len(pages)} pages hold no text, only pictures",) if empty else ()
    return Reading(stem(name), text, _stated(properties, text), notices=notices)


def _pages(reader: PdfReader) -> list[str]:
    # Many files are protected against printing only, and open without a password.
    if reader.is_encrypted and not reader.decrypt(""):
        message = "protected by a password; save an unprotected copy"
        raise InputError(message)
    count = len(reader.pages)
    if count > MAX_PDF_PAGES:
        message = f"{count:,} pages; at most {MAX_PDF_PAGES:,} are read; split the file"
        raise InputError(message)
    pages: list[str] = []
    length = 0
    for page in reader.pages:
        pages.append(page.extract_text())
        length += len(pages[-1])
        if length > 2 * MAX_CHARS:
            message = f"more than {MAX_CHARS:,} characters; split it into its articles"
            raise InputError(message)
    return pages


def _properties(reader: PdfReader) -> dict[str, str]:
    found = reader.metadata or {}
    named = {"title": found.get("/Title"), "byline": found.get("/Author")}
    return {name: str(value).strip() for name, value in named.items() if value}


def _stated(properties: dict[str, str], text: str) -> dict[str, Given]:
    """Return the properties that the text itself bears out."""
    head = " ".join(text[:PROPERTY_CHARS].split()).casefold()
    return {
        name: Given(value, f"the file's properties and its text: {shown(value)}")
        for name, value in properties.items()
        if value and " ".join(value.split()).casefold() in head
    }


def paragraphs(pages: Iterable[str]) -> Iterator[str]:
    """Yield the paragraphs of the pages, line ends inside them and broken words joined."""
    open_lines: list[str] = []
    for page in pages:
        lines = [line.strip() for line in page.splitlines()]
        short = SHORT_LINE * _usual_length(lines)
        for line in lines:
            if open_lines and (not line or _is_new(open_lines[-1], line, short)):
                yield _joined(open_lines)
                open_lines = []
            if line:
                open_lines.append(line)
    if open_lines:
        yield _joined(open_lines)


def _is_new(last: str, line: str, short: float) -> bool:
    """Return whether a line begins a paragraph: the one before it ends early."""
    return len(last) < short and (last.endswith(_ENDS) or not line[0].islower())


def _usual_length(lines: Sequence[str]) -> int:
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(USUAL * (len(lengths) - 1))] if lengths else 0


def _joined(lines: Sequence[str]) -> str:
    words = ""
    for line in lines:
        if _WORD_BREAK.search(words) and line[0].islower():
            words = words[:-1] + line
        else:
            words = f"{words} {line}" if words else line
    return words
