"""Errors become pages in one table."""

from flask import Flask, Response, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.exceptions import HTTPException

from guide.bad_request import BadRequest, NoSuchEntry, NoSuchSite
from guide.errors import NoMap, NoSuchFormat
from guide.no_tour import NoTour
from guide.streets.errors import StreetsFailed
from guide.trips.errors import BadTrip, NoSuchTrip
from guide.web.filters import entry_address, entry_name, site_name
from guide.web.here import language
from guide.web.plan import form_again, form_again_with_offers
from guide.web.reach import page_again
from guide.web.trip_words import label_of
from guide.web.trips import form_again as trip_again
from sites.errors import (
    EntryNotFound,
    NoShortAddress,
    Said,
    SiteGone,
    SiteNotFound,
    StoreFailed,
)
from sites.names import Text

STATUS: dict[type[Said], int] = {
    SiteNotFound: 404,
    EntryNotFound: 404,
    SiteGone: 410,
    NoShortAddress: 404,
    NoSuchFormat: 404,
    NoMap: 404,
    NoSuchSite: 404,
    NoSuchEntry: 404,
    BadRequest: 400,
    BadTrip: 422,
    NoSuchTrip: 404,
    NoTour: 422,
    StoreFailed: 503,
    StreetsFailed: 503,
}
"""The class that stands first in an error's own line of parents decides."""


FILES = frozenset(
    {
        "plan.download",
        "reach.download",
        "visit.site_map",
        "short.plate_of",
        "share.code",
        "trips.dossier",
        "trips.shared_dossier",
        "embed.tour_map",
        "embed.site_map",
        "embed.oembed",
        "trips.draw",
        "trips.shared_draw",
    }
)
"""What sends files: whoever asked for one gets a sentence, not a page."""


TRIPS = frozenset({"trips", "classes", "pupils"})
"""The parts of the pages about class trips: their form is another one."""


def register(app: Flask) -> None:
    """Handle every error in STATUS, whatever inherits from it, and HTTP's own."""
    app.register_error_handler(Said, answer)
    app.register_error_handler(HTTPException, _http)


def sentence(error: Said) -> str:
    """Say what is wrong and what to do, in the visitor's language.

    The page names fields and sites as its form does, not as the address does.
    """
    values = {
        name: value.in_(language()) if isinstance(value, Text) else value
        for name, value in error.values.items()
    }
    if field := values.get("field"):
        of_trip = request.blueprint in TRIPS
        values["field"] = (
            label_of(field) if of_trip else field_labels().get(field, field)
        )
    if near := getattr(error, "near", ()):
        values["near"] = ", ".join(site_name(slug) for slug in near)
    if entries := getattr(error, "entries", ()):
        values["near"] = ", ".join(map(entry_name, entries))
    if slugs := getattr(error, "slugs", ()):
        values["names"] = ", ".join(map(_site_name, slugs))
    return str(gettext(error.text, **values))


def _site_name(given: str) -> str:
    """Name a site as the pages do; what was typed otherwise stays."""
    try:
        return site_name(given)
    except SiteNotFound:
        return given


def field_labels() -> dict[str, str]:
    """Return what the form calls each field."""
    return {
        "from": gettext("Start"),
        "to": gettext("End"),
        "depart": gettext("Leave at"),
        "minutes": gettext("How long"),
        "like": gettext("What interests you?"),
        "follow": gettext("Follow a person or an event"),
        "pace": gettext("How fast do you walk?"),
        "must": gettext("Must see"),
        "never": gettext("Leave out"),
        "walker": gettext("Who walks?"),
        "pupils": gettext("Pupils in each group"),
        "first": gettext("First stop"),
        "last": gettext("Last stop"),
        "order": gettext("Order"),
        "before": gettext("One before the other"),
        "at": gettext("Appointment"),
        "stops": gettext("At most so many stops"),
        "most": gettext("At most of one kind"),
        "walk": gettext("On foot at most"),
        "break": gettext("Break"),
        "varied": gettext("Variety"),
        "streets": gettext("Streets"),
        "only": gettext("Opening hours"),
        "days": gettext("Days"),
        "groups": gettext("Groups"),
        "style": gettext("Style"),
        "names": gettext("Street names"),
        "paper": gettext("Paper"),
    }


def answer(error: Said) -> ResponseReturnValue:
    """Answer with what is wrong: a page, the form again, or a sentence for a file."""
    status = next((STATUS[c] for c in type(error).__mro__ if c in STATUS), 500)
    field = getattr(error, "field", None)
    if request.endpoint in FILES:
        return _for_programs(error, field, status)
    if field:
        return _asked_again(error, field), status
    page = render_template(
        "errors/problem.html", said=sentence(error), near=_near(error)
    )
    return page, status


def _near(error: Said) -> list[tuple[str, str]]:
    """List the addresses and names of the pages that perhaps were meant."""
    if isinstance(error, EntryNotFound):
        return [(entry_address(slug), entry_name(slug)) for slug in error.entries]
    if isinstance(error, SiteNotFound | SiteGone):
        return [(url_for("visit.site", slug=s), site_name(s)) for s in error.near]
    return []


def _asked_again(error: Said, field: str) -> str:
    """Show the form that was sent, with all that was typed and what is wrong."""
    if request.blueprint in TRIPS:
        return trip_again(field, sentence(error))
    if request.endpoint == "reach.page":
        return page_again(field, sentence(error))
    if isinstance(error, NoTour):
        return form_again_with_offers(error, sentence(error))
    return form_again(field, sentence(error))


def _for_programs(error: Said, field: str | None, status: int) -> Response:
    """Say what is wrong to whoever asked for a file: in JSON, or as a sentence."""
    said = sentence(error)
    if request.path.endswith("json"):
        answer = jsonify(error=said, field=field)
    else:
        answer = Response(f"{said}\n", mimetype="text/plain")
    answer.status_code = status
    return answer


def _http(error: HTTPException) -> tuple[str, int]:
    status = error.code or 500
    said = {
        400: gettext(
            "This form was open for too long, or came from elsewhere. Go back, load "
            "the page again, and send it once more."
        ),
        404: gettext("There is no page at this address. It may have moved."),
        405: gettext("This address cannot be used like that."),
    }.get(status, gettext("Something went wrong on our side. Please try again."))
    return render_template("errors/problem.html", said=said, near=()), status
