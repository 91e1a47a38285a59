"""A tour as one walks it: place after place, where to stand there, what to look for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guide.asked import to_words
from guide.direction_words import step_words
from guide.old_names import steps_told
from guide.tour import Halt, Leg, Part, Place, Rest, Stop, Tour
from guide.wording import rest_words
from sites.model import Standpoint
from sites.names import Language

NEAR_M = 40.0
"""Closer than this one is there: phones err by some ten metres, streets are as wide."""

DIGITS = 6
"""Decimals of a degree on the way: a tenth of a metre."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """The next place on the way, and the leg to it; the last one is the end.

    ``number`` counts visits alone, over all walks of a tour; None for a break or the
    end.
    """

    leg: Leg
    halt: Halt | None
    end: Place
    number: int | None = None

    @property
    def stop(self) -> Stop | None:
        """The visit, if it is one."""
        return self.halt if isinstance(self.halt, Stop) else None

    @property
    def rest(self) -> Rest | None:
        """The break, if it is one."""
        return self.halt if isinstance(self.halt, Rest) else None

    @property
    def stand(self) -> Standpoint | None:
        """The gate or viewpoint where the walk leads; None where neither is known."""
        if self.stop is None:
            return None
        site = self.stop.site
        return next((one for one in site.also_at if one.location == site.way_in), None)

    @property
    def doubt_m(self) -> float:
        """How far off the place may be."""
        known = self.stop.site.way_in if self.stop else None
        return known.radius_m if known else 0.0

    def name_in(self, language: Language) -> str:
        """Say what comes next."""
        if self.rest:
            return rest_words(self.rest, language)
        return (self.halt or self.end).name.in_(language)


def stations(tour: Tour, place: int) -> tuple[Station, ...]:
    """List what comes one after the other on one walk of a tour."""
    part = tour.parts[place]
    before = sum(len(other.stops) for other in tour.parts[:place])
    found, count = [], before
    for halt, leg in zip((*part.halts, None), part.legs, strict=True):
        count += isinstance(halt, Stop)
        number = count if isinstance(halt, Stop) else None
        found.append(Station(leg=leg, halt=halt, end=tour.end, number=number))
    return tuple(found)


def record(tour: Tour, place: int, language: Language) -> dict[str, Any]:
    """Return what a phone needs to lead on by itself, as plain values."""
    part: Part = tour.parts[place]
    insisted = tour.request.needed
    return {
        "words": to_words(tour.request),
        "start": tour.start.site.slug if tour.start.site else _written(tour.start),
        "end": tour.end.site.slug if tour.end.site else _written(tour.end),
        "depart": part.depart.isoformat(),
        "arrive": part.arrive.isoformat(),
        "stations": [
            _station(one, tour, insisted, language) for one in stations(tour, place)
        ],
    }


def _written(place: Place) -> str:
    return f"{place.position.lat:.5f},{place.position.lon:.5f}"


def _station(
    one: Station, tour: Tour, insisted: frozenset[str], language: Language
) -> Mapping[str, Any]:
    position = (one.halt or one.end).position
    stay = one.halt.leave - one.halt.enter if one.halt else None
    slug = one.stop.site.slug if one.stop else None
    return {
        "name": one.name_in(language),
        "site": slug,
        "lat": round(position.lat, DIGITS),
        "lon": round(position.lon, DIGITS),
        "near_m": round(max(NEAR_M, one.doubt_m)),
        "interest": one.stop.site.interest if one.stop else None,
        "insisted": slug in insisted,
        "metres": round(one.leg.metres),
        "walk_s": round(one.leg.duration.total_seconds()),
        "arrive": one.leg.arrive.isoformat(),
        "leave": one.halt.leave.isoformat() if one.halt else None,
        "stay_s": round(stay.total_seconds()) if stay else 0,
        "line": [
            [round(point.lat, DIGITS), round(point.lon, DIGITS)]
            for point in one.leg.line
        ],
        "steps": [
            {"at": step.at, "says": step_words(step, language, old)}
            for step, old in steps_told(one.leg, tour)
        ],
    }
