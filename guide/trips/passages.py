"""The walks between places that any group makes, each once: directions and risks."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from guide.tour import Leg
from guide.trips.plan import TripPlan
from sites.names import Language, Text

START = Text(vi="Xuất phát", en="Start")
END = Text(vi="Kết thúc", en="End")
LUNCH = Text(vi="Ăn trưa", en="Lunch")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A walk from one place to another; ``groups`` are those that make it.

    Places are numbers: after the stops and lunch come the start and the end.
    """

    begin: int
    finish: int
    leg: Leg
    groups: tuple[str, ...]


def passages(plan: TripPlan) -> tuple[Passage, ...]:
    """List every walk that any group makes, from the start on."""
    last = len(plan.places)
    found: dict[tuple[int, int], tuple[Leg, list[str]]] = {}
    for group, one, part in zip(
        plan.groups, plan.rotation.rounds, plan.parts, strict=True
    ):
        order = [last, *(visit.stop for visit in one.visits), last + 1]
        for pair, leg in zip(pairwise(order), part.legs, strict=True):
            found.setdefault(pair, (leg, []))[1].append(group.name)
    # The start comes first: its number is that of no stop.
    ordered = sorted(found, key=lambda pair: ((pair[0] + 1) % (last + 1), pair[1]))
    return tuple(
        Passage(begin=a, finish=b, leg=found[a, b][0], groups=tuple(found[a, b][1]))
        for a, b in ordered
    )


def mark(plan: TripPlan, place: int, language: Language) -> str:
    """Return the short name of a place: the number of a stop, or a word."""
    words = dict(_words(plan))
    return words[place].in_(language) if place in words else str(place + 1)


def _words(plan: TripPlan) -> Iterator[tuple[int, Text]]:
    last = len(plan.places)
    yield from ((last, START), (last + 1, END))
    if plan.lunch:
        yield last - 1, LUNCH


def passage_name(plan: TripPlan, one: Passage, language: Language) -> str:
    """Name a walk by its two ends: ``Xuất phát – 1``."""
    ends = (mark(plan, place, language) for place in (one.begin, one.finish))
    return " – ".join(ends)
