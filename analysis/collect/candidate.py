"""What goes into the ways in, and what comes out: nothing of it is kept yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from analysis.stories import Known
from analysis.types import Article


class Way(StrEnum):
    """How an article came in."""

    PASTE = "paste"
    FILE = "file"
    TABLE = "table"
    ARCHIVE = "archive"
    WEB = "web"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article came from: enough to find it there again."""

    way: Way
    name: str
    """File name or address as it was given; shown, never used as a path."""
    part: str | None = None
    """Row, archive member or feed entry."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article to look at and correct before it is kept."""

    article: Article
    origin: Origin
    known: tuple[Known, ...] = ()
    """For each field that is filled: how it is known, and the words that show it."""
    notices: tuple[str, ...] = ()
    """What a person should look at before keeping it, in plain words."""
    corrections: Mapping[str, str] = field(default_factory=dict)
    """Fields that a person corrected while looking; an empty value says that it is not known."""


@dataclass(frozen=True, slots=True)
class ToFetch:
    """An address without a text: the row of an export or list that the web fetcher can fill."""

    url: str
    title: str | None
    published: str | None
    outlet: str | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that could not be read, and why; the others are still read."""

    name: str
    reason: str


Item = Candidate | ToFetch | Refused
"""What a way in yields, one for each document or row."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that a browser sent."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Paste:
    """What a person pasted: an article, or addresses one to a line."""

    text: str
