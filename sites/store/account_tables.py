"""The tables of accounts. A change here needs a migration beside it."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from sites.store.moments import Moment
from sites.store.tables import METADATA

ACCOUNT = Table(
    "account",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("login", String(80), nullable=False),
    Column("called", Text, nullable=False),
    Column("role", String(20), nullable=False),
    Column("active", Boolean, nullable=False),
    Column("password", Text),
    Column("code_secret", String(64)),
    Column("code_step", Integer),
    Column("codes_wanted", Boolean, nullable=False),
    Column("created", Moment, nullable=False),
    UniqueConstraint("login"),
)
"""``password`` is a hash, None until one was chosen; ``code_step`` is the last moment
of a one-time code that was used up."""


def _owner() -> Column[int]:
    return Column(
        "account",
        Integer,
        ForeignKey("account.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    )


SESSION = Table(
    "session",
    METADATA,
    Column("token", String(64), primary_key=True),
    _owner(),
    Column("began", Moment, nullable=False),
    Column("seen", Moment, nullable=False),
)
"""Who is signed in; of the token only its hash is kept."""

RESET = Table(
    "reset",
    METADATA,
    Column("token", String(64), primary_key=True),
    _owner(),
    Column("ends", Moment, nullable=False),
)
"""Links that set a password once: using one deletes it."""

DEVICE = Table(
    "device",
    METADATA,
    Column("token", String(64), primary_key=True),
    _owner(),
    Column("since", Moment, nullable=False),
)
"""Browsers from which somebody signed in before: whoever else guesses at the account
does not use up their tries."""

ATTEMPT = Table(
    "attempt",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("key", String(100), nullable=False),
    Column("at", Moment, nullable=False),
    Index("ix_attempt_key_at", "key", "at"),
)
"""Sign-ins that failed, of the last minutes."""

AUDIT = Table(
    "audit",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("who", String(80)),
    Column("did", String(40), nullable=False),
    Column("about", String(80)),
    Column("more", JSON, nullable=False),
    Index("ix_audit_about", "about"),
)
"""Who did what; rows are added and never changed: triggers see to it. ``who`` is a
login and no foreign key: what somebody did stays when they have gone."""

SECRET = Table(
    "secret",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("value", String(64), nullable=False),
    CheckConstraint("id = 1", name="only_one"),
)
"""One row: what forms of this instance are signed with."""
