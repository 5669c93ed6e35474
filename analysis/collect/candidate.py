"""One article as a way in found it, before anybody kept it."""

from __future__ import annotations

from dataclasses import dataclass
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
