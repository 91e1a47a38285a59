"""Pass a tour on: its address as a QR code, and links into other apps."""

from flask import Blueprint, Response, abort, render_template
from flask.typing import ResponseReturnValue

from guide import exports, handover
from guide.exports import qr
from guide.tour import Tour
from guide.web.here import language
from guide.web.plan import address_of, tour_asked_for

bp = Blueprint("share", __name__, url_prefix="/plan")


@bp.get("/share")
def page() -> ResponseReturnValue:
    """Show all ways to take a tour along: code, link, apps, files."""
    found = tour_asked_for()
    return render_template(
        "plan/share.html",
        tour=found,
        link=whole_address(found),
        handovers=[handover.handovers(found, part, language()) for part in found.parts],
        formats=exports.FORMATS.values(),
        address=address_of,
    )


@bp.get("/tour.qr.svg")
def code() -> Response:
    """Send the address of the tour as a QR code; it says nothing that the page hides.

    There is none where the address is too long for any code.
    """
    made = qr.code(whole_address(tour_asked_for()))
    if made is None:
        abort(404)
    return Response(made.svg, mimetype="image/svg+xml")


def whole_address(tour: Tour) -> str:
    """Return the address of a tour as others need it."""
    return address_of(tour.request, _external=True)
