"""What lies beside the streets of a tour: landmarks, and the streets' old names."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import cos, radians

from guide.streets.engine import Streets
from guide.streets.spots import LANDMARKS, Spot
from sites.catalogue import Catalogue
from sites.folding import fold
from sites.names import Text
from sites.position import Box, Position

SURE_M = 40.0
"""A site whose position is less sure than this is no landmark to find a turn by."""

SPOT_DOUBT_M = 10.0
"""How far off a spot may be: it is often the middle of a house, not its door."""

NEAR_M = 60.0
"""Farther than this from a way, nothing is looked at."""

DEGREE_M = 111_000.0
"""About so long is a degree of latitude."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Landmark:
    """Something that one sees from the street; ``site`` is its address if it is one."""

    name: Text
    position: Position
    doubt_m: float
    site: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The catalogue and the spots of a pack, to look things up in."""

    catalogue: Catalogue = field(default_factory=Catalogue)
    spots: Sequence[Spot] = ()

    def landmarks(self, line: Sequence[Position]) -> list[Landmark]:
        """List what may serve as a landmark within some 60 m of the box of a line.

        Sites come first; a spot called like a site near by is the same thing. A name
        that two of them have tells nobody which is meant: it is left out.
        """
        box = _box(line)
        sites = [one for one in self._sites() if box.holds(one.position)]
        known = {fold(one.name.vi) for one in sites}
        spots = [one for one in self._spots(box) if fold(one.name.vi) not in known]
        times = Counter(fold(one.name.vi) for one in (*sites, *spots))
        return [one for one in (*sites, *spots) if times[fold(one.name.vi)] == 1]

    def _sites(self) -> Iterator[Landmark]:
        for site in self.catalogue:
            if site.location and site.location.radius_m <= SURE_M:
                yield Landmark(
                    name=site.name,
                    position=site.location.position,
                    doubt_m=site.location.radius_m,
                    site=site.slug,
                )

    def _spots(self, box: Box) -> Iterator[Landmark]:
        for spot in self.spots:
            if spot.name and spot.kind in LANDMARKS and box.holds(spot.position):
                english = spot.tags.get("name:en") or spot.name
                yield Landmark(
                    name=Text(vi=spot.name, en=english),
                    position=spot.position,
                    doubt_m=SPOT_DOUBT_M,
                )


NOWHERE = Around()
"""Nothing is known."""


def around(catalogue: Catalogue, streets: Streets) -> Around:
    """Return what is known beside the streets of a pack."""
    return Around(catalogue=catalogue, spots=streets.spots)


def _box(line: Sequence[Position]) -> Box:
    lats, lons = zip(*(point.lat_lon for point in line), strict=True)
    north = NEAR_M / DEGREE_M
    east = north / max(cos(radians(lats[0])), 0.01)
    return Box(
        south=max(min(lats) - north, -90),
        west=min(lons) - east,
        north=min(max(lats) + north, 90),
        east=max(lons) + east,
    )
