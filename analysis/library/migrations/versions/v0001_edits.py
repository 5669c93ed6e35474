"""The log of edits as version 0.1.0 kept it, and the blocks put back before there was a log."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the log, or take over the one that is there."""
    tables = sa.inspect(op.get_bind()).get_table_names()
    if "edits" not in tables:
        _create_edits()
    if "put_backs" in tables:
        _adopt_put_backs()


def _create_edits() -> None:
    op.create_table(
        "edits",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("story", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("value", sa.String),
        sa.Column("replaced", sa.String),
        sa.Column("author", sa.String),
        sa.Column("made_at", sa.String, nullable=False),
        sa.Column("undone_at", sa.String),
    )
    op.create_index("edits_by_key", "edits", ["story", "kind", "key"])


def _adopt_put_backs() -> None:
    bind = op.get_bind()
    edits = sa.table("edits", *map(sa.column, ("story", "kind", "key", "value", "made_at")))
    for row in bind.execute(sa.text('SELECT * FROM put_backs ORDER BY start, "end"')):
        key = json.dumps([row.article_id, str(row.start), str(row.end)], ensure_ascii=False)
        kept = {"story": row.story_id, "kind": "put_back", "key": key, "value": "body"}
        bind.execute(edits.insert(), {**kept, "made_at": row.made_at})
    op.drop_table("put_backs")
