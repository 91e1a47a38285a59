"""What is known of the ground on which a walk is to climb no step."""

from dataclasses import dataclass

from guide.streets.profile import Fit, step_free
from guide.tour import Leg, Tour


@dataclass(frozen=True, slots=True)
class Footing:
    """How many metres of a walk are tagged as free of steps, and how many are not.

    Nobody knows of the others: one has to ask. What is tagged as steps is not walked.
    """

    sure_m: float
    ask_m: float


def footing(tour: Tour) -> Footing | None:
    """Return what is known of all legs of a tour; None where steps do not matter."""
    if not tour.request.profile.step_free:
        return None
    legs = [leg for part in tour.parts for leg in part.legs]
    sure_m = sum(map(_sure_m, legs))
    return Footing(sure_m, sum(leg.metres for leg in legs) - sure_m)


def _sure_m(leg: Leg) -> float:
    return sum(
        piece.metres
        for piece in leg.pieces
        if step_free(piece.kind, piece.tags) is Fit.YES
    )
