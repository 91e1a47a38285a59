"""Photographs of sites."""

import sqlalchemy as sa
from alembic import op

revision = "0022_photos"
down_revision = "0021_schools"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make their table; there are none yet."""
    op.create_table(
        "photo",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site", sa.String(length=80), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("creator", sa.Text(), nullable=False),
        sa.Column("licence", sa.String(length=40), nullable=False),
        sa.Column("caption_vi", sa.Text(), nullable=False),
        sa.Column("caption_en", sa.Text(), nullable=False),
        sa.Column("alt_vi", sa.Text(), nullable=False),
        sa.Column("alt_en", sa.Text(), nullable=False),
        sa.Column("small", sa.LargeBinary(), nullable=False),
        sa.Column("medium", sa.LargeBinary(), nullable=False),
        sa.Column("large", sa.LargeBinary(), nullable=False),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photo")),
    )
    op.create_index(op.f("ix_photo_digest"), "photo", ["digest"])
    op.create_index(op.f("ix_photo_site"), "photo", ["site"])
