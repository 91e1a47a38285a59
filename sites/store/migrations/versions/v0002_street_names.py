"""What streets were once called, and which sources say so."""

import sqlalchemy as sa
from alembic import op

revision = "0002_street_names"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of street names; the next ``guide load`` fills them."""
    op.create_table(
        "period",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name_vi", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=True),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_period")),
    )
    op.create_table(
        "street",
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_street")),
    )
    op.create_table(
        "street_name",
        sa.Column("street", sa.String(length=80), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=True),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.Column("period", sa.String(length=80), nullable=True),
        sa.Column("part_vi", sa.Text(), nullable=True),
        sa.Column("part_en", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["street"],
            ["street.slug"],
            name=op.f("fk_street_name_street_street"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["period"], ["period.key"], name=op.f("fk_street_name_period_period")
        ),
        sa.PrimaryKeyConstraint("street", "place", name=op.f("pk_street_name")),
    )
    op.create_table(
        "name_citation",
        sa.Column("subject", sa.String(length=100), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["source"], ["source.key"], name=op.f("fk_name_citation_source_source")
        ),
        sa.PrimaryKeyConstraint("subject", "place", name=op.f("pk_name_citation")),
    )
    op.create_index(
        op.f("ix_name_citation_source"), "name_citation", ["source"], unique=False
    )
