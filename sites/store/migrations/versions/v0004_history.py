"""People and events: their names, dates, links and sentences, and the sources."""

import sqlalchemy as sa
from alembic import op

revision = "0004_history"
down_revision = "0003_hours"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; what was published before tells of nobody."""
    op.create_table(
        "entry",
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("sort", sa.String(length=10), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=True),
        sa.Column("name_vi", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "sort IN ('person', 'event')", name=op.f("ck_entry_known_sort")
        ),
        sa.CheckConstraint(
            "(sort = 'event') = (kind IS NOT NULL)", name=op.f("ck_entry_kind_of_event")
        ),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_entry")),
    )
    op.create_table(
        "entry_alias",
        *_of_an_entry("entry_alias", "place"),
        sa.Column("name", sa.Text(), nullable=False),
    )
    op.create_table(
        "entry_date",
        *_of_an_entry("entry_date", "part", "place"),
        sa.Column("told", sa.String(length=40), nullable=False),
        sa.Column("lunar", sa.Boolean(), nullable=False),
        sa.Column("words_vi", sa.Text(), nullable=True),
        sa.Column("words_en", sa.Text(), nullable=True),
    )
    op.create_table(
        "entry_link",
        *_of_an_entry("entry_link", "place"),
        sa.Column("sort", sa.String(length=10), nullable=False),
        sa.Column("target", sa.String(length=80), nullable=False),
    )
    op.create_table(
        "entry_claim",
        *_of_an_entry("entry_claim", "passage", "language", "place"),
        sa.Column("text", sa.Text(), nullable=False),
    )
    op.create_table(
        "entry_citation",
        *_of_an_entry("entry_citation", "subject", "place"),
        sa.Column("source", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["source"], ["source.key"], name=op.f("fk_entry_citation_source_source")
        ),
    )


KEYS: dict[str, sa.Integer | sa.String] = {
    "place": sa.Integer(),
    "part": sa.String(length=10),
    "passage": sa.String(length=20),
    "language": sa.String(length=2),
    "subject": sa.String(length=40),
}


def _of_an_entry(table: str, *keys: str) -> tuple[sa.schema.SchemaItem, ...]:
    """Make the key of a row that is one of several of its entry."""
    return (
        sa.Column("entry", sa.String(length=80), nullable=False),
        *(
            sa.Column(key, KEYS[key], autoincrement=False, nullable=False)
            for key in keys
        ),
        sa.ForeignKeyConstraint(
            ["entry"],
            ["entry.slug"],
            name=op.f(f"fk_{table}_entry_entry"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("entry", *keys, name=op.f(f"pk_{table}")),
    )
