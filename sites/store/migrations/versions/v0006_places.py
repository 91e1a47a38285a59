"""Further positions of a site, and how far one comes."""

import sqlalchemy as sa
from alembic import op

revision = "0006_places"
down_revision = "0005_names"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; of what was published before, nobody knows how far one comes."""
    with op.batch_alter_table("site") as site:
        site.add_column(
            sa.Column(
                "access", sa.String(length=20), server_default="unknown", nullable=False
            )
        )
        site.add_column(sa.Column("access_note_vi", sa.Text(), nullable=True))
        site.add_column(sa.Column("access_note_en", sa.Text(), nullable=True))
    op.create_table(
        "standpoint",
        sa.Column("site", sa.String(length=80), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("spot", sa.String(length=20), nullable=False),
        sa.Column("name_vi", sa.Text(), nullable=True),
        sa.Column("name_en", sa.Text(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=False),
        sa.Column("lon", sa.Float(), nullable=False),
        sa.Column("radius_m", sa.Float(), nullable=False),
        sa.Column("basis_vi", sa.Text(), nullable=False),
        sa.Column("basis_en", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["site"],
            ["site.slug"],
            name=op.f("fk_standpoint_site_site"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("site", "place", name=op.f("pk_standpoint")),
    )
