"""The page to walk with: one place at a time, in one hand, also without network."""

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from guide import onway
from guide.maps import draw
from guide.tour import Tour
from guide.web.here import language
from guide.web.maps import limits
from guide.web.plan import address_of, tour_asked_for

bp = Blueprint("walk", __name__, url_prefix="/plan")


@bp.get("/walk")
def page() -> ResponseReturnValue:
    """Lead along the tour that the address asks for, place after place."""
    found = tour_asked_for()
    if not request.args.get("depart"):
        return redirect(address_of(found.request, "walk.page"))
    place = _place(found)
    return render_template(
        "walk/walk.html",
        tour=found,
        place=place,
        stations=onway.stations(found, place),
        record=onway.record(found, place, language()),
        drawing=draw.draw_tour(found, limits(), language()),
        address=address_of,
    )


def _place(tour: Tour) -> int:
    """Return which walk of the tour is walked: ``part`` counts from one."""
    given = request.args.get("part", "1")
    wanted = int(given) - 1 if given.isdecimal() and given.isascii() else 0
    return wanted if 0 <= wanted < len(tour.parts) else 0
