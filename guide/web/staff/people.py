"""Who may sign in, and as what: a page for administrators."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from guide.web import here
from guide.web.staff import access, problems
from guide.web.staff.access import accounts, sessions
from sites.staff.roles import Role

bp = Blueprint("people", __name__, url_prefix="/staff/people")


@bp.get("/")
def page() -> str:
    """List everybody."""
    return _page("")


@bp.post("/")
def add() -> ResponseReturnValue:
    """Add somebody, and show the link that lets them in."""
    problems.again(_page)
    made = accounts().add(
        request.form.get("login", ""),
        request.form.get("called", "")[:100],
        _role(),
        now=here.now(),
        by=access.mine().login,
    )
    return _page("", _link(made.login))


@bp.post("/<login>")
def change(login: str) -> ResponseReturnValue:
    """Give somebody another role, a link, or shut them out."""
    problems.again(_page)
    what, by = request.form.get("what", ""), access.mine().login
    if what == "link":
        return _page("", _link(login))
    if what == "role":
        accounts().set_role(login, _role(), by=by)
    elif what in {"out", "in"}:
        accounts().set_active(login, active=what == "in", by=by)
    elif what in {"codes", "free"}:
        accounts().want_codes(login, wanted=what == "codes", by=by)
    elif what == "lost":
        accounts().set_codes(login, None, by=by)
    flash(gettext("Saved."))
    return redirect(url_for("people.page"), 303)


def _role() -> Role:
    given = request.form.get("role", "")
    return Role(given) if given in set(Role) else Role.CONTRIBUTOR


def _link(login: str) -> str:
    account, by = accounts().named(login), access.mine().login
    token = sessions().link(account, here.now(), by=by)
    return url_for("door.link", token=token, _external=True)


def _page(said: str, link: str = "") -> str:
    return render_template(
        "staff/people.html",
        said=said,
        link=link,
        everybody=accounts().all(),
        roles=tuple(Role),
    )
