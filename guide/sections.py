"""The streets of a leg as a walker sees them, without what only joins two of them."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from math import atan2, degrees, dist, hypot

from guide.streets.plane import Plane
from guide.streets.way import Piece
from guide.tour import Leg

STRAIGHT_DEG = 30.0
"""Streets bend by up to so much on their way: from here on, it is a turn."""

LOOK_M = 15.0
"""A street's direction at a junction is that of its first or last so many metres: the
last corner alone may only round the kerb, and much more is round the next bend."""

SHORT_M = 15.0
"""A piece shorter than this joins two streets and is not said: about the width of a
street with two carriageways, and nobody paces out less."""

ROUND_M = 60.0
"""So far one goes at most round a roundabout, or through a gap in a street's name, and
is still said to go on: the way round half a small square."""

ASIDE_M = 15.0
"""So far a street may lie beside the prolongation of the one before it and still be
straight on, past a roundabout: about half the width of one."""

Point = Sequence[float]


class Line:
    """The line of a leg in metres, and directions along it."""

    def __init__(self, leg: Leg) -> None:
        points: list[list[float]] = Plane(leg.line[0]).points(leg.line).tolist()
        self.points = points
        runs = (dist(a, b) for a, b in pairwise(points))
        self.along = list(accumulate(runs, initial=0.0))

    def into(self, piece: Piece) -> float:
        """Return the bearing of the first metres of a piece."""
        start, end = self.along[piece.begin], self.along[piece.end]
        return bearing(self.points[piece.begin], self._at(min(start + LOOK_M, end)))

    def out_of(self, piece: Piece) -> float:
        """Return the bearing of the last metres of a piece."""
        start, end = self.along[piece.begin], self.along[piece.end]
        return bearing(self._at(max(end - LOOK_M, start)), self.points[piece.end])

    def turn(self, a: Piece, b: Piece) -> float:
        """Return by how many degrees one turns from ``a`` into ``b``."""
        return angle(self.out_of(a), self.into(b))

    def aside(self, a: Piece, b: Piece) -> float:
        """Return how far ``b`` begins beside the prolongation of ``a``."""
        start, goal = self.points[a.end], self.points[b.begin]
        back = self._at(max(self.along[a.end] - LOOK_M, self.along[a.begin]))
        east, north = start[0] - back[0], start[1] - back[1]
        cross = east * (goal[1] - start[1]) - north * (goal[0] - start[0])
        return abs(cross) / max(hypot(east, north), 1e-9)

    def off_m(self, pieces: Sequence[Piece]) -> tuple[float, float]:
        """Measure the bits between the two places and the streets."""
        first, last = self.along[pieces[0].begin], self.along[pieces[-1].end]
        return first, self.along[-1] - last

    def _at(self, metres: float) -> Point:
        after = min(max(bisect_left(self.along, metres), 1), len(self.along) - 1)
        before_m, after_m = self.along[after - 1], self.along[after]
        share = (metres - before_m) / max(after_m - before_m, 1e-9)
        a, b = self.points[after - 1], self.points[after]
        return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])


def sections(pieces: Iterable[Piece], line: Line) -> list[Piece]:
    """Join what is one street to a walker, and drop what only joins two streets."""
    found = _joined(list(pieces), line)
    found = _without(found, lambda at: _ring(found, at, line))
    found = _joined(_without_short(found), line)
    while len(found) > 1 and found[0].metres < SHORT_M:
        short, after, *rest = found
        found = [_longer(after, short.metres), *rest]
    while len(found) > 1 and found[-1].metres < SHORT_M:
        *rest, before, short = found
        found = [*rest, _longer(before, short.metres)]
    return found


def _joined(pieces: list[Piece], line: Line) -> list[Piece]:
    """Join neighbours of one name where there is no choice, or straight on."""
    found = pieces[:1]
    for piece in pieces[1:]:
        before = found[-1]
        straight = is_straight(line.turn(before, piece))
        if before.name == piece.name and (straight or not piece.choice):
            found[-1] = replace(_longer(before, piece.metres), end=piece.end)
        else:
            found.append(piece)
    return found


def _without(pieces: list[Piece], skip: Callable[[int], int]) -> list[Piece]:
    """Drop so many pieces after each as ``skip`` says; their metres stay."""
    found, at = [], 0
    while at < len(pieces):
        count = skip(at)
        dropped = pieces[at + 1 : at + 1 + count]
        found.append(_longer(pieces[at], sum(piece.metres for piece in dropped)))
        at += 1 + count
        if dropped and at < len(pieces):
            pieces = [*pieces[:at], replace(pieces[at], choice=True), *pieces[at + 1 :]]
    return found


def _without_short(pieces: list[Piece]) -> list[Piece]:
    def skip(at: int) -> int:
        count = 0
        while at + count + 2 < len(pieces) and pieces[at + count + 1].metres < SHORT_M:
            count += 1
        return count

    return _without(pieces, skip)


def _ring(pieces: list[Piece], at: int, line: Line) -> int:
    """Return how many pieces after one only lead round and on in its direction.

    They leave it and come back to its prolongation, or are a gap in a street's name.
    """
    a, metres = pieces[at], 0.0
    for count, (between, b) in enumerate(pairwise(pieces[at + 1 :]), 1):
        metres += between.metres
        if metres > ROUND_M:
            break
        bent = not is_straight(line.turn(a, pieces[at + 1]))
        nameless = all(gap.name is None for gap in pieces[at + 1 : at + 1 + count])
        on = is_straight(line.turn(a, b)) and line.aside(a, b) <= ASIDE_M
        if on and (bent or (nameless and a.name == b.name)):
            return count
    return 0


def _longer(piece: Piece, metres: float) -> Piece:
    return replace(piece, metres=piece.metres + metres)


def is_straight(turn: float) -> bool:
    """Say whether a turn of so many degrees is none."""
    return abs(turn) < STRAIGHT_DEG


def bearing(a: Point, b: Point) -> float:
    """Return the direction from ``a`` to ``b`` in degrees clockwise from north."""
    return degrees(atan2(b[0] - a[0], b[1] - a[1]))


def angle(before: float, after: float) -> float:
    """Return the turn between two bearings, from -180 to 180."""
    return (after - before + 180) % 360 - 180
