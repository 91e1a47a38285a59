"""The table of the walks that the staff offer."""

from sqlalchemy import JSON, Column, Integer, String, Table

from sites.store.tables import METADATA, both_columns

TOUR = Table(
    "offered_tour",
    METADATA,
    Column("slug", String(80), primary_key=True),
    Column("place", Integer, nullable=False),
    *both_columns("name"),
    *both_columns("note"),
    Column("words", JSON, nullable=False),
)
"""``words`` are pairs of a word and the list of its values."""
