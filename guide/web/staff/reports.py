"""What visitors told, and the answers of the staff."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from guide.web import here
from guide.web.here import services
from guide.web.staff import access
from sites.staff.telling import LONGEST, Status
from sites.store.reports import Reports

bp = Blueprint("reports", __name__, url_prefix="/staff/reports")


@bp.get("/")
def page() -> str:
    """List what waits for an answer, and what was answered."""
    reports = Reports(services().store)
    return render_template(
        "staff/reports.html",
        waiting=reports.all(),
        answered=reports.all(answered=True),
        statuses=tuple(Status),
        catalogue=services().catalogue,
    )


@bp.post("/<int(max=2147483647):number>")
def answer(number: int) -> ResponseReturnValue:
    """Say what became of a report."""
    given = request.form.get("status", "")
    Reports(services().store).answer(
        number,
        Status(given) if given in set(Status) else Status.LOOKED_AT,
        request.form.get("answer", "").strip()[:LONGEST],
        access.mine().login,
        here.now(),
    )
    flash(gettext("Saved."))
    return redirect(url_for("reports.page"), 303)
