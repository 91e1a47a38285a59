"""Comment on a draft, line by line."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from guide.web import here
from guide.web.here import services
from guide.web.staff import access
from guide.web.staff.desk import desk
from sites.staff.paths import pattern
from sites.staff.shape import LINES
from sites.store.comments import Comments

bp = Blueprint("review", __name__, url_prefix="/staff/sites")

LONGEST = 2000


@bp.post("/<slug>/comments")
def comment(slug: str) -> ResponseReturnValue:
    """Say something about a line."""
    text = request.form.get("text", "").strip()[:LONGEST]
    path = request.form.get("path", "")[:200]
    if text:
        _comments().say(
            desk(slug).slug,
            path if pattern(path) in LINES else "",
            text,
            access.mine().login,
            here.now(),
        )
        flash(gettext("Done."))
    return _back(slug)


@bp.post("/<slug>/comments/<int(max=2147483647):number>")
def done(slug: str, number: int) -> ResponseReturnValue:
    """Say that what a comment asks for is done."""
    _comments().done(slug, number, access.mine().login)
    return _back(slug)


def _comments() -> Comments:
    return Comments(services().store)


def _back(slug: str) -> ResponseReturnValue:
    return redirect(url_for("edit.page", slug=slug, _anchor="comments"), 303)
