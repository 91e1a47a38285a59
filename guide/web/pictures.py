"""Then and now: old maps on today's map, old photographs beside today's."""

from flask import Blueprint, Response, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from guide.maps import draw
from guide.web.here import language, services
from guide.web.maps import limits
from sites.pictures import LICENCES, Picture

bp = Blueprint("pictures", __name__)

A_YEAR_S = 31_536_000


@bp.get("/then-and-now")
def overview() -> ResponseReturnValue:
    """List all pictures; say what is missing where there are none."""
    return render_template(
        "history/pictures.html", pictures=services().catalogue.pictures.values()
    )


@bp.get("/then-and-now/<key>")
def picture(key: str) -> ResponseReturnValue:
    """Show an old picture: on the map, beside one of today, or alone."""
    catalogue = services().catalogue
    found = catalogue.pictures.get(key) or abort(404)
    return render_template(
        "history/picture.html",
        picture=found,
        site=catalogue.sites.get(found.site or ""),
        drawing=draw.draw_picture(found, limits()) if found.pins else None,
        overlay=_overlay(found),
        licences=LICENCES,
        notes={key: number for number, key in enumerate(found.sources, start=1)},
        sources=catalogue.sources,
    )


@bp.get("/then-and-now/place")
def place() -> ResponseReturnValue:
    """Let staff place a picture by three points; the picture stays with them."""
    sites = services().catalogue
    around = [site.location.position for site in sites if site.location]
    return render_template(
        "history/place.html",
        drawing=draw.draw_ground(around, limits()),
        licences=LICENCES,
    )


@bp.get("/pictures/<name>")
def file(name: str) -> Response:
    """Send the file of a picture; its address changes with what is in it."""
    digest, _dot, _ending = name.partition(".")
    media_type, data = services().store.picture(digest) or abort(404)
    answer = Response(data, mimetype=media_type)
    answer.cache_control.public = answer.cache_control.immutable = True
    answer.cache_control.max_age = A_YEAR_S
    return answer


def _overlay(found: Picture) -> dict[str, object] | None:
    """Return what the map needs to lay a picture over itself."""
    if not found.pins:
        return None
    image = found.then
    return {
        "address": url_for("pictures.file", name=image.address),
        "alt": image.alt.in_(language()),
        "points": [[p.x, p.y, *p.position.lat_lon] for p in found.pins],
    }
