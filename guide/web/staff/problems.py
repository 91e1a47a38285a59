"""What went wrong on a page of the staff: said where it was typed."""

from collections.abc import Callable

from flask import Blueprint, Flask, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf.csrf import CSRFError

from guide.accounts.errors import (
    AccountError,
    LinkUsedUp,
    NotAllowed,
    NotSignedIn,
    TooManyTries,
    WrongKeys,
)
from guide.web.errors import STATUS, sentence
from sites.errors import Said
from sites.staff.errors import NoAccount, NoDraft, Overtaken, StaffError

OURS: dict[type[Said], int] = {
    NotSignedIn: 401,
    WrongKeys: 401,
    NotAllowed: 403,
    NoAccount: 404,
    NoDraft: 404,
    Overtaken: 409,
    LinkUsedUp: 410,
    TooManyTries: 429,
    AccountError: 422,
    StaffError: 422,
}
"""The class that stands first in an error's own line of parents decides."""


def register(app: Flask) -> None:
    """Say what is wrong with a form that another page may have forged."""
    app.register_error_handler(CSRFError, _forged)


def guard(blueprint: Blueprint) -> None:
    """Show errors of a part of the staff's pages as this module does."""
    blueprint.register_error_handler(Said, _said)


def guard_visitors(blueprint: Blueprint) -> None:
    """Show what only our own part of an error is about; the rest as for visitors."""
    for error in (StaffError, AccountError):
        blueprint.register_error_handler(error, _said)


def again(page: Callable[[str], str]) -> None:
    """Show a page anew, with what is wrong, if anything is from here on."""
    g.again = page


def status_of(error: Said) -> int:
    """Return the status of an answer that says this."""
    table = {**STATUS, **OURS}
    return next((table[c] for c in type(error).__mro__ if c in table), 500)


def _said(error: Said) -> ResponseReturnValue:
    if isinstance(error, NotSignedIn) and request.method == "GET":
        onward = request.full_path.rstrip("?")
        return redirect(url_for("door.sign_in", next=onward), 303)
    said, status = sentence(error), status_of(error)
    shown = g.pop("again", None)
    if shown:
        return shown(said), status
    return render_template("staff/problem.html", said=said), status


def _forged(_error: CSRFError) -> ResponseReturnValue:
    said = gettext(
        "This form is not one of ours, or your browser refuses cookies. "
        "Go back, load the page again and copy what you typed into it."
    )
    return render_template("staff/problem.html", said=said), 400
