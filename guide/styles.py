"""Three ways to walk: most to see, least walking, calm; none worse in every respect."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from guide.no_tour import NoTour
from guide.tour import Tour
from guide.wishes import Style


@dataclass(frozen=True, slots=True)
class Way:
    """A tour in one of the styles, for comparing it with the others."""

    style: Style
    tour: Tour

    @property
    def merits(self) -> tuple[float, float, float]:
        """What it is good at, the more the better: sights, little walking, calm."""
        calm = self.tour.stay_time.total_seconds() / max(1, len(self.tour.stops))
        return self.tour.score, -self.tour.walk_m, calm

    def beats(self, other: "Way") -> bool:
        """Tell whether it is nowhere worse than another, and shows more or is shorter.

        To stay longer is not enough: who does is back later.
        """
        mine, theirs = self.merits, other.merits
        no_worse = all(a >= b for a, b in zip(mine, theirs, strict=True))
        return no_worse and mine[:2] != theirs[:2]


def three(tour: Tour, plan: Callable[..., Tour]) -> tuple[Way, ...]:
    """Plan a tour's request in every style, and keep those that no other one beats.

    Args:
        tour: a tour of one style.
        plan: plans a request, or raises NoTour.

    Returns:
        Up to three ways, no two of them the same walk.
    """
    ways = [Way(style, found) for style in Style for found in _in(style, tour, plan)]
    return tuple(
        way
        for number, way in enumerate(ways)
        if not any(other.beats(way) for other in ways)
        and not any(_same(way, earlier) for earlier in ways[:number])
    )


def _in(style: Style, tour: Tour, plan: Callable[..., Tour]) -> Iterable[Tour]:
    if style is tour.request.style:
        return [tour]
    try:
        return [plan(replace(tour.request, style=style))]
    except NoTour:
        return []  # longer stays, or a break, do not fit: that way does not exist


def _same(one: Way, other: Way) -> bool:
    return one.tour.parts == other.tour.parts
