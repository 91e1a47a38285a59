"""Who is signed in, links that work once, known browsers, tries that failed.

Of every token only its hash is kept: whoever reads the database can use none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import Table, delete, func, insert, select, update

from sites.staff.account import Account
from sites.store.account_tables import ACCOUNT, ATTEMPT, DEVICE, RESET, SESSION
from sites.store.accounts import account_of, sign_out_everywhere
from sites.store.audit import note
from sites.store.store import Store

IDLE = timedelta(hours=8)
"""Whoever does nothing for so long is signed out."""

LONGEST = timedelta(days=7)
"""After so long everybody signs in again."""

LINK = timedelta(hours=24)
"""So long a link to set a password works."""

KEPT = timedelta(hours=1)
"""So long it is known that somebody tried: no while is longer."""

SEEN_EVERY = timedelta(minutes=1)
"""That somebody is still there is written down no more often than this."""


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions of an instance, on the server: they end when we say so."""

    store: Store

    def begin(self, account: Account, now: datetime) -> str:
        """Sign somebody in; return the token that their browser keeps."""
        token = token_urlsafe(32)
        row = {"account": account.id, "began": now, "seen": now}
        with self.store.writing() as connection:
            ended = delete(SESSION).where(
                (SESSION.c.began < now - LONGEST) | (SESSION.c.seen < now - IDLE)
            )
            connection.execute(ended)
            connection.execute(insert(SESSION), {"token": hashed(token), **row})
            note(connection, account.login, "signed in", account.login)
        return token

    def whose(self, token: str, now: datetime) -> Account | None:
        """Return who is signed in with a token; None where it has ended."""
        query = (
            select(ACCOUNT, SESSION.c.seen)
            .join(SESSION, SESSION.c.account == ACCOUNT.c.id)
            .where(
                SESSION.c.token == hashed(token),
                SESSION.c.seen > now - IDLE,
                SESSION.c.began > now - LONGEST,
                ACCOUNT.c.active,
            )
        )
        with self.store.reading() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            return None
        if row["seen"] < now - SEEN_EVERY:
            here = update(SESSION).where(SESSION.c.token == hashed(token))
            with self.store.writing() as connection:
                connection.execute(here.values(seen=now))
        return account_of(row)

    def end(self, token: str) -> None:
        """Sign out where this token is used."""
        with self.store.writing() as connection:
            gone = delete(SESSION).where(SESSION.c.token == hashed(token))
            connection.execute(gone)

    def end_all(self, account: Account) -> None:
        """Sign somebody out everywhere."""
        with self.store.writing() as connection:
            sign_out_everywhere(connection, account.id)
            note(connection, account.login, "signed out everywhere", account.login)

    def link(self, account: Account, now: datetime, *, by: str | None) -> str:
        """Return the token of a link that sets a password once; older ones end."""
        token = token_urlsafe(32)
        row = {"token": hashed(token), "account": account.id, "ends": now + LINK}
        with self.store.writing() as connection:
            connection.execute(delete(RESET).where(RESET.c.account == account.id))
            connection.execute(insert(RESET), row)
            note(connection, by, "link made", account.login)
        return token

    def linked(self, token: str, now: datetime) -> Account | None:
        """Return whose password a link sets; None where it was used or has ended."""
        return self._owner(RESET, token, RESET.c.ends > now)

    def remember(self, account: Account, now: datetime) -> str:
        """Remember a browser that somebody signed in from; return its token."""
        token = token_urlsafe(32)
        row = {"token": hashed(token), "account": account.id, "since": now}
        with self.store.writing() as connection:
            connection.execute(insert(DEVICE), row)
        return token

    def remembers(self, token: str, login: str) -> bool:
        """Say whether a browser is one that somebody signed in from before."""
        owner = self._owner(DEVICE, token)
        return owner is not None and owner.login == login

    def failed(self, keys: Mapping[str, int], now: datetime, last: timedelta) -> bool:
        """Count a try under each key, unless one was used up; say whether it was.

        Args:
            keys: how many tries each of them has in a while.
            now: when this is.
            last: how long the while is.
        """
        with self.store.writing() as connection:
            connection.execute(delete(ATTEMPT).where(ATTEMPT.c.at < now - KEPT))
            for key, most in keys.items():
                count = select(func.count()).where(
                    ATTEMPT.c.key == key, ATTEMPT.c.at >= now - last
                )
                if connection.execute(count).scalar_one() >= most:
                    return True
            connection.execute(
                insert(ATTEMPT), [{"key": key, "at": now} for key in keys]
            )
            return False

    def forgive(self, key: str) -> None:
        """Forget the tries under a key."""
        with self.store.writing() as connection:
            connection.execute(delete(ATTEMPT).where(ATTEMPT.c.key == key))

    def _owner(self, table: Table, token: str, *conditions: Any) -> Account | None:  # noqa: ANN401
        query = (
            select(ACCOUNT)
            .join(table, table.c.account == ACCOUNT.c.id)
            .where(table.c.token == hashed(token), ACCOUNT.c.active, *conditions)
        )
        with self.store.reading() as connection:
            row = connection.execute(query).mappings().first()
        return account_of(row) if row else None


def hashed(token: str) -> str:
    """Return what is kept of a token; it is random, so a plain hash will do."""
    return sha256(token.encode()).hexdigest()
