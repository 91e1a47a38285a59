"""How one walks a leg, turn by turn: decided from its line, streets and landmarks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import dist

from guide.around import NOWHERE, Around
from guide.crossings import Crossing, Crossings
from guide.ground import Ground, Stairs, ground_of, is_busy, stairs
from guide.landmarks import Lookout, Seen
from guide.manoeuvres import (
    SIDE_M,
    Heading,
    Manoeuvre,
    Side,
    headed,
    side_of,
    turned,
)
from guide.sections import SHORT_M, Line, angle, bearing, sections
from guide.streets.way import Piece
from guide.tour import Leg

OFF_STREET_M = 20.0
"""From here on, the bit between a place and its street is said by itself."""

HERE_M = 1.0
"""A leg shorter than this needs no directions: one is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do, and how far to walk then.

    ``street`` is None where its name is not known, ``tags`` are those of OpenStreetMap
    that all of it shares, ``ground`` is what one walks on; for REACH all three are of
    the street that one comes to. ``at`` is the place in the leg's line where the step
    begins. ``heading`` is known where one sets out, ``side`` where one arrives beside
    the street, both only where positions are sure enough; ``doubt_m`` is how far off
    the place that one arrives at may be; ``stays`` says that it is the same street.
    ``crossings``, ``stairs`` and ``busy`` (much traffic, said once a leg) are what one
    meets on the step, ``seen`` is a landmark.
    """

    manoeuvre: Manoeuvre
    street: str | None
    metres: float
    at: int
    heading: Heading | None = None
    side: Side | None = None
    doubt_m: float = 0.0
    stays: bool = False
    ground: Ground = Ground.STREET
    crossings: tuple[Crossing, ...] = ()
    stairs: Stairs | None = None
    busy: bool = False
    seen: Seen | None = None
    tags: Mapping[str, str] = field(default_factory=dict, hash=False)


def steps(leg: Leg, around: Around = NOWHERE) -> tuple[Step, ...]:
    """Say how to walk a leg; nothing where one is there already.

    The steps' metres add up to those of the leg. The last step is to arrive.
    """
    if leg.metres < HERE_M:
        return ()
    line = Line(leg)
    if not leg.pieces:
        return (_across(leg, line),)
    off_m = leg.metres - sum(piece.metres for piece in leg.pieces)
    out_m, in_m = _shares(off_m, line.off_m(leg.pieces))
    streets = sections(leg.pieces, line)
    lookout = Lookout(line, leg.pieces, around.landmarks(leg.line))
    walked = [
        _setting_out(streets[0], leg, out_m, line),
        *(_turning(a, b, line) for a, b in pairwise(streets)),
    ]
    walked = [
        replace(step, seen=seen)
        for step, seen in zip(walked, lookout.best(streets), strict=True)
    ]
    first, *others = _with_what_one_meets(walked, leg, around)
    return (
        *_reaching(first, leg, out_m, line),
        *others,
        Step(
            manoeuvre=Manoeuvre.ARRIVE,
            street=None,
            metres=in_m,
            at=leg.pieces[-1].end,
            side=_side(leg, streets[-1], line),
            doubt_m=leg.doubts_m[1],
        ),
    )


def _setting_out(first: Piece, leg: Leg, off_m: float, line: Line) -> Step:
    """Say where to head along the first street."""
    near = off_m < OFF_STREET_M
    return Step(
        manoeuvre=Manoeuvre.START,
        street=first.name,
        metres=first.metres + (off_m if near else 0.0),
        at=0 if near else leg.pieces[0].begin,
        heading=headed(line.into(first)),
        ground=ground_of(first),
        tags=first.tags,
    )


def _reaching(start: Step, leg: Leg, off_m: float, line: Line) -> tuple[Step, ...]:
    """Get onto the street first, if need be."""
    if off_m < OFF_STREET_M:
        return (start,)
    towards = bearing(line.points[0], line.points[start.at])
    reach = Step(
        manoeuvre=Manoeuvre.REACH,
        street=start.street,
        metres=off_m,
        at=0,
        heading=headed(towards) if off_m >= leg.doubts_m[0] else None,
        ground=start.ground,
        tags=start.tags,
    )
    return reach, start


def _turning(a: Piece, b: Piece, line: Line) -> Step:
    return Step(
        manoeuvre=turned(line.turn(a, b)),
        street=b.name,
        metres=b.metres,
        at=b.begin,
        stays=a.name is not None and a.name == b.name,
        ground=ground_of(b),
        tags=b.tags,
    )


def _with_what_one_meets(
    walked: Sequence[Step], leg: Leg, around: Around
) -> list[Step]:
    """Add what one crosses and climbs on each step, and where traffic begins."""
    pieces, crossings = leg.pieces, Crossings(leg.line, around.spots)
    found, warned = [], False
    ends = [*(step.at for step in walked[1:]), pieces[-1].end]
    begin = 0
    for step, end in zip(walked, ends, strict=True):
        met = [piece for piece in pieces if begin <= piece.begin < end]
        # The first and the last piece of a leg may be parts of their streets.
        whole = [piece is not pieces[0] and piece is not pieces[-1] for piece in met]
        busy = not warned and is_busy(met, SHORT_M)
        warned = warned or busy
        found.append(
            replace(
                step,
                crossings=crossings.on(met),
                stairs=stairs(met, whole),
                busy=busy,
            )
        )
        begin = end
    return found


def _across(leg: Leg, line: Line) -> Step:
    """Arrive without walking along any street: the place is over there."""
    return Step(
        manoeuvre=Manoeuvre.ARRIVE,
        street=None,
        metres=leg.metres,
        at=0,
        heading=headed(bearing(line.points[0], line.points[-1])),
        doubt_m=leg.doubts_m[1],
    )


def _side(leg: Leg, last: Piece, line: Line) -> Side | None:
    """Say on which side the place is, unless it may as well be on the other one."""
    corner, place = line.points[last.end], line.points[-1]
    if dist(corner, place) < max(SIDE_M, leg.doubts_m[1]):
        return None
    return side_of(angle(line.out_of(last), bearing(corner, place)))


def _shares(total: float, parts: tuple[float, float]) -> tuple[float, float]:
    """Divide a total as two measured parts are to each other."""
    whole = sum(parts)
    first = total * parts[0] / whole if whole else 0.0
    return first, total - first
