"""Sign somebody in: who they are is proven, and guessing is slowed down.

The same is said, and takes as long, whether or not somebody has an account. Whoever
guesses at an account uses up the tries of strangers: a browser from which its owner
signed in before has tries of its own, so that nobody is locked out by others.
"""

import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta

from guide.accounts import codes, passwords
from guide.accounts.errors import TooManyTries, WrongKeys
from sites.staff.account import Account
from sites.store.accounts import Accounts
from sites.store.sessions import Sessions, hashed

WHILE = timedelta(minutes=5)

TRIES, TRIES_OF_AN_ADDRESS, TRIES_OF_ALL = 10, 30, 1000
"""In a while. A whole school may share one address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """What somebody typed, and from where."""

    login: str
    password: str
    code: str = ""
    device: str = ""
    address: str = ""


def prove(accounts: Accounts, given: Try, now: datetime) -> Account:
    """Return who signs in.

    Raises:
        TooManyTries: too many failed before.
        WrongKeys: login, password or code do not fit together.
    """
    sessions = Sessions(accounts.store)
    login = given.login.strip().casefold()[:80]
    keys = _keys(sessions, given, login)
    if sessions.failed(keys, now, WHILE):
        raise TooManyTries(int(WHILE / timedelta(minutes=1)))
    known = accounts.keys(login)
    fits = passwords.matches(known["password"] if known else None, given.password)
    if not (known and fits and _code_fits(accounts, login, given.code, now)):
        raise WrongKeys
    for key in keys:
        if key != ALL:
            sessions.forgive(key)
    return accounts.named(login)


ALL = "all"


def _keys(sessions: Sessions, given: Try, login: str) -> dict[str, int]:
    """Say under which keys a try counts, and how many each has."""
    known = bool(given.device) and sessions.remembers(given.device, login)
    if known:
        return {f"device:{hashed(given.device)}": TRIES}
    return {
        f"account:{hashed(login)[:40]}": TRIES,
        f"address:{hashed(_network(given.address))[:40]}": TRIES_OF_AN_ADDRESS,
        ALL: TRIES_OF_ALL,
    }


def _network(address: str) -> str:
    """Return the network of an address: of IPv6, whoever has one has very many."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "?"
    if found.version == 4:
        return str(found)
    return str(ipaddress.ip_network((address, 64), strict=False))


def _code_fits(accounts: Accounts, login: str, code: str, now: datetime) -> bool:
    known = accounts.keys(login)
    if known is None or known["code_secret"] is None:
        return True
    step = codes.step_of(known["code_secret"], code, now)
    return step is not None and accounts.use_code(login, step)
