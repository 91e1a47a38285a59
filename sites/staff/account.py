"""Somebody with an account: what they are called, and what they may do."""

import re
from dataclasses import dataclass

from sites.staff.errors import BadLogin
from sites.staff.roles import Action, Role, may

LOGIN = re.compile(r"[a-z0-9][a-z0-9._@+-]{1,79}")
"""A login is a short word or an e-mail address, in small letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who may sign in; ``called`` is how others see them."""

    id: int
    login: str
    called: str
    role: Role
    active: bool = True
    has_password: bool = True
    codes: bool = False
    codes_wanted: bool = False

    def may(self, action: Action) -> bool:
        """Say whether they may do something; whoever was shut out may nothing."""
        return self.active and may(self.role, action)


def login_of(given: str) -> str:
    """Read a login as people type it.

    Raises:
        BadLogin: it is none.
    """
    login = given.strip().casefold()
    if not LOGIN.fullmatch(login):
        raise BadLogin(given)
    return login
