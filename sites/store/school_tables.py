"""The table of schools whose teachers may make accounts for themselves."""

from sqlalchemy import Boolean, Column, String, Table, Text

from sites.store.moments import Moment
from sites.store.tables import METADATA

SCHOOL = Table(
    "school",
    METADATA,
    Column("code", String(12), primary_key=True),
    Column("called", Text, nullable=False),
    Column("open", Boolean, nullable=False),
    Column("created", Moment, nullable=False),
)
"""``open`` is False once nobody may come in by the code any more."""
