"""Who can help near the stops: hospitals, police and toilets that the map knows."""

from dataclasses import dataclass

from guide.streets.plane import metres_between
from guide.streets.spots import Spot
from guide.trips.plan import TripPlan
from sites.names import Language

FAR_M = 5000.0
"""What is farther from every stop is no help on foot, nor the nearest by car."""

MOST = 3


@dataclass(frozen=True, slots=True)
class Helper:
    """A spot of the map, and how far it is from the nearest stop, as the crow flies."""

    spot: Spot
    metres: float
    stop: int

    def name_in(self, language: Language) -> str:
        """Return what it is called."""
        english = self.spot.tags.get("name:en") if language == "en" else None
        return english or self.spot.name or ""


def nearest(plan: TripPlan, kind: str) -> tuple[Helper, ...]:
    """List the nearest spots of a kind; none where the map knows of none."""
    found = []
    for spot in plan.tour.around.spots:
        if spot.kind == kind:
            metres, stop = min(
                (metres_between(place.position, spot.position), number)
                for number, place in enumerate(plan.places)
            )
            if metres <= FAR_M:
                found.append(Helper(spot, metres, stop))
    return tuple(sorted(found, key=lambda helper: helper.metres)[:MOST])
