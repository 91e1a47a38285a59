"""Accounts and who is signed in, kept in the database of the catalogue."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from sites.staff.account import Account, login_of
from sites.staff.errors import LastAdministrator, LoginTaken, NoAccount
from sites.staff.roles import Role
from sites.store.account_tables import ACCOUNT, RESET, SECRET, SESSION
from sites.store.audit import note
from sites.store.store import Store


@dataclass(frozen=True, slots=True)
class Accounts:
    """The people of an instance. ``by`` is the login of whoever changes something."""

    store: Store

    def secret(self) -> str:
        """Return what the forms of this instance are signed with."""
        with self.store.reading() as connection:
            return str(connection.execute(select(SECRET.c.value)).scalar_one())

    def add(
        self, login: str, called: str, role: Role, *, now: datetime, by: str | None
    ) -> Account:
        """Add somebody, without a password yet.

        Raises:
            BadLogin: the login is none.
            LoginTaken: somebody has it already.
        """
        login = login_of(login)
        row = {
            "login": login,
            "called": called.strip() or login,
            "role": role.value,
            "active": True,
            "codes_wanted": False,
            "created": now,
        }
        taken = select(ACCOUNT.c.id).where(ACCOUNT.c.login == login)
        with self.store.writing() as connection:
            if connection.execute(taken).first():
                raise LoginTaken(login)
            connection.execute(insert(ACCOUNT), row)
            note(connection, by, "account added", login, role=role.value)
        return self.named(login)

    def all(self) -> list[Account]:
        """List everybody, by login."""
        with self.store.reading() as connection:
            found = connection.execute(select(ACCOUNT).order_by(ACCOUNT.c.login))
            return [account_of(row) for row in found.mappings()]

    def named(self, login: str) -> Account:
        """Return who has a login.

        Raises:
            NoAccount: nobody.
        """
        with self.store.reading() as connection:
            return account_of(_row(connection, login))

    def keys(self, login: str) -> dict[str, Any] | None:
        """Return what proves that somebody is who they say; None for nobody."""
        query = select(
            ACCOUNT.c.password, ACCOUNT.c.code_secret, ACCOUNT.c.code_step
        ).where(ACCOUNT.c.login == login, ACCOUNT.c.active)
        with self.store.reading() as connection:
            row = connection.execute(query).mappings().first()
            return dict(row) if row else None

    def set_password(self, login: str, hashed: str, *, by: str | None) -> None:
        """Keep the hash of a new password; whoever was signed in is not any more."""
        with self._changing(login) as (connection, row):
            _change(connection, row["id"], password=hashed)
            sign_out_everywhere(connection, row["id"])
            connection.execute(delete(RESET).where(RESET.c.account == row["id"]))
            note(connection, by, "password set", login)

    def set_role(self, login: str, role: Role, *, by: str | None) -> None:
        """Give somebody another role.

        Raises:
            LastAdministrator: nobody else could give out roles.
        """
        with self._changing(login) as (connection, row):
            if role is not Role.ADMINISTRATOR:
                _keep_one(connection, row)
            _change(connection, row["id"], role=role.value)
            note(connection, by, "role given", login, role=role.value)

    def set_active(self, login: str, *, active: bool, by: str | None) -> None:
        """Shut somebody out, which signs them out everywhere, or let them in again.

        Raises:
            LastAdministrator: nobody else could give out roles.
        """
        with self._changing(login) as (connection, row):
            if not active:
                _keep_one(connection, row)
                sign_out_everywhere(connection, row["id"])
                connection.execute(delete(RESET).where(RESET.c.account == row["id"]))
            _change(connection, row["id"], active=active)
            note(connection, by, "let in" if active else "shut out", login)

    def set_codes(self, login: str, secret: str | None, *, by: str | None) -> None:
        """Ask somebody for one-time codes from now on, or not any more."""
        with self._changing(login) as (connection, row):
            _change(connection, row["id"], code_secret=secret, code_step=None)
            note(connection, by, "codes on" if secret else "codes off", login)

    def want_codes(self, login: str, *, wanted: bool, by: str | None) -> None:
        """Oblige somebody to use one-time codes, or let them choose."""
        with self._changing(login) as (connection, row):
            _change(connection, row["id"], codes_wanted=wanted)
            note(connection, by, "codes wanted" if wanted else "codes free", login)

    def use_code(self, login: str, step: int) -> bool:
        """Use a one-time code up; say whether it was new."""
        with self._changing(login) as (connection, row):
            if row["code_step"] is not None and step <= row["code_step"]:
                return False
            _change(connection, row["id"], code_step=step)
            return True

    @contextmanager
    def _changing(self, login: str) -> Iterator[tuple[Connection, dict[str, Any]]]:
        with self.store.writing() as connection:
            yield connection, _row(connection, login)


def account_of(row: Any) -> Account:  # noqa: ANN401 - a row of SQLAlchemy
    """Turn a row into somebody."""
    return Account(
        id=row["id"],
        login=row["login"],
        called=row["called"],
        role=Role(row["role"]),
        active=row["active"],
        has_password=row["password"] is not None,
        codes=row["code_secret"] is not None,
        codes_wanted=row["codes_wanted"],
    )


def sign_out_everywhere(connection: Connection, account: int) -> None:
    """End every session of an account."""
    connection.execute(delete(SESSION).where(SESSION.c.account == account))


def _row(connection: Connection, login: str) -> dict[str, Any]:
    query = select(ACCOUNT).where(ACCOUNT.c.login == login)
    row = connection.execute(query).mappings().first()
    if row is None:
        raise NoAccount(login)
    return dict(row)


def _change(connection: Connection, account: int, **values: Any) -> None:  # noqa: ANN401
    connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == account).values(**values))


def _keep_one(connection: Connection, row: dict[str, Any]) -> None:
    """See that another administrator is left.

    Raises:
        LastAdministrator: none is.
    """
    others = select(func.count()).where(
        ACCOUNT.c.role == Role.ADMINISTRATOR.value,
        ACCOUNT.c.active,
        ACCOUNT.c.id != row["id"],
    )
    if row["role"] != Role.ADMINISTRATOR.value or not row["active"]:
        return
    if connection.execute(others).scalar_one() == 0:
        raise LastAdministrator(row["login"])
