"""Sign in and out, set a password by a link, and one's own account."""

import re

from flask import (
    Blueprint,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from markupsafe import Markup

from guide.accounts import codes, passwords, signing_in
from guide.accounts.errors import LinkUsedUp, WrongKeys
from guide.exports import qr
from guide.web import here
from guide.web.staff import access, problems
from guide.web.staff.access import accounts, sessions
from sites.staff.account import Account
from sites.staff.roles import Action
from sites.store.sessions import LONGEST

bp = Blueprint("door", __name__, url_prefix="/staff")

DEVICE = "device"
A_YEAR = 366 * 24 * 3600

ONWARD = re.compile(r"/(?:staff|trips)(/[\w.-]+)*/?(\?[\w.=&%+-]*)?")
"""Where one may be led after signing in: nowhere but here."""


@bp.get("/sign-in")
def sign_in() -> str:
    """Ask who somebody is."""
    return _door("")


@bp.post("/sign-in")
def enter() -> ResponseReturnValue:
    """Sign somebody in."""
    problems.again(_door)
    given = signing_in.Try(
        login=request.form.get("login", ""),
        password=request.form.get("password", ""),
        code=request.form.get("code", ""),
        device=request.cookies.get(DEVICE, ""),
        address=request.remote_addr or "",
    )
    account = signing_in.prove(accounts(), given, here.now())
    return _let_in(account, _onward(account))


@bp.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    """Sign out, here or everywhere."""
    if request.form.get("everywhere"):
        sessions().end_all(access.mine())
    sessions().end(request.cookies.get(access.cookie(), ""))
    answer = redirect(url_for("door.sign_in"), 303)
    answer.delete_cookie(access.cookie(), path="/")
    return answer


@bp.get("/link/<token>")
def link(token: str) -> str:
    """Ask for a new password, where a link still works."""
    return _choose(token, "")


@bp.post("/link/<token>")
def use_link(token: str) -> ResponseReturnValue:
    """Set the password; the link works no more."""
    account = _linked(token)
    problems.again(lambda said: _choose(token, said))
    hashed = passwords.accept(request.form.get("password", ""), account.login)
    accounts().set_password(account.login, hashed, by=account.login)
    flash(gettext("Your password is set. Sign in with it."))
    return redirect(url_for("door.sign_in"), 303)


@bp.get("/account")
def account() -> str:
    """Show one's own account."""
    return _account("")


@bp.post("/account")
def change() -> ResponseReturnValue:
    """Change one's own password, or whether codes are asked for."""
    problems.again(_account)
    mine = access.mine()
    known = accounts().keys(mine.login) or {}
    if not passwords.matches(known.get("password"), request.form.get("old", "")):
        raise WrongKeys
    if request.form.get("what") == "password":
        hashed = passwords.accept(request.form.get("new", ""), mine.login)
        accounts().set_password(mine.login, hashed, by=mine.login)
        flash(gettext("Your password is set. Sign in with it."))
        return redirect(url_for("door.sign_in"), 303)
    return _change_codes(mine)


def _change_codes(mine: Account) -> ResponseReturnValue:
    secret = None
    if request.form.get("what") == "codes":
        secret = request.form.get("secret", "")[:64]
        if codes.step_of(secret, request.form.get("code", ""), here.now()) is None:
            raise WrongKeys
    accounts().set_codes(mine.login, secret, by=mine.login)
    flash(gettext("Saved."))
    return redirect(url_for("door.account"), 303)


def _door(said: str) -> str:
    return render_template(
        "staff/sign_in.html", said=said, login=request.form.get("login", "")
    )


def _choose(token: str, said: str) -> str:
    return render_template(
        "staff/link.html", said=said, whose=_linked(token), shortest=passwords.SHORTEST
    )


def _account(said: str) -> str:
    mine = access.mine()
    secret = request.form.get("secret") or codes.new_secret()
    made = qr.code(codes.address(secret, mine.login))
    return render_template(
        "staff/account.html",
        said=said,
        secret=secret,
        shortest=passwords.SHORTEST,
        square=Markup(made.svg.decode()) if made else "",  # noqa: S704 - our own SVG
    )


def _linked(token: str) -> Account:
    found = sessions().linked(token, here.now())
    if found is None:
        raise LinkUsedUp
    return found


def _let_in(account: Account, onward: str) -> ResponseReturnValue:
    """Give the browser its token, and remember the browser."""
    now, answer = here.now(), redirect(onward, 303)

    def keep(name: str, token: str, seconds: float) -> None:
        answer.set_cookie(
            name,
            token,
            max_age=int(seconds),
            path="/",
            secure=request.is_secure,
            httponly=True,
            samesite="Lax",
        )

    keep(access.cookie(), sessions().begin(account, now), LONGEST.total_seconds())
    if not sessions().remembers(request.cookies.get(DEVICE, ""), account.login):
        keep(DEVICE, sessions().remember(account, now), A_YEAR)
    return answer


def _onward(account: Account) -> str:
    wanted = request.values.get("next", "")
    if account.codes_wanted and not account.codes:
        flash(gettext("An administrator asks you to set up one-time codes."))
        return url_for("door.account")
    if ONWARD.fullmatch(wanted):
        return wanted
    works = account.may(Action.WORK)
    return url_for("board.page") if works else url_for("trips.home")
