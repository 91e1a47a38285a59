"""Class trips behind links, and what classes answer."""

import sqlalchemy as sa
from alembic import op

revision = "0020_trips"
down_revision = "0010_drafts"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "trip",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edit_digest", sa.String(length=64), nullable=False),
        sa.Column("share_digest", sa.String(length=64), nullable=True),
        sa.Column("owner", sa.String(length=80), nullable=True),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("changed", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trip")),
        sa.UniqueConstraint("edit_digest", name=op.f("uq_trip_edit_digest")),
        sa.UniqueConstraint("share_digest", name=op.f("uq_trip_share_digest")),
    )
    op.create_table(
        "trip_class",
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("trip", sa.Integer(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(length=20), nullable=False),
        sa.Column("erased_on", sa.Date(), nullable=False),
        sa.Column("animals", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["trip"],
            ["trip.id"],
            name=op.f("fk_trip_class_trip_trip"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_trip_class")),
    )
    op.create_table(
        "trip_answer",
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("animal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("task", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("answer", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["code"],
            ["trip_class.code"],
            name=op.f("fk_trip_answer_code_trip_class"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("code", "animal", "task", name=op.f("pk_trip_answer")),
    )
