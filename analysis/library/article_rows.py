"""Articles <-> rows of the table: everything that came in, checked when it is read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from analysis.collect.candidate import Candidate, Origin, Way
from analysis.library.digests import ARTICLE_COLUMNS, row_digest, text_sha256
from analysis.library.tables import AnyRow
from analysis.library.values import FIELDS, Edit, Kept
from analysis.stories import Known
from analysis.types import Article, Basis, Block, BlockKind

GIVEN = "given by a reader"
"""How a field is known that somebody corrected."""

_BASES = {"outlet": "outlet_basis", "published": "published_basis"}


def publisher_of(outlet: str | None, url: str | None) -> str:
    """Return who publishes, as two articles with the same text are told apart by it.

    The outlet's name in small letters, else the host of the address, else nothing.
    """
    if outlet:
        return " ".join(outlet.split()).casefold()
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:  # an address that is none
        return ""
    return host.removeprefix("www.")


def publisher_now(candidate: Candidate) -> str:
    """Return who publishes a candidate, as somebody may have corrected it."""
    known = {"outlet": candidate.article.outlet, "url": candidate.article.url}
    now = {**known, **candidate.corrections}
    return publisher_of(now["outlet"], now["url"])


def row_of(
    candidate: Candidate, article_id: str, added_at: str, added_by: str | None
) -> dict[str, Any]:
    """Return the row that keeps a candidate as it was found; corrections of it are edits."""
    article = candidate.article
    row: dict[str, Any] = {
        "id": article_id,
        "sha256": text_sha256(article.text),
        "publisher": publisher_now(candidate),
        **{name: getattr(article, name) for name in FIELDS},
        "outlet_basis": article.outlet_basis.value,
        "published_basis": article.published_basis.value,
        "layout": json.dumps([[b.start, b.end, b.kind, b.rule] for b in article.layout]),
        "known": json.dumps([[k.field, k.basis, k.why] for k in candidate.known]),
        "way": candidate.origin.way.value,
        "origin_name": candidate.origin.name,
        "origin_part": candidate.origin.part,
        "added_at": added_at,
        "added_by": added_by,
    }
    return {**row, "text": article.text, "digest": row_digest(row, ARTICLE_COLUMNS)}


def damage_of(row: AnyRow) -> str | None:
    """Return what is wrong with a row, or nothing."""
    if text_sha256(row.text) != row.sha256:
        return "its text does not match its SHA-256"
    if row_digest(row._asdict(), ARTICLE_COLUMNS) != row.digest:
        return "what is known of it does not match its digest"
    return None


def kept_of(row: AnyRow, edits: Sequence[Edit] = (), stories: tuple[str, ...] = ()) -> Kept:
    """Return the article of a row with the corrections of its fields.

    A damaged one comes back without its text, and says why.
    """
    if damage := damage_of(row):
        article = Article(str(row.id), "")
        return Kept(article, None, (), str(row.added_at), None, stories, damage)
    found = Article(
        id=row.id,
        text=row.text,
        outlet_basis=Basis(row.outlet_basis),
        published_basis=Basis(row.published_basis),
        layout=tuple(Block(s, e, BlockKind(k), rule) for s, e, k, rule in json.loads(row.layout)),
        **{name: row._mapping[name] for name in FIELDS},
    )
    known = tuple(
        Known(row.id, field, Basis(basis), why) for field, basis, why in json.loads(row.known)
    )
    origin = Origin(Way(row.way), row.origin_name, row.origin_part)
    article, known = with_fields(found, known, edits)
    return Kept(article, origin, known, row.added_at, row.added_by, stories)


def with_fields(
    article: Article, known: tuple[Known, ...], edits: Sequence[Edit]
) -> tuple[Article, tuple[Known, ...]]:
    """Return an article with the fields that people corrected, and how each is known now."""
    values = {field_of(each): each.value or None for each in edits}
    if not values:
        return article, known
    bases = {_BASES[name]: _basis(value) for name, value in values.items() if name in _BASES}
    changed: Mapping[str, Any] = {**values, **bases}
    given = tuple(Known(article.id, name, _basis(value), GIVEN) for name, value in values.items())
    kept = tuple(each for each in known if each.field not in values)
    return replace(article, **changed), (*kept, *given)


def field_of(edit: Edit) -> str:
    """Return the field that an edit of kind FIELD is about."""
    return json.loads(edit.key)[1]


def _basis(value: str | None) -> Basis:
    return Basis.STATED if value else Basis.UNKNOWN
