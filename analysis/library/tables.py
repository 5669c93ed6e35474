"""The tables of the library, as the newest migration leaves them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    MetaData,
    Row,
    Select,
    String,
    Table,
    UniqueConstraint,
    text,
)

AnyRow = Row[*tuple[Any, ...]]
AnySelect = Select[*tuple[Any, ...]]
"""Rows and queries whose columns are known by name only."""

metadata = MetaData()

edits = Table(
    "edits",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("story", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("key", String, nullable=False),
    Column("value", String),
    Column("replaced", String),
    Column("author", String),
    Column("made_at", String, nullable=False),
    Column("undone_at", String),
    Column("act", String, nullable=False),
    Column("holds", Boolean(create_constraint=False), nullable=False),
    Column("digest", String, nullable=False),
    Index("edits_by_key", "story", "kind", "key"),
    Index("edits_by_act", "act"),
    # One decision holds for each thing: the database itself sees to it.
    Index(
        "edits_in_force",
        "story",
        "kind",
        "key",
        unique=True,
        sqlite_where=text("holds"),
        postgresql_where=text("holds"),
    ),
)
"""One row a decision. ``holds``: it is the latest of its key that nobody took back."""

articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("text", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("publisher", String, nullable=False),
    Column("outlet", String),
    Column("outlet_basis", String, nullable=False),
    Column("title", String),
    Column("byline", String),
    Column("published", String),
    Column("published_basis", String, nullable=False),
    Column("url", String),
    Column("language", String),
    Column("genre", String),
    Column("rights", String),
    Column("layout", String, nullable=False),
    Column("known", String, nullable=False),
    Column("way", String),
    Column("origin_name", String),
    Column("origin_part", String),
    Column("added_at", String, nullable=False),
    Column("added_by", String),
    Column("digest", String, nullable=False),
    UniqueConstraint("sha256", "publisher", name="articles_once"),
)
"""One row an article, as it came in; never changed. ``digest`` is of all other columns."""
