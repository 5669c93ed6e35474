"""A story in one file that another library can take in: a zip of JSON and texts."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from analysis import stories as shipped
from analysis.collect.candidate import Candidate, Origin, Way
from analysis.library.article_rows import kept_of
from analysis.library.digests import text_sha256
from analysis.library.edit_log import chunks, decided
from analysis.library.engine import reading
from analysis.library.fields import field_edits
from analysis.library.kinds import EVERY_STORY, GOING_ALONG, EditKind, key_of, renamed
from analysis.library.loading import UID, story_now
from analysis.library.membership import members
from analysis.library.tables import articles as table
from analysis.library.values import FIELDS, STORY_FIELDS, Edit
from analysis.rights import Rights, rights_of
from analysis.stories import Story
from analysis.types import Article

MANIFEST = "parallax-story.json"
"""The file in the zip that says what the others are."""

FORMAT, VERSION = "parallax-story", 1

TEXTS = "texts"
"""Folder in the zip; each file in it is named by the SHA-256 of its text."""

SHIPPED = "shipped:"
"""Beginning of the name by which every library knows a story that comes with Parallax."""

_TIME = (1980, 1, 1, 0, 0, 0)
"""Time of every file in the zip: the same story gives the same bytes."""


def export_story(story: str, path: Path, *, respect_rights: bool = False) -> int:
    """Write a story with its articles and decisions to one file; return the articles with text.

    ``respect_rights`` leaves out the texts whose rights do not say that all of them may be
    passed on; what is known and decided of them goes along all the same.

    Raises
    ------
    StoryError
        If there is no such story.
    """
    with reading() as connection:
        whole = story_now(connection, story)
        found = _as_found(connection, whole)
        decisions = _decisions(connection, whole)
        uid = uid_of(connection, whole.id)
    now = {each.id: each for each in whole.articles}
    texts = {
        text_sha256(each.article.text): each.article.text
        for each in found
        if not respect_rights or rights_of(now[each.article.id]) is Rights.FULL
    }
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "uid": uid,
        "story": {name: getattr(whole, name) for name in STORY_FIELDS},
        "articles": [_article_record(each) for each in found],
        "decisions": [_decision_record(each) for each in decisions],
    }
    _write(Path(path), manifest, texts)
    return sum(text_sha256(each.article.text) in texts for each in found)


def uid_of(connection: Connection, story: str) -> str:
    """Return the name by which every library knows a story."""
    if story in shipped.story_ids():
        return f"{SHIPPED}{story}"
    found = [
        each.value
        for each in decided(connection, story, [EditKind.STORY])
        if each.key == key_of(UID)
    ]
    return found[0] or story if found else story


def _as_found(connection: Connection, story: Story) -> list[Candidate]:
    """Return the articles of a story as they came in, before anybody corrected a field."""
    own: dict[str, Candidate] = {}
    for part in chunks(members(connection, story.id)):
        for row in connection.execute(select(table).where(table.c.id.in_(part))):
            kept = kept_of(row)
            if kept.origin:
                own[kept.article.id] = Candidate(kept.article, kept.origin, kept.known)
    return [own.get(each.id) or _shipped(each, story) for each in story.articles]


def _shipped(article: Article, story: Story) -> Candidate:
    """Return an article that comes with Parallax as something that another library can keep."""
    known = tuple(each for each in story.known if each.article_id == article.id)
    return Candidate(article, Origin(Way.FILE, f"story {story.id}", article.id), known)


def _decisions(connection: Connection, story: Story) -> list[Edit]:
    """Return what people decided about the story's articles and findings, oldest first."""
    ids = {each.id: each.id for each in story.articles}
    found = [
        each
        for each in (
            *decided(connection, story.id, GOING_ALONG),
            *decided(connection, EVERY_STORY, [EditKind.NOTE]),  # written where no story was open
        )
        if renamed(each.kind, each.key, ids) is not None
    ]
    own = members(connection, story.id)
    for edits in field_edits(connection, own).values():
        found += edits
    return sorted(found, key=lambda each: each.id)


def _article_record(candidate: Candidate) -> dict[str, Any]:
    article, origin = candidate.article, candidate.origin
    return {
        "id": article.id,
        "sha256": text_sha256(article.text),
        **{name: getattr(article, name) for name in FIELDS},
        "outlet_basis": article.outlet_basis,
        "published_basis": article.published_basis,
        "layout": [[each.start, each.end, each.kind, each.rule] for each in article.layout],
        "known": [[each.field, each.basis, each.why] for each in candidate.known],
        "origin": [origin.way, origin.name, origin.part],
    }


def _decision_record(edit: Edit) -> dict[str, Any]:
    return {name: getattr(edit, name) for name in ("kind", "key", "value", "author", "made_at")}


def _write(path: Path, manifest: Mapping[str, object], texts: Mapping[str, str]) -> None:
    """Write the zip whole or not at all."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    files = {MANIFEST: json.dumps(manifest, ensure_ascii=False, indent=1)}
    files |= {f"{TEXTS}/{name}.txt": text for name, text in sorted(texts.items())}
    try:
        with part.open("wb") as out:
            with zipfile.ZipFile(out, "w") as archive:
                for name, text in files.items():
                    entry = zipfile.ZipInfo(name, _TIME)
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    archive.writestr(entry, text.encode())
            out.flush()
            os.fsync(out.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
