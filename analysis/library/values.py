"""What the library hands out and takes in: frozen values, no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.library.kinds import EditKind
from analysis.stories import Known
from analysis.types import Article, Span

if TYPE_CHECKING:
    # Handing on where an article came from needs none of what reads pages.
    from analysis.collect.candidate import Origin

FIELDS = ("title", "byline", "outlet", "published", "url", "language", "genre", "rights")
"""Fields of an article that people may correct; its text never changes."""

STORY_FIELDS = (
    "title",
    "summary",
    "place",
    "time_zone",
    "event_start",
    "event_end",
    "note",
)
"""Fields of a story that people may set."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One decision of a reader, with what it replaced."""

    id: int
    story: str
    kind: EditKind
    key: str
    value: str | None
    """``None`` takes the thing back to what the analysis says."""
    replaced: str | None
    author: str | None
    made_at: str
    undone_at: str | None = None
    act: str = ""
    """The deed that it is part of: an import, a merge, or this edit alone."""


@dataclass(frozen=True, slots=True)
class Change:
    """A decision to be recorded."""

    story: str
    kind: EditKind
    key: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Deed:
    """The edits that were made in one go, and are taken back in one go."""

    act: str
    made_at: str
    author: str | None
    counts: Mapping[EditKind, int]
    stories: tuple[str, ...]
    undone: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """An article of the library as people corrected it."""

    article: Article
    origin: Origin | None
    known: tuple[Known, ...]
    added_at: str
    added_by: str | None
    stories: tuple[str, ...]
    """Ids of the stories it is in."""
    damage: str | None = None
    """Why its text cannot be trusted and is not shown."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the articles that were to be added, in their order."""

    new: tuple[str, ...]
    known: tuple[str, ...]
    """Ids of those that were in the library before."""
    act: str
    story: str | None = None
    """The story they were put into."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for among the articles; ``None`` = any."""

    query: str | None = None
    """Words that all stand somewhere in title or text, capitals aside (in a file: of A to Z)."""
    outlet: str | None = None
    """An outlet; empty for not known."""
    after: str | None = None
    before: str | None = None
    """ISO dates as the articles give them; both are included."""
    story: str | None = None
    language: str | None = None
    added_after: str | None = None
    """ISO time in UTC; added then or later."""
    binned: bool = False
    """Whether what was taken out of the library is looked through instead."""


@dataclass(frozen=True, slots=True)
class Facets:
    """How many of the articles found have which value; an empty value = not known."""

    outlets: tuple[tuple[str, int], ...]
    languages: tuple[tuple[str, int], ...]
    months: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """A story as a list of stories shows it."""

    id: str
    title: str
    n_articles: int
    is_shipped: bool
    made_at: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote about an article, or about a stretch of it."""

    key: str
    story: str
    article_id: str
    span: Span | None
    text: str
    author: str | None
    made_at: str
    edit_id: int


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was deleted for good, and where a copy may be left."""

    articles: tuple[str, ...]
    caches: tuple[str, ...]
    """Kept analyses that held one of them; they are deleted too."""
    backups: tuple[Path, ...]
    """Backups beside the library that still hold one of them; they are left alone."""
    pending: str | None = None
    """What keeps the last bytes from being overwritten now, and what to do."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the whole library in one file."""

    path: Path
    articles: int
    edits: int
    sha256: str
    """Of the file."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a backup brought back."""

    articles: int
    edits: int
    before: Path | None
    """Where that lies which was there before."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What a story file brought in."""

    story: str
    new: tuple[str, ...]
    known: tuple[str, ...]
    without_text: tuple[str, ...]
    """Articles that the file describes without their text, under the ids it gives them."""
    conflicts: tuple[Change, ...]
    """Decisions of the file that were not taken over: another one holds here."""
    act: str


@dataclass(frozen=True, slots=True)
class Damage:
    """Something in the library that is not as it was written."""

    where: str
    what: str
