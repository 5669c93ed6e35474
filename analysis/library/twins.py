"""Which article of the library a candidate is, by its text and who publishes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from analysis.collect.candidate import Candidate
from analysis.library.article_rows import field_of, publisher_now, publisher_of
from analysis.library.digests import text_sha256
from analysis.library.edit_log import chunks
from analysis.library.engine import reading
from analysis.library.fields import field_edits
from analysis.library.listing import kept_rows
from analysis.library.membership import in_library
from analysis.library.tables import articles
from analysis.library.values import FIELDS, Kept


@dataclass(slots=True)
class Twin:
    """An article of the library that may have the text of a candidate."""

    id: str
    publisher: str
    fields: set[str]
    """Fields that hold something, or that somebody decided about."""
    once: frozenset[str] = field(default_factory=frozenset)
    """Publishers it had when it came in: the same file brought in again is the same article."""


def already(candidates: Iterable[Candidate]) -> tuple[Kept | None, ...]:
    """Return, for each candidate, the article of the library that it would be, or nothing."""
    given = tuple(candidates)
    with reading() as connection:
        twins = twins_of(connection, given)
        there = in_library(connection, [each.id for group in twins.values() for each in group])
        found = [
            twin_of(twins.get(text_sha256(each.article.text), ()), publisher_now(each))
            for each in given
        ]
        ids = list({each.id for each in found if each and each.id in there})
        rows = [
            row
            for part in chunks(ids)
            for row in connection.execute(select(articles).where(articles.c.id.in_(part)))
        ]
        kept = {each.article.id: each for each in kept_rows(connection, rows)}
    return tuple(kept.get(each.id) if each else None for each in found)


def twins_of(connection: Connection, candidates: Sequence[Candidate]) -> dict[str, list[Twin]]:
    """Return the articles that have one of the texts, by the SHA-256 of the text."""
    shas = list({text_sha256(each.article.text) for each in candidates})
    columns = [articles.c[name] for name in ("id", "sha256", "publisher", *FIELDS)]
    rows = [
        row
        for part in chunks(shas)
        for row in connection.execute(select(*columns).where(articles.c.sha256.in_(part)))
    ]
    edits = field_edits(connection, [row.id for row in rows])
    found: dict[str, list[Twin]] = {}
    for row in rows:
        values = {name: row._mapping[name] for name in FIELDS}
        once = frozenset({row.publisher, publisher_of(row.outlet, row.url)})
        decided = {field_of(each): each.value for each in edits[row.id]}
        values |= decided
        known = {name for name, value in values.items() if value or name in decided}
        publisher = publisher_of(values["outlet"], values["url"])
        found.setdefault(row.sha256, []).append(Twin(row.id, publisher, known, once))
    return found


def twin_of(group: Sequence[Twin], publisher: str) -> Twin | None:
    """Return the article that a text of this publisher is; unknown publishers may be anybody."""
    same = [each for each in group if each.publisher == publisher]
    same += [each for each in group if publisher in each.once]
    open_ones = [each for each in group if not (each.publisher and publisher)]
    return next(iter((*same, *open_ones)), None)
