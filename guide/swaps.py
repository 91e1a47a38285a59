"""What one may visit instead of a stop: what is left out close by."""

from math import cos, dist, radians

from guide.tour import Reason, Stop, Tour
from sites.model import Site
from sites.position import Position

OFFERED = 3
"""So many are told: more would be a list of their own, which the page has below."""

SWAPPED = frozenset({Reason.BETTER_ELSEWHERE, Reason.OFF_TRAIL})
"""Why a site is left out that can take another's place; the rest cannot be reached."""


def instead(tour: Tour, stop: Stop) -> tuple[Site, ...]:
    """List the sites that may take the place of a stop, nearest first."""
    here = _plane(stop.position)
    found = [
        (dist(here, _plane(out.site.way_in.position)), out.site.slug, out.site)
        for out in tour.left_out
        if out.reason in SWAPPED and out.site.way_in
    ]
    nearest = sorted(found, key=lambda one: one[:2])[:OFFERED]
    return tuple(site for _far, _slug, site in nearest)


def _plane(position: Position) -> tuple[float, float]:
    """Return degrees that are equally long both ways: enough to compare distances."""
    return position.lat, position.lon * cos(radians(position.lat))
