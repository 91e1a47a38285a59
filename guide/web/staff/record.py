"""The record of who did what: staff read it, nobody changes it."""

from flask import Blueprint, render_template, request

from guide.web.here import services
from sites.store.audit import done

bp = Blueprint("record", __name__, url_prefix="/staff/record")

MOST = 100


@bp.get("/")
def page() -> str:
    """Show what was done, the newest first."""
    about = request.args.get("about", "")[:80] or None
    before = request.args.get("before", 0, int)
    found = done(
        services().store,
        about,
        before if 0 < before < 2**31 else None,
        MOST,
    )
    return render_template(
        "staff/record.html", done=found, about=about, more=len(found) == MOST
    )
