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


classes = Table(
    "classes",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("code", String, nullable=False, unique=True),
    Column("teacher_hash", String, nullable=False, unique=True),
    Column("story", String, nullable=False),
    Column("articles", String, nullable=False),
    Column("lesson", String, nullable=False),
    Column("step", String, nullable=False),
    Column("opened_at", String, nullable=False),
    Column("closed_at", String),
)
"""One row a class. ``lesson``: all of it as it was opened, so nothing changes under pupils."""

class_seats = Table(
    "class_seats",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("class_id", String, nullable=False),
    Column("name", String, nullable=False),
    Column("name_key", String, nullable=False),
    Column("token_hash", String, nullable=False, unique=True),
    Column("role", String, nullable=False),
    Column("joined_at", String, nullable=False),
    Column("committed_at", String),
    UniqueConstraint("class_id", "name_key", name="class_seats_once"),
)
"""One row a pupil, or the teacher's key. Of the token only its SHA-256 is kept."""

class_marks = Table(
    "class_marks",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("class_id", String, nullable=False),
    Column("seat", Integer, nullable=False),
    Column("client_id", String, nullable=False),
    Column("task", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("value", String, nullable=False),
    Column("made_at", String, nullable=False),
    UniqueConstraint("seat", "client_id", name="class_marks_once"),
    Index("class_marks_by_class", "class_id", "number"),
)
"""One row an answer; never changed. The latest of a seat, task and subject holds."""

CLASS_TABLES = (class_marks, class_seats, classes)
"""What is kept of classes, in the order in which it is deleted: never part of a backup."""
