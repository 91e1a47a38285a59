"""Keep class trips behind links, and what classes answer; erase it in time.

Who has the link of a trip may change it; a second link only shows it, and can be
withdrawn. Of both only digests are kept. A class is opened by a code; its pupils are
animals, and an answer is a whole number: no word that a pupil writes is ever kept.
"""

import secrets
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import date
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from sites.kept_trips import Answer, KeptClass, KeptTrip, Words
from sites.store.trip_tables import TRIP, TRIP_ANSWER, TRIP_CLASS

Begin = Callable[[], AbstractContextManager[Connection]]

TOKEN_BYTES = 24
"""A link with so much chance in it is guessed by nobody."""

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without those that are taken for others: children type them from a board."""

CODE_LETTERS = 6


class Trips:
    """The trips of a store."""

    def __init__(self, reading: Begin, writing: Begin) -> None:
        self._reading, self._writing = reading, writing

    def add(self, words: Words, today: date, owner: str | None = None) -> str:
        """Keep a new trip, in an account if there is one; return its secret."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        row = {"edit_digest": digest(token), "words": dict(words), "changed": today}
        row["owner"] = owner
        with self._writing() as connection:
            connection.execute(insert(TRIP).values(row))
        return token

    def by_link(self, token: str) -> KeptTrip | None:
        """Return the trip that a link may change; None where there is none."""
        return self._trip(TRIP.c.edit_digest == digest(token))

    def by_share(self, token: str) -> KeptTrip | None:
        """Return the trip that a link shows; None where there is none."""
        return self._trip(TRIP.c.share_digest == digest(token))

    def by_number(self, number: int) -> KeptTrip | None:
        """Return the trip that a class belongs to."""
        return self._trip(TRIP.c.id == number)

    def of(self, owner: str) -> list[KeptTrip]:
        """List the trips of an account, the last one changed first."""
        query = select(TRIP).where(TRIP.c.owner == owner)
        with self._reading() as connection:
            rows = connection.execute(query.order_by(TRIP.c.changed.desc(), TRIP.c.id))
            return list(map(_trip_of, rows))

    def own(self, number: int, owner: str) -> None:
        """Keep a trip in an account, if it is in no other."""
        free = (TRIP.c.id == number) & TRIP.c.owner.is_(None)
        with self._writing() as connection:
            connection.execute(update(TRIP).where(free).values(owner=owner))

    def change(self, number: int, words: Words, today: date) -> None:
        """Keep other words of a trip."""
        self._set(number, words=dict(words), changed=today)

    def share(self, number: int) -> str:
        """Make a link that shows a trip, and only that one; return its secret part."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        self._set(number, share_digest=digest(token))
        return token

    def withdraw(self, number: int) -> None:
        """Let the link that shows a trip lead nowhere."""
        self._set(number, share_digest=None)

    def erase(self, number: int) -> None:
        """Forget a trip, its classes and their answers."""
        with self._writing() as connection:
            connection.execute(delete(TRIP).where(TRIP.c.id == number))

    def open_class(self, number: int, sheet: tuple[int, str], erased_on: date) -> str:
        """Open a class; return its code.

        Args:
            number: of the trip.
            sheet: the seed and the level of the worksheet.
            erased_on: when its answers are erased.
        """
        seed, level = sheet
        code = "".join(secrets.choice(LETTERS) for _letter in range(CODE_LETTERS))
        row = {"code": code, "trip": number, "seed": seed, "level": level}
        with self._writing() as connection:
            connection.execute(
                insert(TRIP_CLASS).values(row | {"erased_on": erased_on, "animals": 0})
            )
        return code

    def classes(self, number: int) -> list[KeptClass]:
        """List the classes of a trip."""
        query = select(TRIP_CLASS).where(TRIP_CLASS.c.trip == number)
        with self._reading() as connection:
            return list(map(_class_of, connection.execute(query)))

    def class_of(self, code: str) -> KeptClass | None:
        """Return the class of a code; None where there is none."""
        query = select(TRIP_CLASS).where(TRIP_CLASS.c.code == code)
        with self._reading() as connection:
            row = connection.execute(query).one_or_none()
        return None if row is None else _class_of(row)

    def close_class(self, code: str) -> None:
        """Forget a class and its answers."""
        with self._writing() as connection:
            connection.execute(delete(TRIP_CLASS).where(TRIP_CLASS.c.code == code))

    def join(self, code: str) -> int:
        """Let one more pupil in; return the number of their animal, from 0."""
        mine = TRIP_CLASS.c.code == code
        more = TRIP_CLASS.c.animals + 1
        with self._writing() as connection:
            connection.execute(update(TRIP_CLASS).where(mine).values(animals=more))
            found = connection.execute(select(TRIP_CLASS.c.animals).where(mine))
            return int(found.scalar_one()) - 1

    def answer(self, code: str, animal: int, given: Mapping[int, int]) -> None:
        """Keep what an animal answers, by task; earlier answers to them go."""
        mine = (TRIP_ANSWER.c.code == code) & (TRIP_ANSWER.c.animal == animal)
        rows = [
            {"code": code, "animal": animal, "task": task, "answer": answer}
            for task, answer in given.items()
        ]
        with self._writing() as connection:
            connection.execute(
                delete(TRIP_ANSWER).where(mine, TRIP_ANSWER.c.task.in_(list(given)))
            )
            if rows:
                connection.execute(insert(TRIP_ANSWER), rows)

    def answers(self, code: str) -> list[Answer]:
        """List all answers of a class, animal after animal."""
        query = select(TRIP_ANSWER).where(TRIP_ANSWER.c.code == code)
        query = query.order_by(TRIP_ANSWER.c.animal, TRIP_ANSWER.c.task)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return [Answer(row.animal, row.task, row.answer) for row in rows]

    def erase_old(self, today: date) -> None:
        """Forget every class whose day has come, and all that it answered."""
        with self._reading() as connection:
            due = select(TRIP_CLASS.c.code).where(TRIP_CLASS.c.erased_on <= today)
            codes: Iterable[str] = connection.execute(due).scalars().all()
        for code in codes:
            self.close_class(code)

    def _trip(self, condition: Any) -> KeptTrip | None:  # noqa: ANN401 - SQL
        query = select(TRIP).where(condition)
        with self._reading() as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            return None
        return _trip_of(row)

    def _set(self, number: int, **values: object) -> None:
        with self._writing() as connection:
            connection.execute(update(TRIP).where(TRIP.c.id == number).values(**values))


def digest(token: str) -> str:
    """Return what is kept of the secret part of a link."""
    return sha256(token.encode()).hexdigest()


def _trip_of(row: Row[Any]) -> KeptTrip:
    shared = row.share_digest is not None
    return KeptTrip(row.id, row.words, shared=shared, owner=row.owner)


def _class_of(row: Row[Any]) -> KeptClass:
    return KeptClass(
        row.code, row.trip, row.seed, row.level, row.erased_on, row.animals
    )
