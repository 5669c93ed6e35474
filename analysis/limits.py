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

MAX_FIELD_CHARS = 1_000
"""Longest title, byline, outlet, date or language kept, in characters; the longest headline in
the annotated news data has about 250."""

MAX_URL_CHARS = 2_083
"""Longest address kept, in characters: what every browser of the last twenty years opens."""

MAX_TABLE_BYTES = 4 * 1024**3
"""Largest table of articles read, in bytes; it is read row by row, so this bounds time only."""

MAX_PARQUET_ROWS = 1_000_000
"""Most rows of a Parquet file: its format can claim billions in a few bytes."""

MAX_COLUMNS = 1_000
"""Most columns of a table; the widest public news export (GDELT events) has 61."""

MAX_CELL_CHARS = 1_000_000
"""Longest cell of a table, in characters: ten times the longest article."""

MAX_ROW_CHARS = 4_000_000
"""Longest row of a table, in characters: four cells of the greatest length."""

MAX_REREAD_CHARS = 100 * MAX_ROW_CHARS
"""Most characters of a CSV file read a second time because a quotation mark was never closed."""

MAX_ARCHIVE_BYTES = 200 * 1024 * 1024
"""Most bytes in an archive, packed and unpacked: 5,000 saved pages of 40 kB."""

MAX_MEMBERS = 5_000
"""Most files in an archive; more belong into a table."""

MAX_RATIO = 100
"""Most unpacked bytes for a packed one; text packs 3 to 10 times, a table of repeated words 40."""

RATIO_FREE_BYTES = 1024 * 1024
"""Unpacked bytes of one file that no ratio is asked of: a small blank file packs 1,000 times."""

MAX_XML_BYTES = 20 * 1024 * 1024
"""Largest XML part of a Word file, in bytes; 100,000 characters with their markup take about 3."""

MAX_PDF_PAGES = 500
"""Most pages of a PDF file; an article has 1 to 30."""

MAX_FOLDER_DEPTH = 20
"""Most folders inside one another that are looked into."""

READER_CPU_SECONDS = 20
"""Processor time a reader may spend on one document, in seconds; the slowest honest page of the
public extraction benchmark takes under 2."""

READER_WALL_SECONDS = 60
"""Time a reader may go without a sign of life, in seconds: three times its processor time, for
machines that do other things too."""

READER_MEMORY_BYTES = 2 * 1024**3
"""Address space of the process that reads files, in bytes; the readers themselves take 0.6 GB."""

MAX_STOPPED = 10
"""Documents of one archive that may run into these limits before the rest is left unread."""

_MARKS = "\"“”„«»‘’'"


def checked_size(path: Path, limit: int = MAX_FILE_BYTES) -> None:
    """Refuse a file that is empty or larger than ``limit`` bytes."""
    checked_count(path.stat().st_size, limit)


def checked_count(size: int, limit: int = MAX_FILE_BYTES) -> None:
    """Refuse a file of no bytes or of more than ``limit`` bytes."""
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
