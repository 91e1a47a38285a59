"""Codes of schools: who knows one makes an account for a teacher."""

import secrets
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import insert, select, update

from sites.store.audit import note
from sites.store.school_tables import SCHOOL
from sites.store.store import Store
from sites.store.trips import LETTERS

LENGTH = 8
"""Letters of a code: 30 to the power of eight, and guesses are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """A school, the code that its teachers share, and whether it still works."""

    code: str
    called: str
    open: bool
    created: datetime


@dataclass(frozen=True, slots=True)
class Schools:
    """The schools of an instance. ``by`` is the login of whoever changes something."""

    store: Store

    def add(self, called: str, *, now: datetime, by: str) -> School:
        """Open an instance to the teachers of a school."""
        code = "".join(secrets.choice(LETTERS) for _letter in range(LENGTH))
        made = School(code=code, called=called, open=True, created=now)
        with self.store.writing() as connection:
            connection.execute(insert(SCHOOL), asdict(made))
            note(connection, by, "school code", called[:80])
        return made

    def all(self) -> list[School]:
        """List every school, the newest first."""
        query = select(SCHOOL).order_by(SCHOOL.c.created.desc(), SCHOOL.c.code)
        with self.store.reading() as connection:
            return [School(**row) for row in connection.execute(query).mappings()]

    def of(self, code: str) -> School | None:
        """Return the school of a code that works; None where there is none."""
        known = SCHOOL.c.code == code.strip().upper()
        query = select(SCHOOL).where(known, SCHOOL.c.open)
        with self.store.reading() as connection:
            row = connection.execute(query).mappings().first()
        return School(**row) if row else None

    def close(self, code: str, *, by: str) -> None:
        """Let nobody in by a code any more; who is in stays in."""
        with self.store.writing() as connection:
            shut = update(SCHOOL).where(SCHOOL.c.code == code)
            connection.execute(shut.values(open=False))
            note(connection, by, "school code shut", code)
