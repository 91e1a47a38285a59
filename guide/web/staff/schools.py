"""Codes of schools, with which teachers make accounts for themselves."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from guide.web import here
from guide.web.here import services
from guide.web.staff import access
from sites.store.schools import Schools

bp = Blueprint("schools", __name__, url_prefix="/staff/schools")

LONGEST = 100
"""Letters of the name of a school."""


@bp.get("/")
def page() -> str:
    """List all schools and their codes."""
    return _page("")


@bp.post("/")
def add() -> ResponseReturnValue:
    """Make a code for the teachers of a school."""
    called = " ".join(request.form.get("called", "").split())[:LONGEST]
    if not called:
        return _page(gettext("Write the name of the school.")), 422
    Schools(services().store).add(called, now=here.now(), by=access.mine().login)
    flash(gettext("Saved."))
    return redirect(url_for("schools.page"), 303)


@bp.post("/<code>/close")
def close(code: str) -> ResponseReturnValue:
    """Let nobody in by a code any more."""
    Schools(services().store).close(code, by=access.mine().login)
    flash(gettext("Saved."))
    return redirect(url_for("schools.page"), 303)


def _page(said: str) -> str:
    return render_template(
        "staff/schools.html",
        said=said,
        schools=Schools(services().store).all(),
        join=url_for("teachers.join", _external=True),
    )
