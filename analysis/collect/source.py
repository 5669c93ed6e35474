"""One file, upload or archive member to be read: its name, its kind and its bytes."""

from __future__ import annotations

import io
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from analysis.collect.candidate import Origin, Way
from analysis.collect.names import shown, shown_name
from analysis.errors import InputError
from analysis.limits import (
    MAX_ARCHIVE_BYTES,
    MAX_FILE_BYTES,
    MAX_TABLE_BYTES,
    checked_count,
)


class Kind(StrEnum):
    """How a file is read."""

    PASTE = "paste"
    TEXT = "text"
    MARKDOWN = "markdown"
    PAGE = "page"
    SAVED_PAGE = "saved page"
    WORD = "word"
    PDF = "pdf"
    CSV = "csv"
    JSON_LINES = "json lines"
    JSON = "json"
    PARQUET = "parquet"
    FEED = "feed"
    ARCHIVE = "archive"


KINDS = {
    ".txt": Kind.TEXT,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".mht": Kind.SAVED_PAGE,
    ".mhtml": Kind.SAVED_PAGE,
    ".docx": Kind.WORD,
    ".pdf": Kind.PDF,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
    ".json": Kind.JSON,
    ".parquet": Kind.PARQUET,
    ".xml": Kind.FEED,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
    ".zip": Kind.ARCHIVE,
}
SUFFIXES = frozenset(KINDS)

TABLES = frozenset({Kind.CSV, Kind.JSON_LINES, Kind.PARQUET})

LIMITS = {
    **dict.fromkeys(TABLES, MAX_TABLE_BYTES),
    Kind.ARCHIVE: MAX_ARCHIVE_BYTES,
}
"""Largest file read of each kind, in bytes; of all others, ``MAX_FILE_BYTES``."""

ADVICE = {
    **dict.fromkeys((".doc", ".odt", ".rtf", ".pages", ".wpd"), "save it as .docx or .txt"),
    **dict.fromkeys((".xls", ".xlsx", ".ods", ".numbers"), "save the sheet as .csv"),
    **dict.fromkeys((".epub", ".mobi"), "save it as .txt or .pdf"),
    **dict.fromkeys((".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz"), "pack it as .zip"),
    **dict.fromkeys((".eml", ".msg", ".warc", ".webarchive"), "save the page as .html"),
}
"""Files that hold text of kinds that are not read, and what to do instead."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read: bytes at hand, or a file."""

    name: str
    """As it was given; ``shown_name`` makes it safe to show."""
    kind: Kind
    data: bytes | None = None
    path: Path | None = None
    member: str | None = None
    """Name inside an archive."""

    @property
    def label(self) -> str:
        """Return what to call it in messages."""
        return f"{shown_name(self.name)}: {shown(self.member)}" if self.member else self.file

    @property
    def file(self) -> str:
        """Return the name of the file it came in, safe to show."""
        return shown_name(self.name)

    @property
    def own_name(self) -> str:
        """Return the name of the document itself: the member's, else the file's."""
        return self.member or self.name

    @property
    def size(self) -> int:
        """Return its size in bytes."""
        if self.data is not None:
            return len(self.data)
        return self.path.stat().st_size if self.path else 0

    def open(self) -> BinaryIO:
        """Return its bytes as a stream.

        Raises
        ------
        InputError
            If it is empty or larger than files of its kind may be.
        """
        checked_count(self.size, LIMITS.get(self.kind, MAX_FILE_BYTES))
        if self.data is not None or self.path is None:
            return io.BytesIO(self.data or b"")
        return self.path.open("rb")

    def read(self) -> bytes:
        """Return all its bytes, with the same checks."""
        with self.open() as stream:
            return stream.read()

    def origin(self, row: int | None = None) -> Origin:
        """Return where an article in it came from."""
        way = Way.TABLE if row is not None else Way.FILE
        way = Way.PASTE if self.kind is Kind.PASTE else Way.ARCHIVE if self.member else way
        member = shown(self.member) if self.member else None
        parts = [part for part in (member, str(row) if row is not None else None) if part]
        return Origin(way, self.file, ":".join(parts) or None)


def kind_of(name: str) -> Kind:
    """Return how a file is read, by the ending of its name.

    Raises
    ------
    InputError
        If it is not read; the message says what to do instead.
    """
    ending = Path(name.replace("\\", "/").rpartition("/")[2]).suffix.lower()
    if ending in KINDS:
        return KINDS[ending]
    advice = ADVICE.get(ending, f"known kinds: {', '.join(sorted(KINDS))}")
    message = f"'{shown(ending) or 'no ending'}' is not a kind of file that is read; {advice}"
    raise InputError(message)
