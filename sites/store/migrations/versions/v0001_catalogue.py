"""The catalogue: sources, sites, and what of a site rests on which source."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the first tables, and say that nothing has been published."""
    op.create_table(
        "edition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition")),
    )
    op.create_table(
        "site",
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name_vi", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("street_vi", sa.Text(), nullable=True),
        sa.Column("street_en", sa.Text(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("radius_m", sa.Float(), nullable=True),
        sa.Column("basis_vi", sa.Text(), nullable=True),
        sa.Column("basis_en", sa.Text(), nullable=True),
        sa.Column("position_note_vi", sa.Text(), nullable=True),
        sa.Column("position_note_en", sa.Text(), nullable=True),
        sa.Column("visit_minutes", sa.Integer(), nullable=False),
        sa.Column("interest", sa.Integer(), nullable=False),
        sa.Column("hours_rule", sa.Text(), nullable=True),
        sa.Column("hours_checked", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "(lat IS NULL) = (lon IS NULL)", name=op.f("ck_site_whole_position")
        ),
        sa.CheckConstraint(
            "interest BETWEEN 1 AND 5", name=op.f("ck_site_interest_range")
        ),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_site")),
    )
    op.create_table(
        "source",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("title_vi", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column("publisher_vi", sa.Text(), nullable=False),
        sa.Column("publisher_en", sa.Text(), nullable=False),
        sa.Column("date", sa.String(length=20), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("note_vi", sa.Text(), nullable=True),
        sa.Column("note_en", sa.Text(), nullable=True),
        sa.Column("read", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_source")),
    )
    op.create_table(
        "alias",
        sa.Column("site", sa.String(length=80), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["site"], ["site.slug"], name=op.f("fk_alias_site_site"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("site", "place", name=op.f("pk_alias")),
    )
    op.create_table(
        "citation",
        sa.Column("site", sa.String(length=80), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["site"],
            ["site.slug"],
            name=op.f("fk_citation_site_site"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["source"], ["source.key"], name=op.f("fk_citation_source_source")
        ),
        sa.PrimaryKeyConstraint("site", "subject", "place", name=op.f("pk_citation")),
    )
    op.create_index(op.f("ix_citation_source"), "citation", ["source"], unique=False)
    op.create_table(
        "claim",
        sa.Column("site", sa.String(length=80), nullable=False),
        sa.Column("passage", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["site"], ["site.slug"], name=op.f("fk_claim_site_site"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(
            "site", "passage", "language", "place", name=op.f("pk_claim")
        ),
    )
    op.create_table(
        "ward",
        sa.Column("site", sa.String(length=80), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("note_vi", sa.Text(), nullable=True),
        sa.Column("note_en", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["site"], ["site.slug"], name=op.f("fk_ward_site_site"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("site", "place", name=op.f("pk_ward")),
    )
    edition = sa.table("edition", sa.column("id"), sa.column("number"))
    op.bulk_insert(edition, [{"id": 1, "number": 0}])
