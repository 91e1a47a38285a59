"""Find what a request names: sites by address or name, places on the streets."""

from dataclasses import replace

from guide import trail
from guide.asked import refuse_contradictions
from guide.asked.words import written
from guide.bad_request import BadPlace, NoSuchSite
from guide.no_tour import NoPosition, TooFarFromStreets
from guide.request import TourRequest
from guide.streets.engine import Streets
from guide.streets.snap import Snap
from guide.tour import Place
from guide.wishes import Where
from sites.catalogue import Catalogue
from sites.city import City
from sites.errors import SiteNotFound
from sites.folding import fold
from sites.model import Site
from sites.position import Position

MAX_SNAP_M = 200.0
"""Farther than this from any street of the pack, a place counts as out of reach."""


def canonical(request: TourRequest, catalogue: Catalogue) -> TourRequest:
    """Name every site of a request by its address, however it was named.

    Raises:
        NoSuchSite, NoSuchEntry: a name is not in the catalogue.
        Contradiction: a site is wanted and not wanted, if in different words.
    """

    def named(field: str, name: str) -> str:
        return site_named(field, name, catalogue).slug

    def where(field: str, given: Where) -> Where:
        return given if isinstance(given, Position) else named(field, given)

    def slugs(field: str, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(named(field, name) for name in names))

    given = request.wishes.follow
    follow = trail.named(given, catalogue).slug if given else None
    found = replace(
        request,
        start=where("from", request.start),
        end=where("to", request.end) if request.end else None,
        must=slugs("must", request.must),
        never=slugs("never", request.never),
        wishes=replace(request.wishes.renamed(named, where), follow=follow),
    )
    refuse_contradictions(found)
    return found


def refuse_elsewhere(request: TourRequest, city: City, streets: Streets) -> None:
    """See that positions lie in the city, or where the streets in use are.

    Raises:
        BadPlace: one does not.
    """
    boxes = [box for box in (city.box, streets.area) if box]
    breaks = (place for wish in request.possible_breaks for place in wish.places)
    asked = [("from", request.start), ("to", request.end)]
    for field, where in [*asked, *(("break", place) for place in breaks)]:
        if isinstance(where, Position) and not any(box.holds(where) for box in boxes):
            raise BadPlace(field, written(where), city.name.en)


def site_named(field: str, name: str, catalogue: Catalogue) -> Site:
    """Find a site by its address, or by a whole name of it, accents or not.

    Raises:
        NoSuchSite: there is none; it offers the nearest names.
    """
    try:
        return catalogue.get(name)
    except SiteNotFound as problem:
        for site in catalogue.find(name):
            if fold(name) in map(fold, (site.name.vi, site.name.en, *site.also)):
                return site
        raise NoSuchSite(field, name, problem.near) from None


def place_of(field: str, where: Where, catalogue: Catalogue) -> Place:
    """Return the place that a request names.

    Raises:
        NoPosition: nobody knows where that site stands.
    """
    if isinstance(where, Position):
        return Place(position=where)
    site = catalogue.get(where)
    if site.way_in is None:
        raise NoPosition(field, site.name)
    return Place(position=site.way_in.position, site=site)


def on_the_streets(field: str, place: Place, streets: Streets) -> Snap:
    """Find the point of the streets from which one walks to a place.

    Raises:
        TooFarFromStreets: there is none within ``MAX_SNAP_M``.
    """
    snap = streets.snap(place.position)
    if snap.away_m > MAX_SNAP_M:
        raise TooFarFromStreets(field, place.name, snap.away_m, MAX_SNAP_M)
    return snap
