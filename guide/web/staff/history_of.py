"""Every version of a site: listed, compared, brought back."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from guide.web import here
from guide.web.staff import access
from guide.web.staff.desk import desk, drafts
from sites.staff import compare as comparing
from sites.staff.draft import Change
from sites.staff.errors import NoDraft

bp = Blueprint("history_of", __name__, url_prefix="/staff/sites")


@bp.get("/<slug>/history")
def page(slug: str) -> str:
    """List every version, the newest first."""
    return render_template(
        "staff/history.html", desk=desk(slug), revisions=drafts().history(slug)
    )


@bp.get("/<slug>/compare")
def compare(slug: str) -> str:
    """Show what differs between two versions, word by word."""
    one, other = (_number(name) for name in ("old", "new"))
    old, new = (drafts().revision(slug, number) for number in sorted((one, other)))
    return render_template(
        "staff/compare.html",
        desk=desk(slug),
        old=old,
        new=new,
        changes=comparing.changes(old.document, new.document),
    )


@bp.post("/<slug>/restore")
def restore(slug: str) -> ResponseReturnValue:
    """Make an older version the draft again; what it takes the place of stays too."""
    here_ = desk(slug)
    old = drafts().revision(slug, _number("number"))
    change = Change(
        version=request.form.get("version", -1, int),
        document=old.document,
        name=gettext("As in number %(number)s", number=old.number),
        sort="restored",
    )
    drafts().save(here_.draft, change, access.mine(), here.now())
    flash(gettext("Number %(number)s is the draft again.", number=old.number))
    return redirect(url_for("edit.page", slug=slug), 303)


def _number(name: str) -> int:
    number = request.values.get(name, 0, int)
    if not 0 < number < 2**31:
        raise NoDraft
    return number
