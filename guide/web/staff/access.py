"""Who is signed in, and which action each route needs: one table."""

from typing import NoReturn, cast

from flask import g, request

from guide.accounts.errors import NotAllowed, NotSignedIn
from guide.web import here
from guide.web.here import services
from sites.staff.account import Account
from sites.staff.roles import Action
from sites.store.accounts import Accounts
from sites.store.sessions import Sessions

NEEDS: dict[str, Action | None] = {
    "door.sign_in": None,
    "door.enter": None,
    "door.link": None,
    "door.use_link": None,
    "door.sign_out": Action.TEACH,
    "door.account": Action.TEACH,
    "door.change": Action.TEACH,
    "people.page": Action.ACCOUNTS,
    "people.add": Action.ACCOUNTS,
    "people.change": Action.ACCOUNTS,
    "schools.page": Action.ACCOUNTS,
    "schools.add": Action.ACCOUNTS,
    "schools.close": Action.ACCOUNTS,
    "board.page": Action.WORK,
    "edit.page": Action.WORK,
    "edit.save": Action.WORK,
    "edit.preview": Action.WORK,
    "edit.hours": Action.WORK,
    "edit.move": Action.WORK,
    "history_of.page": Action.WORK,
    "history_of.compare": Action.WORK,
    "history_of.restore": Action.WORK,
    "review.comment": Action.REVIEW,
    "review.done": Action.WORK,
    "record.page": Action.AUDIT,
    "gallery.page": Action.WORK,
    "gallery.add": Action.REVIEW,
    "gallery.remove": Action.REVIEW,
    "transfer.page": Action.WORK,
    "transfer.csv": Action.WORK,
    "transfer.geojson": Action.WORK,
    "transfer.bring": Action.TRANSFER,
    "comings.begin": Action.WORK,
    "comings.page": Action.PUBLISH,
    "comings.rename": Action.PUBLISH,
    "comings.take_away": Action.PUBLISH,
    "comings.bin": Action.PUBLISH,
    "comings.bring_back": Action.PUBLISH,
    "reports.page": Action.REVIEW,
    "reports.answer": Action.REVIEW,
}
"""What one has to be allowed for each route; None: for everybody."""


def cookie() -> str:
    """Name the cookie of whoever is signed in; over HTTPS it is bound to this host."""
    return "__Host-staff" if request.is_secure else "staff"


def accounts() -> Accounts:
    """Return the people of this instance."""
    return Accounts(services().store)


def sessions() -> Sessions:
    """Return the sessions of this instance."""
    return Sessions(services().store)


def me() -> Account | None:
    """Return who is signed in; asked once a request."""
    if "me" not in g:
        token = request.cookies.get(cookie(), "")
        g.me = sessions().whose(token, here.now()) if token else None
    return cast("Account | None", g.me)


def login() -> str | None:
    """Return the login of whoever is signed in; None where nobody is."""
    found = me()
    return found.login if found else None


def mine() -> Account:
    """Return who is signed in, on pages for those only.

    Raises:
        NotSignedIn: nobody is.
    """
    found = me()
    if found is None:
        raise NotSignedIn
    return found


def may(action: str) -> bool:
    """Say whether whoever is signed in may do something."""
    found = me()
    return found is not None and found.may(Action(action))


def check() -> None:
    """Refuse a request that the table does not allow.

    Raises:
        NotSignedIn: nobody is signed in.
        NotAllowed: the account may not do this, or the route is in no table.
    """
    endpoint = str(request.endpoint)
    if endpoint not in NEEDS:
        raise NotAllowed
    needed = NEEDS[endpoint]
    if needed is None:
        return
    if not mine().may(needed):
        raise NotAllowed


def refuse() -> NoReturn:
    """Refuse what nobody may do.

    Raises:
        NotAllowed: always.
    """
    raise NotAllowed
