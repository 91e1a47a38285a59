"""Ask for a walk, and see it: the form, the tour, the tour as a file."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from guide import asked, exports, planner
from guide.exports.format import file_name
from guide.maps import draw
from guide.pace import PACES
from guide.tour import Tour
from guide.web.here import language, services
from guide.web.maps import limits
from sites.model import Kind, Site
from sites.sorting import vietnamese_key

bp = Blueprint("plan", __name__, url_prefix="/plan")

HOURS = (45, 60, 90, 120, 180, 240, 360, 480)
"""The durations that the form offers, in minutes."""


@dataclass(frozen=True, slots=True)
class FormValues:
    """What the planner's form shows: what was asked so far, and what there is."""

    asked: dict[str, list[str]]
    places: tuple[Site, ...]
    sites: tuple[Site, ...]
    minutes: tuple[int, ...]
    kinds: tuple[Kind, ...]
    paces: tuple[Any, ...]

    def one(self, field: str, default: str = "") -> str:
        """Return the value of a field that holds one."""
        return next((value for value in self.asked.get(field, ()) if value), default)


@bp.get("/")
def form() -> ResponseReturnValue:
    """Show the form, filled with what the address already says."""
    return _form_page(wrong=None, said=None)


@bp.get("/tour")
def tour() -> ResponseReturnValue:
    """Show the tour that the address asks for; an address without a day gets one."""
    found = _planned()
    if not request.args.get("depart"):
        return redirect(_address(asked.to_words(found.request)))
    return render_template(
        "plan/tour.html",
        tour=found,
        words=asked.to_words(found.request),
        changed=_changed(found),
        drawing=draw.draw_tour(found, limits(), language()),
        formats=exports.FORMATS.values(),
    )


@bp.get("/tour.<name>")
def download(name: str) -> ResponseReturnValue:
    """Send the same tour as a file."""
    form = exports.format_named(name)
    found = _planned()
    answer = Response(form.render(found, language()), mimetype=form.media_type)
    answer.headers.set(
        "Content-Disposition", "attachment", filename=file_name(found, form)
    )
    return answer


def form_again(field: str, said: str) -> str:
    """Show the form with all that was typed, and what is wrong with one field."""
    return _form_page(wrong=field, said=said)


def _form_page(wrong: str | None, said: str | None) -> str:
    drawing = draw.draw_sites(services().catalogue, limits(), language())
    return render_template(
        "plan/form.html", form=form_values(), wrong=wrong, said=said, drawing=drawing
    )


def form_values() -> FormValues:
    """Read what the address says so far, as text; nothing is checked yet."""
    catalogue = services().catalogue
    given = {
        name: [part for value in values for part in value.split(",")]
        if name in {"like", "must", "never"}
        else values
        for name, values in request.args.lists()
    }
    departure = asked.next_departure(datetime.now(catalogue.city.zone))
    given.setdefault("depart", [f"{departure:%Y-%m-%dT%H:%M}"])
    by_name = sorted(
        catalogue, key=lambda site: vietnamese_key(site.name.in_(language()))
    )
    return FormValues(
        asked=given,
        places=tuple(site for site in by_name if site.location),
        sites=tuple(by_name),
        minutes=HOURS,
        kinds=tuple(Kind),
        paces=tuple(PACES.values()),
    )


def _planned() -> Tour:
    here = services()
    words = dict(request.args.lists())
    question = asked.read_request(words, here.catalogue.city, datetime.now(UTC))
    return planner.plan(question, here.catalogue, here.streets)


def _address(words: dict[str, Any]) -> str:
    return url_for("plan.tour", **words)


def _changed(found: Tour) -> Any:  # noqa: ANN401 - a function for the template
    """Return a function that gives the address of this tour with one change."""
    words = asked.to_words(found.request)

    def address(add_to: str, slug: str) -> str:
        lists = {
            name: [
                part for part in words.get(name, "").split(",") if part and part != slug
            ]
            for name in ("must", "never")
        }
        if add_to in lists:
            lists[add_to].append(slug)
        joined = {name: ",".join(slugs) for name, slugs in lists.items() if slugs}
        kept = {name: value for name, value in words.items() if name not in lists}
        return _address(kept | joined)

    return address
