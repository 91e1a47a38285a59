"""The tables of class trips. Of a pupil they hold an animal and figures, no more."""

from sqlalchemy import JSON, Column, Date, ForeignKey, Integer, String, Table

from sites.store.tables import METADATA

DIGEST = 64
"""Letters of a SHA-256: of links only digests are kept."""

TRIP = Table(
    "trip",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("edit_digest", String(DIGEST), nullable=False, unique=True),
    Column("share_digest", String(DIGEST), unique=True),
    # The login of the teacher in whose account it is found, besides by its link.
    Column("owner", String(80)),
    Column("words", JSON, nullable=False),
    Column("changed", Date, nullable=False),
)

TRIP_CLASS = Table(
    "trip_class",
    METADATA,
    Column("code", String(12), primary_key=True),
    Column("trip", Integer, ForeignKey("trip.id", ondelete="CASCADE"), nullable=False),
    Column("seed", Integer, nullable=False),
    Column("level", String(20), nullable=False),
    Column("erased_on", Date, nullable=False),
    Column("animals", Integer, nullable=False),
)

TRIP_ANSWER = Table(
    "trip_answer",
    METADATA,
    Column(
        "code",
        String(12),
        ForeignKey("trip_class.code", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("animal", Integer, primary_key=True, autoincrement=False),
    Column("task", Integer, primary_key=True, autoincrement=False),
    Column("answer", Integer, nullable=False),
)
