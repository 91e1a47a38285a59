"""Old maps and photographs."""

import sqlalchemy as sa
from alembic import op

revision = "0007_pictures"
down_revision = "0006_places"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; there are none until the next ``guide load``."""
    op.create_table(
        "picture",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("shows", sa.String(length=20), nullable=False),
        sa.Column("title_vi", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("site", sa.String(length=80), nullable=True),
        sa.Column("note_vi", sa.Text(), nullable=True),
        sa.Column("note_en", sa.Text(), nullable=True),
        sa.Column("pins", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_picture")),
    )
    op.create_table(
        "picture_image",
        sa.Column("picture", sa.String(length=80), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=40), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("credit", sa.Text(), nullable=False),
        sa.Column("licence", sa.String(length=40), nullable=False),
        sa.Column("alt_vi", sa.Text(), nullable=False),
        sa.Column("alt_en", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["picture"],
            ["picture.key"],
            name=op.f("fk_picture_image_picture_picture"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("picture", "place", name=op.f("pk_picture_image")),
    )
    op.create_index(
        op.f("ix_picture_image_digest"), "picture_image", ["digest"], unique=False
    )
