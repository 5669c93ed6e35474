"""Classes, the seats in them, and the answers that pupils gave."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add what a class session needs; nothing that is there changes."""
    _create_classes()
    _create_seats()
    _create_marks()


def _number() -> sa.Column[int]:
    return sa.Column("number", sa.Integer, primary_key=True, autoincrement=True)


def _needed(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String, nullable=False) for name in names]


def _create_classes() -> None:
    op.create_table(
        "classes",
        _number(),
        *(
            sa.Column(name, sa.String, nullable=False, unique=True)
            for name in ("id", "code", "teacher_hash")
        ),
        *_needed("story", "articles", "lesson", "step", "opened_at"),
        sa.Column("closed_at", sa.String),
    )


def _create_seats() -> None:
    op.create_table(
        "class_seats",
        _number(),
        *_needed("class_id", "name", "name_key"),
        sa.Column("token_hash", sa.String, nullable=False, unique=True),
        *_needed("role", "joined_at"),
        sa.Column("committed_at", sa.String),
        sa.UniqueConstraint("class_id", "name_key", name="class_seats_once"),
    )


def _create_marks() -> None:
    op.create_table(
        "class_marks",
        _number(),
        *_needed("class_id"),
        sa.Column("seat", sa.Integer, nullable=False),
        *_needed("client_id", "task", "subject", "value", "made_at"),
        sa.UniqueConstraint("seat", "client_id", name="class_marks_once"),
    )
    op.create_index("class_marks_by_class", "class_marks", ["class_id", "number"])
