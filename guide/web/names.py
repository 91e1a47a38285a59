"""Names of then and now: streets and wards, on a page, on its map, and for programs."""

from functools import lru_cache
from statistics import quantiles

from flask import Blueprint, Response, json, render_template, request, url_for
from flask.typing import ResponseReturnValue

from guide import gazetteer, names_then
from guide.maps import draw
from guide.services import Services
from guide.streets.pack import Pack
from guide.web import here
from guide.web.here import services
from guide.web.maps import limits
from sites.position import Position

bp = Blueprint("names", __name__)


@bp.get("/names")
def names() -> ResponseReturnValue:
    """Show what streets and wards were called, in one year or in all of them."""
    guide = services()
    catalogue = guide.catalogue
    given = request.args.get("year", "").strip()
    year = _year(given)
    cited = [key for street in catalogue.streets for key in street.sources]
    cited += [key for ward in catalogue.wards for key in ward.sources]
    keys = dict.fromkeys(cited)
    return render_template(
        "history/names.html",
        streets=catalogue.streets,
        wards=catalogue.wards,
        ward_names={ward.slug: ward.name for ward in catalogue.wards},
        given=given,
        year=year,
        years=(names_then.FIRST_YEAR, here.now().year),
        held=names_then.held,
        renamed=then_names(year),
        notes={key: number for number, key in enumerate(keys, start=1)},
        sources=catalogue.sources,
        drawing=draw.draw_ground(_renamed_streets(guide), limits()),
    ), (422 if given and year is None else 200)


@bp.get("/names.json")
def linked_places() -> Response:
    """Send every place with all its names in Linked Places Format."""
    guide = services()
    found = gazetteer.linked_places(
        guide.catalogue, guide.pack.streets, here.now().date(), _address
    )
    body = json.dumps(found, ensure_ascii=False, sort_keys=False)
    return Response(body, mimetype=gazetteer.MEDIA_TYPE)


def then_names(year: int | None) -> dict[str, str]:
    """Return how the map of a year labels streets; none of them for no year."""
    if year is None:
        return {}
    guide = services()
    return names_then.labels(_street_names(guide.pack), year, guide.catalogue)


def _renamed_streets(guide: Services) -> list[Position]:
    """Return the corners of where most streets run that ever had another name.

    The longest ones lead far out of the centre: a map of all of them is so small that
    no names stand on it.
    """
    today = set(filter(guide.catalogue.street, _street_names(guide.pack)))
    lines = [street.line for street in guide.pack.streets if street.name in today]
    if not lines:
        return []
    south, *_, north = quantiles([p.lat for line in lines for p in line], n=8)
    west, *_, east = quantiles([p.lon for line in lines for p in line], n=8)
    return [Position(south, west), Position(north, east)]


def _year(given: str) -> int | None:
    year = int(given) if given.isdecimal() and len(given) <= len("2100") else 0
    known = names_then.FIRST_YEAR <= year <= here.now().year
    return year if known else None


def _address(noun: str, key: str) -> str:
    if noun == "site":
        return url_for("visit.site", slug=key, _external=True)
    return url_for("names.names", _external=True, _anchor=f"{noun}-{key}")


@lru_cache(maxsize=2)
def _street_names(pack: Pack) -> tuple[str, ...]:
    return tuple(sorted({street.name for street in pack.streets if street.name}))
