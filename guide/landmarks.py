"""Which landmark helps at a step, and how it lies: just past it, opposite, beside."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import cos, dist, hypot, radians, sin

from guide.around import Landmark
from guide.manoeuvres import SIDE_DEG, SIDE_M, Side, side_of
from guide.sections import Line, Point, angle, bearing
from guide.streets.way import Piece

NEAR_M = 40.0
"""A landmark farther than this from a turn, or from the way, is not told."""

AT_M = 15.0
"""A landmark this near to a turn, and this surely there, is at the turn."""

FRONT_M = 25.0
"""A spot farther beside the way than this may stand behind the first row of houses."""

ENDS_M = 30.0
"""What is this near to either end of a leg is where one comes from or goes to."""

CONE_DEG = 60.0
"""What stands on the street that one comes along is within this of its direction."""

LONG_M = 100.0
"""A step shorter than this needs nothing that one passes on it."""

APART_M = 20.0
"""What one passes lies at least so far along from where the step begins and ends."""


TOUCH_M = 0.01
"""Of two straight bits, one that is nearer by less than this is no nearer."""


class Relation(StrEnum):
    """How a landmark lies to a step: the first four to the turn it begins with."""

    AT = "at"
    AFTER = "after"
    BEFORE = "before"
    OPPOSITE = "opposite"
    PASSING = "passing"


@dataclass(frozen=True, slots=True)
class Seen:
    """A landmark at a step; ``side`` is where it is passed, None where not sure."""

    landmark: Landmark
    relation: Relation
    side: Side | None = None


class Lookout:
    """The landmarks near one leg; each is told once."""

    def __init__(
        self, line: Line, pieces: Sequence[Piece], near: Iterable[Landmark]
    ) -> None:
        self._line = line
        self._corners = [
            line.along[piece.begin] for piece in pieces[1:] if piece.choice
        ]
        ends = line.points[0], line.points[-1]
        self._places = [
            (one, point)
            for one in near
            for point in [line.point(one.position)]
            if all(dist(point, end) >= ENDS_M for end in ends)
        ]
        self._told: set[Landmark] = set()

    def best(self, sections: Sequence[Piece]) -> list[Seen | None]:
        """Choose what to tell at each section, at most one thing.

        The turn with which it begins comes before the way along it, a site before a
        spot, and then the nearest.
        """
        found = [
            None,
            *(self._nearest(self._at_turn(*two)) for two in pairwise(sections)),
        ]
        return [
            seen or self._passed(section)
            for seen, section in zip(found, sections, strict=True)
        ]

    def _passed(self, section: Piece) -> Seen | None:
        if section.metres < LONG_M:
            return None
        return self._nearest(self._on_the_way(section))

    def _nearest(self, found: Iterable[tuple[float, Seen]]) -> Seen | None:
        ranked = sorted(
            (seen.landmark.site is None, metres, seen.landmark.name.vi, place, seen)
            for place, (metres, seen) in enumerate(found)
            if seen.landmark not in self._told
        )
        if not ranked:
            return None
        *_rank, seen = ranked[0]
        self._told.add(seen.landmark)
        return seen

    def _at_turn(self, before: Piece, section: Piece) -> Iterator[tuple[float, Seen]]:
        corner = self._line.points[section.begin]
        facing = self._line.out_of(before)
        turn_side = side_of(angle(facing, self._line.into(section)))
        for one, point in self._places:
            metres = dist(corner, point)
            if metres > NEAR_M:
                continue
            ahead, aside = _seen_from(corner, facing, point)
            seen = placed((ahead, aside), one.doubt_m, turn_side)
            if seen is Relation.AFTER and self._is_turn_within(
                section, one.doubt_m - ahead
            ):
                continue
            if seen:
                yield metres, Seen(one, seen)

    def _is_turn_within(self, section: Piece, metres: float) -> bool:
        """Say whether one could turn too early, in the last metres before a turn."""
        turn = self._line.along[section.begin]
        return any(turn - metres < at < turn - SIDE_M for at in self._corners)

    def _on_the_way(self, section: Piece) -> Iterator[tuple[float, Seen]]:
        runs = list(pairwise(range(section.begin, section.end + 1)))
        for one, point in self._places:
            feet = [self._foot(a, b, point) for a, b in runs]
            metres, along, _towards = min(feet)
            limit = NEAR_M if one.site else FRONT_M
            start, end = self._line.along[section.begin], self._line.along[section.end]
            if metres > limit or not start + APART_M <= along <= end - APART_M:
                continue
            sure = metres >= max(SIDE_M, one.doubt_m)
            yield metres, Seen(one, Relation.PASSING, _side(feet) if sure else None)

    def _foot(self, a: int, b: int, point: Point) -> tuple[float, float, float]:
        """Return how far a point is from a straight bit, where along, and its angle."""
        start, end = self._line.points[a], self._line.points[b]
        run = end[0] - start[0], end[1] - start[1]
        off = point[0] - start[0], point[1] - start[1]
        length = max(hypot(*run), 1e-9)
        share = (run[0] * off[0] + run[1] * off[1]) / length**2
        share = min(max(share, 0.0), 1.0)
        foot = start[0] + share * run[0], start[1] + share * run[1]
        towards = angle(bearing(start, end), bearing(foot, point))
        return dist(foot, point), self._line.along[a] + share * length, towards


def _side(feet: Sequence[tuple[float, float, float]]) -> Side | None:
    """Say on which hand something lies, from all that ``Lookout._foot`` found.

    What is nearest to a corner is as near to the bit before as to the one after it: it
    is on a hand if it is so for both.
    """
    nearest = min(feet)[0] + TOUCH_M
    sides = {side_of(towards) for metres, _along, towards in feet if metres <= nearest}
    return sides.pop() if len(sides) == 1 else None


def placed(
    ahead_aside: tuple[float, float], doubt_m: float, turn: Side | None
) -> Relation | None:
    """Say how a landmark lies to a turn; None where that would not be sure.

    Args:
        ahead_aside: how far it lies ahead of the corner as one comes there, and how far
            to the right; behind and left are negative.
        doubt_m: how far off it may be.
        turn: to which hand one turns; None where one goes on.
    """
    ahead, aside = ahead_aside
    sure = max(SIDE_M, doubt_m)
    off_deg = abs(bearing((0.0, 0.0), (aside, ahead)))
    turns = 0 if turn is None else 1 if turn is Side.RIGHT else -1
    lies = {
        Relation.AT: hypot(ahead, aside) <= AT_M and doubt_m <= AT_M,
        Relation.AFTER: ahead <= -sure and off_deg >= 180 - CONE_DEG,
        Relation.OPPOSITE: turns
        and (-aside * turns >= sure or (ahead >= sure and off_deg < SIDE_DEG)),
        Relation.BEFORE: turns and ahead >= sure and off_deg <= CONE_DEG,
    }
    return next((relation for relation, true in lies.items() if true), None)


def _seen_from(corner: Point, facing: float, point: Point) -> tuple[float, float]:
    """Return how far a point lies ahead and to the right of who faces a bearing."""
    east, north = point[0] - corner[0], point[1] - corner[1]
    sine, cosine = sin(radians(facing)), cos(radians(facing))
    return east * sine + north * cosine, east * cosine - north * sine
