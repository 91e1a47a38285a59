"""Teachers with an account: how they come in, their own trips, what classes suggest."""

from datetime import timedelta

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from guide.accounts.errors import TooManyTries
from guide.trips.finds import FINDS, gathered
from guide.web.classes import class_of, sheet_of
from guide.web.here import language, now, services
from guide.web.staff import access, problems
from guide.web.trips import mine
from sites.staff.roles import Role
from sites.store.reports import Reports
from sites.store.schools import Schools
from sites.store.sessions import hashed

bp = Blueprint("teachers", __name__, url_prefix="/trips")

A_WHILE, MOST = timedelta(hours=1), 10
"""So many tries to guess the code of a school an address has in a while."""

FROM_A_CLASS = "lớp học"
"""What stands as the source of what a class suggests."""


@bp.get("/join")
def join() -> str:
    """Ask for the code of a school, and what the account is to be called."""
    return _form("")


@bp.post("/join")
def enter() -> ResponseReturnValue:
    """Make an account for a teacher, and lead on to choosing a password.

    Raises:
        BadLogin, LoginTaken: no account can be called so.
        TooManyTries: somebody guesses codes.
    """
    problems.again(_form)
    key = f"school:{hashed(request.remote_addr or '')[:40]}"
    school = Schools(services().store).of(request.form.get("code", ""))
    if school is None:
        if access.sessions().failed({key: MOST}, now(), A_WHILE):
            raise TooManyTries(60)
        said = gettext("No school has this code: ask your school, or an administrator.")
        return _form(said), 422
    account = access.accounts().add(
        request.form.get("login", ""),
        request.form.get("called", "")[:100],
        Role.TEACHER,
        now=now(),
        by=f"school:{school.code}",
    )
    token = access.sessions().link(account, now(), by=None)
    return redirect(url_for("door.link", token=token), 303)


@bp.post("/t/<token>/own")
def own(token: str) -> ResponseReturnValue:
    """Keep a trip in one's account: it is found there without its link.

    Raises:
        NotSignedIn: nobody is signed in.
    """
    services().store.trips.own(mine(token).number, access.mine().login)
    flash(gettext("The trip is kept in your account."))
    return redirect(url_for("trips.show", token=token), 303)


@bp.post("/t/<token>/class/<code>/suggest")
def suggest(token: str, code: str) -> ResponseReturnValue:
    """Send what a class found different to those who keep the descriptions true.

    Only how many pupils found what is sent; where nothing differs, nothing is.
    """
    kept, found = class_of(token, code)
    paper = sheet_of(kept, found.level, found.seed)
    reports, sent = Reports(services().store), 0
    for one in gathered(paper, services().store.trips.answers(code)):
        if one.differs:
            counts = zip(FINDS, one.counts, strict=True)
            words = "; ".join(f"{f.in_(language())}: {count}" for f, count in counts)
            reports.tell(one.site.slug, "", words, FROM_A_CLASS, now())
            sent += 1
    flash(
        ngettext(
            "Sent to the editors: what differs at %(num)s stop.",
            "Sent to the editors: what differs at %(num)s stops.",
            sent,
        )
        if sent
        else gettext("The class found everything as described: nothing was sent.")
    )
    return redirect(url_for("classes.answers", token=token, code=code), 303)


def _form(said: str) -> str:
    return render_template("trips/join.html", said=said, typed=request.form)


problems.guard_visitors(bp)
