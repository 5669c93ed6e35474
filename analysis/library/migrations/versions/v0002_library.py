"""Articles; deeds, digests and the mark of what is in force in the log of edits."""

import sqlalchemy as sa
from alembic import op

from analysis.library.digests import EDIT_COLUMNS, row_digest

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add what a library of articles needs; every edit stays as it is."""
    _create_articles()
    for column in (
        sa.Column("act", sa.String, nullable=False, server_default=""),
        sa.Column("holds", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("digest", sa.String, nullable=False, server_default=""),
    ):
        op.add_column("edits", column)
    _fill_edits()
    op.create_index("edits_by_act", "edits", ["act"])
    op.create_index(
        "edits_in_force",
        "edits",
        ["story", "kind", "key"],
        unique=True,
        sqlite_where=sa.text("holds"),
        postgresql_where=sa.text("holds"),
    )


def _create_articles() -> None:
    texts = ("outlet", "title", "byline", "published", "url", "language", "genre", "rights")
    needed = ("text", "sha256", "publisher", "outlet_basis", "published_basis", "layout", "known")
    op.create_table(
        "articles",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        *(sa.Column(name, sa.String, nullable=False) for name in needed),
        *(sa.Column(name, sa.String) for name in (*texts, "way", "origin_name", "origin_part")),
        sa.Column("added_at", sa.String, nullable=False),
        sa.Column("added_by", sa.String),
        sa.Column("digest", sa.String, nullable=False),
        sa.UniqueConstraint("sha256", "publisher", name="articles_once"),
    )


def _fill_edits() -> None:
    """Make each edit a deed of its own, and mark the latest of each key that holds."""
    bind = op.get_bind()
    names = ("id", *EDIT_COLUMNS, "undone_at", "holds", "digest")
    edits = sa.table("edits", *map(sa.column, names))
    rows = [row._asdict() for row in bind.execute(edits.select().order_by(edits.c.id))]
    latest = {
        (row["story"], row["kind"], row["key"]): row["id"]
        for row in rows
        if row["undone_at"] is None
    }
    in_force = set(latest.values())
    for row in rows:
        row["act"] = f"edit-{row['id']}"
        changed = {
            "act": row["act"],
            "holds": row["id"] in in_force,
            "digest": row_digest(row, EDIT_COLUMNS),
        }
        bind.execute(edits.update().where(edits.c.id == row["id"]).values(changed))
