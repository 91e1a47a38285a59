"""The tables of short addresses. A change here needs a migration beside it."""

from sqlalchemy import CheckConstraint, Column, Float, String, Table, Text

from sites.store.tables import METADATA

SHORT_ADDRESS = Table(
    "short_address",
    METADATA,
    Column("code", String(16), primary_key=True),
    Column("site", String(80), nullable=False, unique=True),
    Column("name_vi", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    CheckConstraint("(lat IS NULL) = (lon IS NULL)", name="whole_position"),
)
"""No row is ever deleted. No foreign key: a code outlives its site."""

MOVED = Table(
    "moved_site",
    METADATA,
    Column("slug", String(80), primary_key=True),
    Column("now", String(80), nullable=False),
)
"""From the address that a site had to the one under which it is found."""
