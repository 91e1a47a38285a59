"""Divide classes and adults into groups, and see that there are enough of them."""

from dataclasses import dataclass
from math import ceil

from guide.trips.errors import NoAdult, StopTooSmall, TooFewAdults, TooManyGroups
from guide.trips.question import SchoolClass, Trip
from sites.names import Text

MOST_GROUPS = 12
"""More groups than these cannot walk round between breakfast and lunch."""

GROUP_PUPILS = 45
"""A class of more pupils is divided where nothing else is said.

Vietnamese classes of secondary schools have at most so many.
Source: Circular 32/2020/TT-BGDĐT, article 16.
"""


@dataclass(frozen=True, slots=True)
class Group:
    """Pupils who walk together, of which class, and how many adults go with them."""

    name: str
    pupils: int
    adults: int

    @property
    def people(self) -> int:
        """How many people a stop has to hold."""
        return self.pupils + self.adults


def form(trip: Trip) -> tuple[Group, ...]:
    """Divide the classes as evenly as possible; each group is of one class.

    Raises:
        NoAdult, TooFewAdults: not every group has an adult, or the ratio is not met.
        TooManyGroups: nobody plans so many at once.
    """
    shares = _shares(trip)
    if sum(shares) > MOST_GROUPS:
        size = max(1, ceil(trip.pupils / MOST_GROUPS))
        days = ceil(sum(shares) / MOST_GROUPS)
        raise TooManyGroups("groups", sum(shares), MOST_GROUPS, (size, days))
    _see_to_adults(trip, sum(shares))
    found = [
        (name, pupils)
        for one, share in zip(trip.classes, shares, strict=True)
        for name, pupils in _divided(one, share)
    ]
    adults = _adults(trip.adults, [pupils for _name, pupils in found])
    return tuple(
        Group(name, pupils, count)
        for (name, pupils), count in zip(found, adults, strict=True)
    )


def see_that_they_fit(
    groups: tuple[Group, ...], trip: Trip, stops: dict[str, Text]
) -> None:
    """See that every stop holds the largest group.

    Raises:
        StopTooSmall: one does not; it says how many groups would do.
    """
    largest = max(group.people for group in groups)
    for slug, name in stops.items():
        holds = trip.held_by(slug)
        if holds < largest:
            needed = _groups_for(trip, holds)
            raise StopTooSmall("groups", name, holds, (largest, needed))


def _groups_for(trip: Trip, holds: int) -> int:
    """Return how many groups, each with its adults, are small enough."""
    for count in range(len(trip.classes), trip.pupils + 1):
        sizes = _sizes(trip, count)
        adults = ceil(max(trip.adults, count) / count)
        if max(sizes) + adults <= holds:
            return count
    return trip.pupils


def _sizes(trip: Trip, count: int) -> list[int]:
    shares = _spread(trip.classes, count)
    return [
        ceil(one.pupils / share)
        for one, share in zip(trip.classes, shares, strict=True)
    ]


def _shares(trip: Trip) -> list[int]:
    """Return into how many groups each class is divided."""
    if trip.groups:
        return _spread(trip.classes, max(trip.groups, len(trip.classes)))
    return [ceil(one.pupils / GROUP_PUPILS) for one in trip.classes]


def _spread(classes: tuple[SchoolClass, ...], count: int) -> list[int]:
    """Give each class a group, and the others to whichever has the largest ones."""
    shares = [1] * len(classes)
    for _extra in range(count - len(classes)):
        sizes = [one.pupils / n for one, n in zip(classes, shares, strict=True)]
        shares[sizes.index(max(sizes))] += 1
    return shares


def _divided(one: SchoolClass, share: int) -> list[tuple[str, int]]:
    small, larger = divmod(one.pupils, share)
    if share == 1:
        return [(one.name, one.pupils)]
    return [
        (f"{one.name}.{number + 1}", small + (number < larger))
        for number in range(share)
    ]


def _adults(adults: int, sizes: list[int]) -> list[int]:
    """Give each group an adult, and the others to whichever has most pupils each."""
    found = [1] * len(sizes)
    for _extra in range(adults - len(sizes)):
        loads = [size / count for size, count in zip(sizes, found, strict=True)]
        found[loads.index(max(loads))] += 1
    return found


def _see_to_adults(trip: Trip, groups: int) -> None:
    needed = max(trip.adults_needed, groups)
    if trip.adults == 0:
        raise NoAdult("adults", trip.pupils, needed)
    if trip.adults < needed:
        raise TooFewAdults("adults", trip.adults, needed, (trip.pupils, groups))
