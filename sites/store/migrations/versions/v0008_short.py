"""Short addresses for ever, and where sites that moved are found."""

import sqlalchemy as sa
from alembic import op

from sites.short import new_code

revision = "0008_short"
down_revision = "0007_pictures"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them, with a code for each site that is published already."""
    short = op.create_table(
        "short_address",
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("site", sa.String(length=80), nullable=False),
        sa.Column("name_vi", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.CheckConstraint(
            "(lat IS NULL) = (lon IS NULL)",
            name=op.f("ck_short_address_whole_position"),
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_short_address")),
        sa.UniqueConstraint("site", name=op.f("uq_short_address_site")),
    )
    op.create_table(
        "moved_site",
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("now", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_moved_site")),
    )
    op.add_column(
        "site", sa.Column("former", sa.JSON(), server_default="[]", nullable=False)
    )
    published = sa.text("SELECT slug, name_vi, name_en, lat, lon FROM site")
    taken: set[str] = set()
    for site in op.get_bind().execute(published).mappings().all():
        code = new_code(site["slug"], taken)
        taken.add(code)
        row = {key: site[key] for key in ("name_vi", "name_en", "lat", "lon")}
        op.bulk_insert(short, [{"code": code, "site": site["slug"], **row}])
