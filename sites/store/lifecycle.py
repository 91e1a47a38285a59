"""A site comes, is renamed, goes into the bin, comes back: each in one transaction."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, Table, delete, insert, select, update

from sites.intake import SLUG
from sites.model import Site
from sites.staff.account import Account
from sites.staff.draft import Change, Draft, saved
from sites.staff.errors import AddressTaken, BadAddress, InUse, NoDraft
from sites.staff.moves import State
from sites.staff.paths import Document
from sites.store import draft_rows, publishing
from sites.store.audit import note
from sites.store.draft_tables import (
    AUTOSAVE,
    BIN,
    COMMENT,
    DRAFT,
    PHOTO,
    REDIRECT,
    REPORT,
)
from sites.store.history_rows import SITE as TO_A_SITE
from sites.store.history_tables import ENTRY_LINK
from sites.store.picture_tables import PICTURE
from sites.store.store import Store
from sites.store.tables import SITE

FOLLOW = (DRAFT, AUTOSAVE, COMMENT, REPORT, PICTURE, PHOTO)
"""What goes along to another address. The history is only added to: it stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Binned:
    """A site that was taken away."""

    site: str
    document: Document
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """The comings and goings of the sites of an instance."""

    store: Store

    def begin(self, slug: str, document: Document, by: Account, now: datetime) -> Draft:
        """Begin the draft of a site that is not there yet.

        Raises:
            BadAddress: it is no address.
            AddressTaken: something is there, or was.
        """
        fresh = Draft(site=slug, version=0, state=State.PUBLISHED, document={})
        change = Change(version=0, document=document)
        with self.store.writing() as connection:
            _see_that_free(connection, slug)
            draft = saved(fresh, change, by, now)
            draft_rows.put(connection, draft)
            kept = draft_rows.keep(connection, draft, change, by.login, now)
            note(connection, by.login, "site begun", slug, number=kept)
            return draft

    def rename(self, site: Site, slug: str, by: Account, now: datetime) -> int:
        """Give a published site another address; the old one leads there from now on.

        Raises:
            BadAddress, AddressTaken: as in ``begin``.
        """
        old = site.slug
        with self.store.writing() as connection:
            _see_that_free(connection, slug)
            for table in FOLLOW:
                moved = update(table).where(table.c.site == old)
                connection.execute(moved.values(site=slug))
            _lead(connection, old, slug, now)
            linked = update(ENTRY_LINK).where(
                ENTRY_LINK.c.sort == TO_A_SITE, ENTRY_LINK.c.target == old
            )
            connection.execute(linked.values(target=slug))
            publishing.withdraw(connection, old)
            # Plates on walls bear the short address of the old one.
            publishing.move(connection, old, slug)
            note(connection, by.login, "site renamed", slug, old=old)
            former = tuple(dict.fromkeys((*site.former, old)))
            return publishing.publish(
                connection, replace(site, slug=slug, former=former)
            )

    def uses(self, slug: str) -> tuple[str, ...]:
        """List where a site is used: people and events that lead here, and pictures."""
        with self.store.reading() as connection:
            return _uses(connection, slug)

    def take_away(
        self, slug: str, document: Document, by: Account, now: datetime
    ) -> None:
        """Put a published site into the bin.

        Raises:
            InUse: people, events or pictures lead to it.
        """
        row = {"site": slug, "document": document, "by": by.login, "at": now}
        with self.store.writing() as connection:
            used = _uses(connection, slug)
            if used:
                raise InUse(used)
            connection.execute(delete(BIN).where(BIN.c.site == slug))
            connection.execute(insert(BIN), row)
            connection.execute(delete(DRAFT).where(DRAFT.c.site == slug))
            publishing.withdraw(connection, slug)
            note(connection, by.login, "site taken away", slug)

    def bin(self) -> list[Binned]:
        """List what was taken away, the newest first."""
        with self.store.reading() as connection:
            found = connection.execute(select(BIN).order_by(BIN.c.at.desc()))
            return [Binned(**row) for row in found.mappings()]

    def bring_back(self, site: Site, by: Account) -> int:
        """Publish a site from the bin again.

        Raises:
            NoDraft: it is not in the bin.
        """
        with self.store.writing() as connection:
            gone = delete(BIN).where(BIN.c.site == site.slug)
            if connection.execute(gone).rowcount != 1:
                raise NoDraft
            note(connection, by.login, "site brought back", site.slug)
            return publishing.publish(connection, site)

    def moved_to(self, slug: str) -> str | None:
        """Return where a site went that had this address; None where none had."""
        query = select(REDIRECT.c.new).where(REDIRECT.c.old == slug)
        with self.store.reading() as connection:
            return connection.execute(query).scalar_one_or_none()


def _see_that_free(connection: Connection, slug: str) -> None:
    if not SLUG.fullmatch(slug) or len(slug) > 60:
        raise BadAddress(slug)
    places: tuple[tuple[Table, str], ...] = (
        (SITE, "slug"), (DRAFT, "site"), (BIN, "site"), (REDIRECT, "old"),
    )  # fmt: skip
    for table, column in places:
        found = connection.execute(select(table).where(table.c[column] == slug))
        if found.first():
            raise AddressTaken(slug)


def _lead(connection: Connection, old: str, new: str, now: datetime) -> None:
    """Let an old address lead to a new one, and all that led to the old one too."""
    onward = update(REDIRECT).where(REDIRECT.c.new == old)
    connection.execute(onward.values(new=new))
    connection.execute(insert(REDIRECT), {"old": old, "new": new, "at": now})


def _uses(connection: Connection, slug: str) -> tuple[str, ...]:
    links = select(ENTRY_LINK.c.entry).where(
        ENTRY_LINK.c.sort == TO_A_SITE, ENTRY_LINK.c.target == slug
    )
    pictures = select(PICTURE.c.key).where(PICTURE.c.site == slug)
    found = [key for query in (links, pictures) for key in connection.scalars(query)]
    return tuple(dict.fromkeys(found))
