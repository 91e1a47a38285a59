"""Walks that the staff offer."""

import sqlalchemy as sa
from alembic import op

revision = "0023_tours"
down_revision = "0022_photos"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; there are none until the next ``guide load``."""
    op.create_table(
        "offered_tour",
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name_vi", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("note_vi", sa.Text(), nullable=False),
        sa.Column("note_en", sa.Text(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_offered_tour")),
    )
