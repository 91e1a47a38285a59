"""What lies within so many minutes on foot: an area, and the sites in it."""

from dataclasses import dataclass
from datetime import timedelta

from guide import places
from guide.places import MAX_SNAP_M
from guide.request import TourRequest
from guide.streets.engine import Area, Streets
from guide.tour import Place
from sites.catalogue import Catalogue
from sites.model import Site
from sites.position import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A site within reach, how long it takes to get there, and how far it is."""

    site: Site
    position: Position
    walk: timedelta
    metres: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """What can be reached from a place: nearest sites first.

    ``area`` is what lies beside the streets in reach, in longitude and latitude.
    """

    request: TourRequest
    start: Place
    area: Area
    sites: tuple[Near, ...]
    attribution: str


def within(request: TourRequest, catalogue: Catalogue, streets: Streets) -> Within:
    """Find what is within the minutes of a request from its start.

    How fast people walk, and along which streets, is that of the request; all else that
    it says does not matter here.

    Raises:
        BadRequest: a field names a site that is not in the catalogue.
        NoTour: the start is nowhere, or not near any street.
    """
    asked = places.canonical(request, catalogue)
    places.refuse_elsewhere(asked, catalogue.city, streets)
    walked = streets.walked_by(asked.profile)
    start = places.place_of("from", asked.start, catalogue)
    snap = places.on_the_streets("from", start, walked)
    others = [
        (site, found)
        for site in catalogue
        if site.way_in and site.slug != asked.start
        for found in [walked.snap(site.way_in.position)]
        if found.away_m <= MAX_SNAP_M
    ]
    snaps = [snap, *(found for _site, found in others)]
    metres = walked.ways(snaps).metres[0, 1:]
    most_m = asked.party.metres_in(asked.minutes * 60)
    near = [
        Near(
            site=site,
            position=found.place,
            walk=timedelta(seconds=asked.party.walk_s(float(far))),
            metres=float(far),
        )
        for (site, found), far in zip(others, metres, strict=True)
        if far <= most_m
    ]
    return Within(
        request=asked,
        start=start,
        area=walked.reach(snap, most_m),
        sites=tuple(sorted(near, key=lambda one: (one.metres, one.site.slug))),
        attribution=streets.attribution,
    )
