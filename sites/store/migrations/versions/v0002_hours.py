"""Hours on days of the moon, repairs, and festivals with the years they fail."""

import sqlalchemy as sa
from alembic import op

revision = "0002_hours"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; sites that were published before have none of these."""
    op.create_table(
        "moon_days",
        *_of_a_site("moon_days"),
        sa.Column("days", sa.String(length=120), nullable=False),
        sa.Column("months", sa.String(length=40), nullable=False),
        sa.Column("opens", sa.Time(), nullable=True),
        sa.Column("closes", sa.Time(), nullable=True),
        sa.CheckConstraint(
            "(opens IS NULL) = (closes IS NULL)",
            name=op.f("ck_moon_days_whole_hours"),
        ),
    )
    op.create_table(
        "repair",
        *_of_a_site("repair"),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("reason_vi", sa.Text(), nullable=False),
        sa.Column("reason_en", sa.Text(), nullable=False),
    )
    op.create_table(
        "festival",
        *_of_a_site("festival"),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("name_vi", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("calendar", sa.String(length=10), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("note_vi", sa.Text(), nullable=True),
        sa.Column("note_en", sa.Text(), nullable=True),
        sa.UniqueConstraint("key", name=op.f("uq_festival_key")),
    )
    op.create_table(
        "festival_cancelled",
        *_of_a_site("festival_cancelled"),
        sa.Column("festival", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("reason_vi", sa.Text(), nullable=False),
        sa.Column("reason_en", sa.Text(), nullable=False),
    )


def _of_a_site(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    """Make the key of a row that is the n-th of its site."""
    return (
        sa.Column("site", sa.String(length=80), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["site"],
            ["site.slug"],
            name=op.f(f"fk_{table}_site_site"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("site", "place", name=op.f(f"pk_{table}")),
    )
