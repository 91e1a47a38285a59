"""What visitors say is wrong, or should be said otherwise, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from secrets import token_urlsafe

from sqlalchemy import insert, select, update

from sites.staff.errors import NoDraft
from sites.staff.telling import Status
from sites.store.audit import note
from sites.store.draft_tables import REPORT
from sites.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a visitor told, and the answer; whoever has the key may read both."""

    id: int
    site: str
    path: str
    text: str
    source: str
    at: datetime
    status: Status
    answer: str
    answered_by: str | None
    answered: datetime | None
    key: str


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports of an instance."""

    store: Store

    def tell(self, slug: str, path: str, text: str, source: str, now: datetime) -> str:
        """Keep what a visitor told; return the key to its answer."""
        key = token_urlsafe(16)
        row = {"site": slug, "path": path, "text": text, "source": source, "at": now}
        with self.store.writing() as connection:
            connection.execute(
                insert(REPORT),
                {**row, "status": Status.NEW.value, "answer": "", "key": key},
            )
            note(connection, None, "report", slug)
        return key

    def by_key(self, key: str) -> Report:
        """Return the report that a visitor told.

        Raises:
            NoDraft: there is none.
        """
        with self.store.reading() as connection:
            found = connection.execute(select(REPORT).where(REPORT.c.key == key))
            row = found.mappings().first()
        if row is None:
            raise NoDraft
        return Report(**{**row, "status": Status(row["status"])})

    def all(self, *, answered: bool = False) -> list[Report]:
        """List those that wait for an answer, the oldest first; or all others."""
        waiting = REPORT.c.status.in_([one.value for one in Status if one.waits])
        query = select(REPORT).where(~waiting if answered else waiting)
        order = REPORT.c.id.desc() if answered else REPORT.c.id
        with self.store.reading() as connection:
            found = connection.execute(query.order_by(order).limit(200))
            return [
                Report(**{**row, "status": Status(row["status"])})
                for row in found.mappings()
            ]

    def answer(
        self, number: int, status: Status, words: str, by: str, now: datetime
    ) -> None:
        """Say what became of a report.

        Raises:
            NoDraft: there is no such one.
        """
        values = {
            "status": status.value,
            "answer": words,
            "answered_by": by,
            "answered": now,
        }
        with self.store.writing() as connection:
            said = update(REPORT).where(REPORT.c.id == number).values(**values)
            if connection.execute(said).rowcount != 1:
                raise NoDraft
            note(connection, by, "report answered", None, number=number)
