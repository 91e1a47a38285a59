"""The tables of drafts and what is said of them. A change here needs a migration."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from sites.store.moments import Moment
from sites.store.tables import METADATA

DRAFT = Table(
    "draft",
    METADATA,
    Column("site", String(80), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("document", JSON, nullable=False),
    Column("by", String(80), nullable=False),
    Column("at", Moment, nullable=False),
    Column("authors", JSON, nullable=False),
)
"""What is worked on, one row a site; it stays when it is published. ``site`` is no
foreign key: a new site is not published yet. ``authors`` wrote what is not yet
published."""

HISTORY = Table(
    "revision",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("site", String(80), nullable=False),
    Column("number", Integer, nullable=False),
    Column("sort", String(20), nullable=False),
    Column("version", Integer, nullable=False),
    Column("document", JSON, nullable=False),
    Column("by", String(80), nullable=False),
    Column("at", Moment, nullable=False),
    Column("name", Text),
    UniqueConstraint("site", "number"),
)
"""Every version that was saved or published; rows are added and never changed."""

AUTOSAVE = Table(
    "autosave",
    METADATA,
    Column("site", String(80), primary_key=True),
    Column("login", String(80), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("document", JSON, nullable=False),
    Column("at", Moment, nullable=False),
)
"""What somebody is typing and has not saved: one row for each, written over."""

COMMENT = Table(
    "comment",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("site", String(80), nullable=False, index=True),
    Column("path", String(200), nullable=False),
    Column("text", Text, nullable=False),
    Column("by", String(80), nullable=False),
    Column("at", Moment, nullable=False),
    Column("done", Boolean, nullable=False),
)
"""What is said of a line of a draft; ``path`` is empty where it is about all of it."""

REPORT = Table(
    "report",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("site", String(80), nullable=False, index=True),
    Column("path", String(200), nullable=False),
    Column("text", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("status", String(20), nullable=False),
    Column("answer", Text, nullable=False),
    Column("answered_by", String(80)),
    Column("answered", Moment),
    Column("key", String(64), nullable=False, unique=True),
)
"""What visitors say is wrong; ``key`` is how they find the answer again."""

REDIRECT = Table(
    "redirect",
    METADATA,
    Column("old", String(80), primary_key=True),
    Column("new", String(80), nullable=False, index=True),
    Column("at", Moment, nullable=False),
)
"""Where a site went that has another address now: old addresses are printed."""

BIN = Table(
    "bin",
    METADATA,
    Column("site", String(80), primary_key=True),
    Column("document", JSON, nullable=False),
    Column("by", String(80), nullable=False),
    Column("at", Moment, nullable=False),
)
"""Sites that were taken away, and can be brought back."""

PHOTO = Table(
    "photo",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("site", String(80), nullable=False, index=True),
    Column("digest", String(64), nullable=False, index=True),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("creator", Text, nullable=False),
    Column("licence", String(40), nullable=False),
    Column("caption_vi", Text, nullable=False),
    Column("caption_en", Text, nullable=False),
    Column("alt_vi", Text, nullable=False),
    Column("alt_en", Text, nullable=False),
    Column("small", LargeBinary, nullable=False),
    Column("medium", LargeBinary, nullable=False),
    Column("large", LargeBinary, nullable=False),
    Column("by", String(80), nullable=False),
    Column("at", Moment, nullable=False),
)
"""Photographs of sites, written anew in three sizes."""
