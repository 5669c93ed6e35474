"""Size gates that stand before every parser; each is documented and tested at its edge."""

from datetime import datetime
from pathlib import Path

from analysis.errors import InputError

MAX_FILE_BYTES = 20 * 1024 * 1024
"""Largest document file read, in bytes."""

MAX_CHARS = 100_000
"""Longest article analysed, in characters; a feature of 10,000 words has about 60,000. Longer
ones would take more than 20 seconds on the two-core machine this was measured on."""

MAX_LINES = 10_000
"""Most lines in one article; a page with a thousand reader comments has about 5,000."""


MAX_MARKS = 5_000
"""Most quotation marks in one article; a book-length interview has about 2,000."""

_MARKS = "\"“”„«»‘’'"


def checked_size(path: Path, limit: int = MAX_FILE_BYTES) -> None:
    """Refuse a file that is empty or larger than ``limit`` bytes."""
    size = path.stat().st_size
    if size == 0:
        message = "the file is empty; nothing to analyse"
        raise InputError(message)
    if size > limit:
        message = f"{size:,} bytes; at most {limit:,} are read; split the file"
        raise InputError(message)


def checked_text(text: str) -> str:
    """Return the text if it can be analysed as one article.

    Raises
    ------
    InputError
        If it holds no word, more than ``MAX_CHARS`` characters, or a flood of lines
        or marks.
    """
    if not any(char.isalnum() for char in text):
        message = "no words found; nothing to analyse"
        raise InputError(message)
    if len(text) > MAX_CHARS:
        message = f"{len(text):,} characters; at most {MAX_CHARS:,} are analysed as one article"
        raise InputError(message)
    checked_unicode(text)
    lines = text.count("\n")
    if lines > MAX_LINES:
        message = f"{lines:,} lines; at most {MAX_LINES:,} are read in one article"
        raise InputError(message)
    marks = sum(map(text.count, _MARKS))
    if marks > MAX_MARKS:
        message = f"{marks:,} quotation marks; at most {MAX_MARKS:,} are read in one article"
        raise InputError(message)
    return text


def checked_unicode(text: str) -> str:
    """Return the text if it can be written as UTF-8.

    Raises
    ------
    InputError
        If it holds half of a surrogate pair, which no file can hold.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as err:
        message = f"half a character (a lone surrogate) at position {err.start:,}; export it again"
        raise InputError(message) from err
    return text


def checked_date(value: str) -> str:
    """Return the date or time if it is written as ISO 8601 says.

    Raises
    ------
    InputError
        If it is not; the message shows the form.
    """
    try:
        datetime.fromisoformat(value)
    except ValueError as err:
        message = f"'published' is '{value}'; write an ISO date such as 2024-03-12"
        raise InputError(message) from err
    return value
