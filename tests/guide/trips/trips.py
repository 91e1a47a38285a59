"""A trip of two classes in the small town, and the temples that it may visit."""

from typing import Any

from guide.trips.facts import FACTS
from guide.trips.plan import TripPlan, plan_trip
from guide.trips.question import SchoolClass, Trip
from sites.catalogue import Catalogue
from tests.guide.factories import CORNER, GRID, at, on, temple

TEMPLES = (
    temple("dong", on(200, 0)),
    temple("bac", on(0, 200)),
    temple("giua", on(200, 200)),
)
TOWN = Catalogue(TEMPLES)


def trip(**changes: Any) -> Trip:
    """Ask for two hours and a half with two classes, on a Monday at eight."""
    values: dict[str, Any] = {
        "classes": (SchoolClass("7A", 40), SchoolClass("7B", 36)),
        "adults": 6,
        "start": CORNER,
        "depart": at("08:00"),
        "minutes": 150,
    }
    return Trip(**values | changes)


def planned(*sites: Any, **changes: Any) -> TripPlan:
    catalogue = Catalogue(sites) if sites else TOWN
    return plan_trip(trip(**changes), catalogue, GRID)


def complete(**changes: Any) -> TripPlan:
    """Return a plan of which nothing is missing."""
    facts = {key: f"điều {number}" for number, key in enumerate(FACTS)}
    goals = {site.slug: f"Mục tiêu ở {site.slug}" for site in TEMPLES}
    more = {"facts": facts, "objectives": goals, "ratio": 20, "ages": (12, 13)}
    return planned(**more | changes)
