"""data/stories/<id>/story.toml -> Story: articles and what is known of them, and how."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from analysis import paths
from analysis.decoding import decoded
from analysis.errors import InputError, LexiconError, StoryError
from analysis.lexicons import read_toml
from analysis.limits import checked_date, checked_size, checked_text
from analysis.types import Article, Basis

STORY_FILE = "story.toml"

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Known:
    """How one field of one article is known: the basis, and the words that show it."""

    article_id: str
    field: str
    basis: Basis
    why: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one event."""

    id: str
    title: str
    articles: tuple[Article, ...]
    summary: str | None = None
    place: str | None = None
    time_zone: str | None = None
    event_start: str | None = None
    event_end: str | None = None
    note: str | None = None
    known: tuple[Known, ...] = ()


def story_ids(root: Path = paths.STORIES) -> tuple[str, ...]:
    """Return the ids of the stories that come with the project, in order."""
    return tuple(sorted(path.parent.name for path in root.glob(f"*/{STORY_FILE}")))


def load_story(story: str | Path) -> Story:
    """Return a story by its id or its folder.

    Raises
    ------
    StoryError
        If there is no such story, or its file is incomplete; the message says what to add.
    """
    folder = Path(story)
    if not (folder / STORY_FILE).is_file():
        folder = paths.STORIES / str(story)
    if not (folder / STORY_FILE).is_file():
        known = ", ".join(story_ids()) or "none"
        message = f"No story '{story}': no {STORY_FILE} there. Known stories: {known}"
        raise StoryError(message)
    try:
        table = read_toml(folder / STORY_FILE)
    except LexiconError as err:
        raise StoryError(str(err)) from err
    head = table.get("story", {})
    where = f"{folder.name}/{STORY_FILE}"
    story_id = _story_id(head, folder, where)
    rows = table.get("articles", ())
    articles = tuple(_article(row, story_id, folder, where) for row in rows)
    ids = [article.id for article in articles]
    if not ids or len(set(ids)) != len(ids):
        message = f"{where}: needs [[articles]] entries with different 'id's; found {ids}"
        raise StoryError(message)
    optional = {f.name for f in fields(Story)} - {"id", "title", "articles", "known"}
    return Story(
        id=story_id,
        title=_required(head, "title", where),
        articles=articles,
        known=tuple(each for row in rows for each in _known(row)),
        **{key: str(value) for key, value in head.items() if key in optional},
    )


def _story_id(head: Mapping[str, Any], folder: Path, where: str) -> str:
    """Return the story's id, which names files and so is held to a plain form."""
    story_id = _required(head, "id", where)
    if not _ID.fullmatch(story_id):
        message = f"{where}: id is '{story_id}'; use small letters, digits and hyphens"
        raise StoryError(message)
    if folder.parent == paths.STORIES and folder.name != story_id:
        message = f"{where}: id is '{story_id}' in folder '{folder.name}'; give both one name"
        raise StoryError(message)
    return story_id


def _article(row: Mapping[str, Any], story_id: str, folder: Path, where: str) -> Article:
    article_id = _required(row, "id", where)
    path = folder / _required(row, "file", f"{where}: article '{article_id}'")
    if path.parent.resolve() != folder.resolve() or not path.is_file():
        message = f"{where}: article '{article_id}' names '{path.name}', which is not in the folder"
        raise StoryError(message)
    texts: dict[str, Any] = {
        key: str(row[key])
        for key in ("outlet", "title", "byline", "published", "url", "language", "genre", "rights")
        if row.get(key)
    }
    outlet_basis, published_basis = (
        _basis(row.get(key), f"{where}: article '{article_id}': {key}")
        for key in ("outlet_basis", "published_basis")
    )
    try:
        checked_size(path)
        text = checked_text(decoded(path.read_bytes()))
        if "published" in texts:
            checked_date(texts["published"])
    except InputError as err:
        message = f"{where}: article '{article_id}': {err}"
        raise StoryError(message) from err
    return Article(
        id=article_id,
        text=text,
        story=story_id,
        outlet_basis=outlet_basis,
        published_basis=published_basis,
        **texts,
    )


def _known(row: Mapping[str, Any]) -> tuple[Known, ...]:
    """Return the basis of every field of an article entry that states one."""
    suffix = "_basis"
    return tuple(
        Known(
            row["id"],
            key.removesuffix(suffix),
            _basis(value, f"article '{row['id']}': {key}"),
            row.get(f"{key.removesuffix(suffix)}_why"),
        )
        for key, value in row.items()
        if key.endswith(suffix)
    )


def _basis(value: str | None, where: str) -> Basis:
    if value is None:
        return Basis.UNKNOWN
    if value not in set(Basis):
        message = f"{where} is '{value}'; write one of {[basis.value for basis in Basis]}"
        raise StoryError(message)
    return Basis(value)


def _required(row: Mapping[str, Any], key: str, where: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        message = f"{where}: '{key}' is missing; write it as a text in quotation marks"
        raise StoryError(message)
    return value
