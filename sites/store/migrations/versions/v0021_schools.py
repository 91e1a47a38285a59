"""Codes with which teachers of a school make accounts for themselves."""

import sqlalchemy as sa
from alembic import op

from sites.store.moments import Moment

revision = "0021_schools"
down_revision = "0020_trips"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; there are none."""
    op.create_table(
        "school",
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("called", sa.Text(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("created", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_school")),
    )
