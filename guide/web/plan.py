"""Ask for a walk, and see it: the form, the tour, the tour as a file, and why not."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from guide import asked, edits, exports, places, planner, styles, swaps, wishwords
from guide.exports.format import Setting, file_name
from guide.footing import footing
from guide.links import Links
from guide.maps import draw
from guide.no_tour import NoTour
from guide.request import TourRequest
from guide.sun import sky
from guide.tour import Tour
from guide.web import forms
from guide.web.here import language, now, services
from guide.web.maps import limits
from guide.web.names import then_names
from guide.web.short import site_links

bp = Blueprint("plan", __name__, url_prefix="/plan")


@bp.get("/")
def form() -> ResponseReturnValue:
    """Show the form, filled with what the address already says."""
    return _form_page(wrong=None, said=None)


@bp.get("/tour")
def tour() -> ResponseReturnValue:
    """Show the tour that the address asks for, once it is a tour's own address.

    An address without a departure would be another tour tomorrow, and what a form
    sends is longer than it need be: both lead on to the address that can be shared.
    """
    found = _plan(_asked())
    if not request.args.get("depart") or forms.is_from_form(_fields()):
        return redirect(address_of(found.request))
    return render_template(
        "plan/tour.html",
        tour=found,
        ways=styles.three(found, _plan) if len(found.parts) == 1 else (),
        wishes=list(wishwords.of_request(found.request, services().catalogue)),
        drawing=draw.draw_tour(found, limits(), language()),
        renamed=then_names(found.request.names.year if found.request.names else None),
        footing=footing(found),
        sky=sky(found),
        again=_another_day(found),
        formats=exports.FORMATS.values(),
        **_addresses(),
    )


@bp.get("/why")
def why() -> ResponseReturnValue:
    """Show for each site left out what would bring it in."""
    found = _explain(_asked())
    return render_template("plan/why.html", tour=found, **_addresses())


@bp.get("/tour.<name>")
def download(name: str) -> ResponseReturnValue:
    """Send the same tour as a file."""
    form = exports.format_named(name)
    found = (_explain if form.explains else _plan)(_asked())
    here = services()
    paper = request.args.get("paper") or "a4"
    setting = Setting(here.pack, here.land, paper, whole_links(found.request))
    document = form.document(found, language(), setting)
    answer = Response(document, mimetype=form.media_type)
    answer.headers.set(
        "Content-Disposition", "attachment", filename=file_name(found, form)
    )
    return answer


def tour_asked_for(fields: forms.Fields | None = None) -> Tour:
    """Plan what some fields ask for; those of the address if none are given."""
    return _plan(_asked(fields))


def form_again(field: str, said: str) -> str:
    """Show the form with all that was typed, and what is wrong with one field."""
    return _form_page(wrong=field, said=said)


def form_again_with_offers(error: NoTour, said: str) -> str:
    """Show the form again, with links to a longer walk, and to one wish less."""
    catalogue = services().catalogue
    wanted = places.canonical(_asked(), catalogue)
    more = error.more_minutes
    return _form_page(
        wrong=error.field,
        said=said,
        more=more,
        longer=replace(wanted, minutes=wanted.minutes + more) if more else None,
        wanted=wanted,
        wishes=list(wishwords.of_request(wanted, catalogue)),
    )


def form_values() -> forms.FormValues:
    """Read what the address says so far."""
    return forms.form_values(_fields(), services().catalogue, language())


def address_of(
    wanted: TourRequest, endpoint: str = "plan.tour", **more: str | bool
) -> str:
    """Return the address of the tour of a request."""
    words: dict[str, Any] = {**more, **asked.to_words(wanted)}
    return url_for(endpoint, **words)


def whole_links(wanted: TourRequest) -> Links:
    """Return the whole addresses that files of a tour name."""
    return replace(site_links(), tour=address_of(wanted, _external=True))


def _form_page(wrong: str | None, said: str | None, **offer: object) -> str:
    drawing = draw.draw_sites(services().catalogue, limits(), language())
    return render_template(
        "plan/form.html",
        form=form_values(),
        wrong=wrong,
        said=said,
        drawing=drawing,
        **offer,
        **_addresses(),
    )


def _fields() -> dict[str, list[str]]:
    return dict(request.args.lists())


def _asked(fields: forms.Fields | None = None) -> TourRequest:
    words = forms.words_of(_fields() if fields is None else fields)
    return asked.read_request(words, services().catalogue.city, datetime.now(UTC))


def _plan(wanted: TourRequest) -> Tour:
    here = services()
    return planner.plan(wanted, here.catalogue, here.streets)


def _explain(wanted: TourRequest) -> Tour:
    here = services()
    return planner.explain(wanted, here.catalogue, here.streets)


def _addresses() -> dict[str, object]:
    """Return what the templates build links with."""
    return {"address": address_of, "edits": edits, "instead": swaps.instead}


def _another_day(tour: Tour) -> TourRequest | None:
    """Return the same question for the next walk, if this one lies in the past."""
    if tour.arrive >= now():
        return None
    return replace(tour.request, depart=asked.next_walk(now()))
