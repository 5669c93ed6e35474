"""Digests of what the library keeps, so that nothing comes back other than it was written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

ARTICLE_COLUMNS = (
    "id",
    "sha256",
    "publisher",
    "outlet",
    "outlet_basis",
    "title",
    "byline",
    "published",
    "published_basis",
    "url",
    "language",
    "genre",
    "rights",
    "layout",
    "known",
    "way",
    "origin_name",
    "origin_part",
    "added_at",
    "added_by",
)
"""What the digest of an article covers; its text is covered by ``sha256``."""

EDIT_COLUMNS = ("story", "kind", "key", "value", "replaced", "author", "made_at", "act")
"""What the digest of an edit covers: all that never changes."""


def text_sha256(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8."""
    # A text that came back with half a character is damaged; it must not stop the check.
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()


def row_digest(row: Mapping[str, object], columns: tuple[str, ...]) -> str:
    """Return a digest of some columns of a row."""
    return text_sha256(json.dumps([row[column] for column in columns]))
