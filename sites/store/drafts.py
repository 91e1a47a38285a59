"""Drafts in the database: whoever saves names the version that they changed.

One transaction an action: the draft, its revision and the record of who did it are
there together, or none of them is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from sites.model import Site
from sites.staff.account import Account
from sites.staff.draft import Change, Draft, Revision, moved, saved
from sites.staff.errors import NoDraft, Overtaken
from sites.staff.moves import Move, State
from sites.staff.paths import Document, flatten
from sites.store import draft_rows, publishing
from sites.store.audit import note
from sites.store.draft_tables import AUTOSAVE, DRAFT, HISTORY
from sites.store.store import Store


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts of an instance."""

    store: Store

    def get(self, slug: str, published: Document | None) -> Draft:
        """Return what is worked on at an address.

        Raises:
            NoDraft: nothing is, and nothing is published there.
        """
        with self.store.reading() as connection:
            return draft_rows.draft_at(connection, slug, published)

    def all(self) -> dict[str, Draft]:
        """Return everything that was ever worked on, by address."""
        with self.store.reading() as connection:
            found = connection.execute(select(DRAFT).order_by(DRAFT.c.at.desc()))
            return {row["site"]: draft_rows.draft_of(row) for row in found.mappings()}

    def save(self, draft: Draft, change: Change, by: Account, now: datetime) -> Draft:
        """Save a version; what it was before stays in the history.

        Args:
            draft: as ``get`` returned it: what is published, where nobody worked yet.
            change: the new version, and which one it was made from.
            by: whoever saves.
            now: when.

        Raises:
            Overtaken: somebody else saved in between; this version is kept beside.
            NoSuchMove: a draft that is there may not be changed by this account.
        """
        with self.store.writing() as connection:
            here = draft_rows.draft_at(connection, draft.site, draft.document)
            clash = here.version != change.version
            if clash:
                after = here
                change = replace(change, version=here.version, sort="conflict")
            else:
                draft_rows.keep_first(connection, here, now)
                after = saved(here, change, by, now)
                draft_rows.put(connection, after)
            kept = draft_rows.keep(connection, after, change, by.login, now)
            draft_rows.forget(connection, draft.site, by.login)
            note(connection, by.login, f"{change.sort} kept", draft.site, number=kept)
        if clash:
            raise Overtaken(here.by, here.at or now, here.version, kept)
        return after

    def save_all(
        self, several: Iterable[tuple[Draft, Change]], by: Account, now: datetime
    ) -> int:
        """Save many drafts: all of them, or none; return how many.

        Raises:
            Overtaken, NoSuchMove: as in ``save``; then nothing is saved.
        """
        count = 0
        with self.store.writing() as connection:
            for draft, change in several:
                here = self._unchanged(connection, draft, now)
                draft_rows.keep_first(connection, here, now)
                after = saved(here, change, by, now)
                draft_rows.put(connection, after)
                kept = draft_rows.keep(connection, after, change, by.login, now)
                note(
                    connection, by.login, f"{change.sort} kept", draft.site, number=kept
                )
                count += 1
        return count

    def move(self, draft: Draft, move: Move, by: Account, now: datetime) -> Draft:
        """Move a draft on: submit it, return it, accept it.

        Raises:
            Overtaken: somebody else saved in between.
            NoSuchMove, OwnWork: see ``sites.staff.moves``.
        """
        with self.store.writing() as connection:
            here = self._unchanged(connection, draft, now)
            after = moved(here, move, by, now)
            draft_rows.put(connection, after)
            note(connection, by.login, move.value, draft.site, version=after.version)
            return after

    def accept(
        self, draft: Draft, pieces: Document, by: Account, now: datetime
    ) -> Draft:
        """Accept a draft, or some of it: what is left out stays in the history.

        Args:
            draft: all of it.
            pieces: what is accepted of it.
            by: whoever accepts.
            now: when.

        Raises:
            Overtaken, NoSuchMove, OwnWork: as in ``move``.
        """
        with self.store.writing() as connection:
            here = self._unchanged(connection, draft, now)
            after = replace(moved(here, Move.ACCEPT, by, now), document=pieces)
            draft_rows.put(connection, after)
            change = Change(version=after.version, document=pieces, sort="accepted")
            kept = draft_rows.keep(connection, after, change, by.login, now)
            note(connection, by.login, "accept", draft.site, number=kept)
            return after

    def publish(
        self, draft: Draft, site: Site, whole: Document, by: Account, now: datetime
    ) -> Draft:
        """Publish a draft that was accepted.

        Args:
            draft: the draft.
            site: what is published of it.
            whole: what is published of it, as a document; less than the draft where
                one language is published alone: the rest of it stays accepted.
            by: whoever publishes.
            now: when.

        Raises:
            Overtaken: somebody else saved in between.
            NoSuchMove: the draft was not accepted, or not for this account to publish.
        """
        with self.store.writing() as connection:
            here = self._unchanged(connection, draft, now)
            after = moved(here, Move.PUBLISH, by, now)
            if flatten(whole) != flatten(draft.document):
                after = replace(after, state=State.ACCEPTED, authors=here.authors)
            publishing.publish(connection, site)
            draft_rows.put(connection, after)
            change = Change(version=after.version, document=whole, sort="published")
            kept = draft_rows.keep(connection, after, change, by.login, now)
            note(connection, by.login, "publish", draft.site, number=kept)
            return after

    def discard(
        self, draft: Draft, published: Document, by: Account, now: datetime
    ) -> Draft:
        """Give a draft up for what is published; it stays in the history."""
        with self.store.writing() as connection:
            here = self._unchanged(connection, draft, now)
            after = moved(here, Move.DISCARD, by, now)
            after = replace(after, document=published)
            draft_rows.put(connection, after)
            note(connection, by.login, "discard", draft.site, version=after.version)
            return after

    def history(self, slug: str) -> list[Revision]:
        """List every version of a site, the newest first."""
        with self.store.reading() as connection:
            names = draft_rows.addresses(connection, slug)
            query = select(HISTORY).where(HISTORY.c.site.in_(names))
            found = connection.execute(query.order_by(HISTORY.c.number.desc()))
            return [Revision(**row) for row in found.mappings()]

    def published(self) -> dict[str, list[Document]]:
        """Return what visitors ever read of each site, the oldest first."""
        query = select(HISTORY.c.site, HISTORY.c.document).where(
            HISTORY.c.sort == "published"
        )
        found: dict[str, list[Document]] = {}
        with self.store.reading() as connection:
            for row in connection.execute(query.order_by(HISTORY.c.number)):
                found.setdefault(row.site, []).append(row.document)
        return found

    def at_version(self, slug: str, version: int) -> Document | None:
        """Return what a draft was at a version; None where that is not known."""
        found = [
            one
            for one in self.history(slug)
            if one.version <= version and one.sort != "conflict"
        ]
        return found[0].document if found else None

    def revision(self, slug: str, number: int) -> Revision:
        """Return one version of a site.

        Raises:
            NoDraft: there is no such one.
        """
        with self.store.reading() as connection:
            names = draft_rows.addresses(connection, slug)
            query = select(HISTORY).where(
                HISTORY.c.site.in_(names), HISTORY.c.number == number
            )
            row = connection.execute(query).mappings().first()
        if row is None:
            raise NoDraft
        return Revision(**row)

    def autosave(self, slug: str, change: Change, login: str, now: datetime) -> None:
        """Keep what somebody is typing; it is in no history."""
        row = {"version": change.version, "document": change.document, "at": now}
        with self.store.writing() as connection:
            draft_rows.forget(connection, slug, login)
            connection.execute(insert(AUTOSAVE), {"site": slug, "login": login, **row})

    def autosaved(self, slug: str, login: str) -> Mapping[str, Any] | None:
        """Return what somebody typed and did not save; None for nothing."""
        query = select(AUTOSAVE).where(
            AUTOSAVE.c.site == slug, AUTOSAVE.c.login == login
        )
        with self.store.reading() as connection:
            row = connection.execute(query).mappings().first()
            return dict(row) if row else None

    def forget(self, slug: str, login: str) -> None:
        """Give up what somebody typed and did not save."""
        with self.store.writing() as connection:
            draft_rows.forget(connection, slug, login)

    def _unchanged(self, connection: Connection, draft: Draft, now: datetime) -> Draft:
        here = draft_rows.draft_at(connection, draft.site, draft.document)
        if here.version != draft.version:
            raise Overtaken(here.by, here.at or now, here.version)
        return here
