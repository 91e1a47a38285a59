"""The tables of people and events. A change here needs a migration beside it."""

from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
)

from sites.store.tables import METADATA


def _of_an_entry(*keys: tuple[str, type[Integer] | String]) -> tuple[Column[Any], ...]:
    """Make the key of a row that is one of several of its entry."""
    owner = ForeignKey("entry.slug", ondelete="CASCADE")
    return (
        Column("entry", String(80), owner, primary_key=True),
        *(
            Column(name, kind, primary_key=True, autoincrement=False)
            for name, kind in keys
        ),
    )


PLACE = ("place", Integer)

ENTRY = Table(
    "entry",
    METADATA,
    Column("slug", String(80), primary_key=True),
    Column("sort", String(10), nullable=False),
    Column("kind", String(20)),
    Column("name_vi", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    CheckConstraint("sort IN ('person', 'event')", name="known_sort"),
    CheckConstraint("(sort = 'event') = (kind IS NOT NULL)", name="kind_of_event"),
)
"""A person or an event: the two share their addresses."""

ENTRY_ALIAS = Table(
    "entry_alias", METADATA, *_of_an_entry(PLACE), Column("name", Text, nullable=False)
)

ENTRY_DATE = Table(
    "entry_date",
    METADATA,
    *_of_an_entry(("part", String(10)), PLACE),
    Column("told", String(40), nullable=False),
    Column("lunar", Boolean, nullable=False),
    Column("words_vi", Text),
    Column("words_en", Text),
)
"""A date as the content writes it; ``part`` is when, born or died."""

ENTRY_LINK = Table(
    "entry_link",
    METADATA,
    *_of_an_entry(PLACE),
    Column("sort", String(10), nullable=False),
    Column("target", String(80), nullable=False),
)
"""To a site or a person. No foreign key: a site is deleted and written anew when it is
published, and its links stay.
"""

ENTRY_CLAIM = Table(
    "entry_claim",
    METADATA,
    *_of_an_entry(("passage", String(20)), ("language", String(2)), PLACE),
    Column("text", Text, nullable=False),
)
"""The passage is ``lede``, ``story/0`` …, or ``link/0`` … by the place of a link."""

ENTRY_CITATION = Table(
    "entry_citation",
    METADATA,
    *_of_an_entry(("subject", String(40)), PLACE),
    Column("source", String(80), ForeignKey("source.key"), nullable=False),
)
"""The subject says what rests on the source: ``claim/lede/vi/0``, ``when/0``."""
