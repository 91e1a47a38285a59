"""What is dangerous on the way and at the stops, from the street data: with places."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate, pairwise

from guide.crossings import DIGITS
from guide.ground import KINDS, Ground, ground_of, is_for_feet
from guide.streets.beside import Beside
from guide.streets.land import Land, LandKind
from guide.streets.pack import Pack
from guide.streets.plane import metres_between
from guide.streets.way import Piece
from guide.tour import Leg
from guide.trips.passages import passages
from guide.trips.plan import TripPlan
from sites.position import Position

NEAR_WATER_M = 15.0
"""Who walks so near to water has to be kept away from it."""

ONE_CROSSING_M = 30.0
"""Two crossings of one street within so much are one: it has two carriageways."""

LEAST_M = 5.0
"""What is shorter is an effect of where lines are drawn."""

WATER = (LandKind.WATER, LandKind.WATERWAY)
PAVED = frozenset({"both", "left", "right", "yes", "separate"})
UNPAVED = frozenset({"no", "none"})


class Risk(StrEnum):
    """What may happen, or what nobody knows."""

    CROSSING = "crossing"
    MAIN_ROAD = "main-road"
    NO_PAVEMENT = "no-pavement"
    PAVEMENT_UNKNOWN = "pavement-unknown"
    STEPS = "steps"
    BRIDGE = "bridge"
    WATER = "water"
    RAILWAY = "railway"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazard:
    """A risk on one walk: how many metres of it, or where and how far from its start.

    ``passage`` is the place of the walk in ``passages(plan)``.
    """

    risk: Risk
    passage: int
    metres: float = 0.0
    street: str | None = None
    position: Position | None = None
    along_m: float | None = None


@dataclass(frozen=True, slots=True)
class Terrain:
    """Where to look: the streets in use, and the land between them if there is any."""

    pack: Pack
    land: Callable[[], Iterable[Land]] = tuple

    @property
    def knows_land(self) -> bool:
        """Whether water and railways are known at all."""
        return self.pack.land is not None


def hazards(plan: TripPlan, terrain: Terrain) -> tuple[Hazard, ...]:
    """List what is dangerous on each walk, in the order of the walks."""
    walks = passages(plan)
    lines = [one.leg.line for one in walks]
    beside = Beside(terrain.land() if terrain.knows_land else (), lines)
    roads = main_roads(terrain.pack)
    return tuple(
        hazard
        for number, one in enumerate(walks)
        for hazard in (
            *_crossings(number, one.leg, roads),
            *_along(number, one.leg),
            *_land(number, one.leg, beside),
        )
    )


Cell = tuple[float, float]
Roads = Mapping[Cell, frozenset[str]]
"""Which main roads lead over a point; those without a name are called by their kind."""


@lru_cache(maxsize=2)
def main_roads(pack: Pack) -> Roads:
    """Note the points of all main roads of a pack."""
    found: dict[Cell, set[str]] = {}
    for street in pack.streets:
        if is_main(street.kind):
            for position in street.line:
                names = found.setdefault(cell(position), set())
                names.add(street.name or street.kind)
    return {at: frozenset(names) for at, names in found.items()}


def is_main(kind: str) -> bool:
    """Tell whether a kind of street carries the traffic through a town."""
    return KINDS.get(kind) is Ground.MAIN


def cell(position: Position) -> Cell:
    """Return what equal points of two streets have in common."""
    return round(position.lat, DIGITS), round(position.lon, DIGITS)


def _crossings(number: int, leg: Leg, roads: Roads) -> Iterator[Hazard]:
    """Find the points where a main road is met that one does not walk along."""
    along = list(accumulate(map(_metres, pairwise(leg.line)), initial=0.0))
    last: dict[str, float] = {}
    for place, position in enumerate(leg.line[1:-1], 1):
        walked = {
            piece.name or piece.kind
            for piece in leg.pieces
            if piece.begin <= place <= piece.end and is_main(piece.kind)
        }
        for name in sorted(roads.get(cell(position), frozenset()) - walked):
            again = along[place] - last.get(name, -ONE_CROSSING_M) < ONE_CROSSING_M
            last[name] = along[place]
            if not again:
                yield Hazard(
                    risk=Risk.CROSSING,
                    passage=number,
                    street=None if KINDS.get(name) else name,
                    position=position,
                    along_m=along[place],
                )


def _metres(pair: tuple[Position, Position]) -> float:
    return metres_between(*pair)


def _along(number: int, leg: Leg) -> Iterator[Hazard]:
    """Measure main roads, missing pavements, steps and bridges."""
    for risk, is_one in ALONG.items():
        pieces = [piece for piece in leg.pieces if is_one(piece)]
        metres = sum(piece.metres for piece in pieces)
        if metres >= LEAST_M:
            names = dict.fromkeys(piece.name for piece in pieces if piece.name)
            yield Hazard(
                risk=risk,
                passage=number,
                metres=metres,
                street=", ".join(names) or None,
            )


def _has_traffic(piece: Piece) -> bool:
    calm = piece.kind in {"pedestrian", "steps"}
    return not (calm or is_for_feet(piece))


def _sidewalk(piece: Piece, known: frozenset[str]) -> bool:
    tags = (piece.tags.get(key) for key in SIDEWALKS)
    return any(tag in known for tag in tags)


SIDEWALKS = ("sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right")

ALONG: dict[Risk, Callable[[Piece], bool]] = {
    Risk.MAIN_ROAD: lambda piece: is_main(piece.kind) and not is_for_feet(piece),
    Risk.NO_PAVEMENT: lambda piece: (
        _has_traffic(piece)
        and _sidewalk(piece, UNPAVED)
        and not _sidewalk(piece, PAVED)
    ),
    Risk.PAVEMENT_UNKNOWN: lambda piece: (
        _has_traffic(piece) and not _sidewalk(piece, UNPAVED | PAVED)
    ),
    Risk.STEPS: lambda piece: piece.kind == "steps",
    Risk.BRIDGE: lambda piece: ground_of(piece) in {Ground.BRIDGE, Ground.FOOTBRIDGE},
}


def _land(number: int, leg: Leg, beside: Beside) -> Iterator[Hazard]:
    metres = beside.metres(leg.line, WATER, NEAR_WATER_M)
    if metres >= LEAST_M:
        yield Hazard(risk=Risk.WATER, passage=number, metres=metres)
    for position in beside.met(leg.line, [LandKind.RAILWAY]):
        yield Hazard(
            risk=Risk.RAILWAY,
            passage=number,
            position=position,
            along_m=_where(leg.line, position),
        )


def _where(line: Sequence[Position], position: Position) -> float:
    """Return how far along a line the point is that is nearest to a position."""
    along = list(accumulate(map(_metres, pairwise(line)), initial=0.0))
    near = min(range(len(line)), key=lambda n: metres_between(line[n], position))
    return along[near]
