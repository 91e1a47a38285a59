"""Other spellings of old names, old names of sites, and wards in their days."""

import sqlalchemy as sa
from alembic import op

revision = "0005_names"
down_revision = "0004_history"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; what was published before has none, until the next ``guide load``."""
    op.add_column(
        "street_name",
        sa.Column("spelt", sa.JSON(), server_default="[]", nullable=False),
    )
    op.create_table(
        "site_name",
        sa.Column("site", sa.String(length=80), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=True),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.Column("period", sa.String(length=80), nullable=True),
        sa.Column("part_vi", sa.Text(), nullable=True),
        sa.Column("part_en", sa.Text(), nullable=True),
        sa.Column("spelt", sa.JSON(), server_default="[]", nullable=False),
        sa.ForeignKeyConstraint(
            ["site"],
            ["site.slug"],
            name=op.f("fk_site_name_site_site"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["period"], ["period.key"], name=op.f("fk_site_name_period_period")
        ),
        sa.PrimaryKeyConstraint("site", "place", name=op.f("pk_site_name")),
    )
    op.create_table(
        "named_ward",
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("became", sa.JSON(), nullable=False),
        sa.Column("note_vi", sa.Text(), nullable=True),
        sa.Column("note_en", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_named_ward")),
    )
