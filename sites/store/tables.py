"""The tables of the catalogue. A change here needs a migration beside it."""

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    Time,
)

REVISION = "0023_tours"
"""The migration that makes these tables; a new one goes here too."""

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""Every constraint has a name, so that SQLite and PostgreSQL migrate alike."""


def both_columns(name: str, *, known: bool = True) -> tuple[Column[str], Column[str]]:
    """Make the Vietnamese and the English column of a text."""
    return (
        Column(f"{name}_vi", Text, nullable=not known),
        Column(f"{name}_en", Text, nullable=not known),
    )


def _of_a_site() -> tuple[Column[str], Column[int]]:
    """Make the key of a row that is the n-th of its site."""
    owner = ForeignKey("site.slug", ondelete="CASCADE")
    return (
        Column("site", String(80), owner, primary_key=True),
        Column("place", Integer, primary_key=True, autoincrement=False),
    )


def _past_name() -> tuple[Column[Any], ...]:
    """Make the columns of an old name; years are whole, both included."""
    return (
        Column("name", Text, nullable=False),
        Column("since", Integer),
        Column("until", Integer),
        Column("period", String(80), ForeignKey("period.key")),
        *both_columns("part", known=False),
        Column("spelt", JSON, nullable=False, server_default="[]"),
    )


SOURCE = Table(
    "source",
    METADATA,
    Column("key", String(80), primary_key=True),
    Column("place", Integer, nullable=False),
    *both_columns("title"),
    *both_columns("publisher"),
    Column("date", String(20)),
    Column("language", String(2), nullable=False),
    Column("url", Text),
    *both_columns("note", known=False),
    Column("read", Boolean, nullable=False),
)

SITE = Table(
    "site",
    METADATA,
    Column("slug", String(80), primary_key=True),
    Column("kind", String(20), nullable=False),
    *both_columns("name"),
    *both_columns("street", known=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("radius_m", Float),
    *both_columns("basis", known=False),
    *both_columns("position_note", known=False),
    Column("visit_minutes", Integer, nullable=False),
    Column("interest", Integer, nullable=False),
    Column("hours_rule", Text),
    Column("hours_checked", Date),
    Column("former", JSON, nullable=False, server_default="[]"),
    Column("access", String(20), nullable=False, server_default="unknown"),
    *both_columns("access_note", known=False),
    CheckConstraint("(lat IS NULL) = (lon IS NULL)", name="whole_position"),
    CheckConstraint("interest BETWEEN 1 AND 5", name="interest_range"),
)

STANDPOINT = Table(
    "standpoint",
    METADATA,
    *_of_a_site(),
    Column("spot", String(20), nullable=False),
    *both_columns("name", known=False),
    Column("lat", Float, nullable=False),
    Column("lon", Float, nullable=False),
    Column("radius_m", Float, nullable=False),
    *both_columns("basis"),
)
"""Further positions of a site: its gate, its court, a viewpoint."""

ALIAS = Table("alias", METADATA, *_of_a_site(), Column("name", Text, nullable=False))

WARD = Table(
    "ward",
    METADATA,
    *_of_a_site(),
    Column("name", Text),
    Column("since", Date),
    Column("until", Date),
    *both_columns("note", known=False),
)

MOON = Table(
    "moon_days",
    METADATA,
    *_of_a_site(),
    Column("days", String(120), nullable=False),
    Column("months", String(40), nullable=False),
    Column("opens", Time),
    Column("closes", Time),
    CheckConstraint("(opens IS NULL) = (closes IS NULL)", name="whole_hours"),
)
"""Days and months are numbers with spaces between them; no months: every month."""

REPAIR = Table(
    "repair",
    METADATA,
    *_of_a_site(),
    Column("since", Date, nullable=False),
    Column("until", Date),
    *both_columns("reason"),
)

FESTIVAL = Table(
    "festival",
    METADATA,
    *_of_a_site(),
    Column("key", String(80), nullable=False, unique=True),
    *both_columns("name"),
    Column("calendar", String(10), nullable=False),
    Column("month", Integer, nullable=False),
    Column("day", Integer, nullable=False),
    Column("days", Integer, nullable=False),
    *both_columns("note", known=False),
)

CANCELLED = Table(
    "festival_cancelled",
    METADATA,
    *_of_a_site(),
    Column("festival", Integer, nullable=False),
    Column("year", Integer, nullable=False),
    *both_columns("reason"),
)
"""``festival`` is the place of the festival among those of its site."""

CLAIM = Table(
    "claim",
    METADATA,
    Column(
        "site",
        String(80),
        ForeignKey("site.slug", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("passage", Integer, primary_key=True, autoincrement=False),
    Column("language", String(2), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
)
"""Passage 0 is the lede."""

CITATION = Table(
    "citation",
    METADATA,
    Column(
        "site",
        String(80),
        ForeignKey("site.slug", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("subject", String(40), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("source", String(80), ForeignKey("source.key"), nullable=False, index=True),
)
"""The subject says what of the site rests on the source: see ``columns.subject``."""

PERIOD = Table(
    "period",
    METADATA,
    Column("key", String(80), primary_key=True),
    Column("place", Integer, nullable=False),
    *both_columns("name"),
    Column("since", Integer),
    Column("until", Integer),
)

STREET = Table(
    "street",
    METADATA,
    Column("slug", String(80), primary_key=True),
    Column("place", Integer, nullable=False),
    Column("name", Text),
)

STREET_NAME = Table(
    "street_name",
    METADATA,
    Column(
        "street",
        String(80),
        ForeignKey("street.slug", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("place", Integer, primary_key=True, autoincrement=False),
    *_past_name(),
)
"""What a street was once called."""

SITE_NAME = Table("site_name", METADATA, *_of_a_site(), *_past_name())
"""What a site was once called."""

NAMED_WARD = Table(
    "named_ward",
    METADATA,
    Column("slug", String(80), primary_key=True),
    Column("place", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("since", Date),
    Column("until", Date),
    Column("became", JSON, nullable=False),
    *both_columns("note", known=False),
)
"""A ward, from which day to which, and the keys of those that came after it."""

NAME_CITATION = Table(
    "name_citation",
    METADATA,
    Column("subject", String(100), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("source", String(80), ForeignKey("source.key"), nullable=False, index=True),
)
"""What of the old names rests on a source: ``period/phap``, ``street/le-loi/0``."""

EDITION = Table(
    "edition",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("number", Integer, nullable=False),
)
"""One row: how many times something was published."""
