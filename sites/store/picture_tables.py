"""The tables of old maps and photographs, and of their files."""

from sqlalchemy import (
    JSON,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from sites.store.tables import METADATA, both_columns

PICTURE = Table(
    "picture",
    METADATA,
    Column("key", String(80), primary_key=True),
    Column("place", Integer, nullable=False),
    Column("shows", String(20), nullable=False),
    *both_columns("title"),
    Column("year", Integer),
    Column("site", String(80)),
    *both_columns("note", known=False),
    Column("pins", JSON, nullable=False),
)
"""``pins`` are lists of x, y, latitude and longitude."""

IMAGE = Table(
    "picture_image",
    METADATA,
    Column(
        "picture",
        String(80),
        ForeignKey("picture.key", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("digest", String(64), nullable=False, index=True),
    Column("media_type", String(40), nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("credit", Text, nullable=False),
    Column("licence", String(40), nullable=False),
    *both_columns("alt"),
    Column("data", LargeBinary, nullable=False),
)
"""Place 0 is the old picture, 1 the one of today."""
