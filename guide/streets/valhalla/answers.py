"""What Valhalla answers, read into what the guide works with; nothing is asked here.

Every function raises ``StreetsFailed`` where an answer is not what it should be.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from math import inf
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import shape

from guide.streets.errors import StreetsFailed
from guide.streets.plane import metres_between
from guide.streets.snap import Snap
from guide.streets.valhalla.server import STRANGE
from guide.streets.way import Piece, Stretch, Way, joined
from sites.errors import BadPosition
from sites.position import Position

Json = Any

KIND_BY_USE = {
    "steps": "steps",
    "footway": "footway",
    "sidewalk": "footway",
    "pedestrian_crossing": "footway",
    "elevator": "footway",
    "path": "path",
    "mountain_bike": "path",
    "pedestrian": "pedestrian",
    "living_street": "living_street",
    "cycleway": "cycleway",
    "track": "track",
    "service_road": "service",
    "alley": "service",
    "driveway": "service",
    "parking_aisle": "service",
    "emergency_access": "service",
    "drive_through": "service",
}
"""What a street is used for, in OpenStreetMap's words; else its class counts."""

TAGS_BY_USE = {
    "pedestrian_crossing": {"footway": "crossing"},
    "sidewalk": {"footway": "sidewalk"},
    "alley": {"service": "alley"},
    "driveway": {"service": "driveway"},
}

EDGE_FACTS = (
    "edge.names", "edge.road_class", "edge.use", "edge.bridge", "edge.tunnel",
    "edge.begin_shape_index", "edge.end_shape_index",
    "node.intersecting_edge.walkability",
)  # fmt: skip
"""What of a way is asked for, and read here."""


FORMLESS = (
    KeyError, IndexError, TypeError, ValueError, AttributeError, BadPosition,
    shapely.errors.ShapelyError,
)  # fmt: skip
"""What reading an answer of another form ends in."""


@contextmanager
def understood() -> Iterator[None]:
    """Turn an answer of another form into a sentence."""
    try:
        yield
    except FORMLESS:
        raise StreetsFailed(STRANGE) from None


def snap_of(place: Position, answer: Json) -> Snap:
    """Read from an answer to ``locate`` where one steps onto the streets.

    Where there is no street at all, that is infinitely far away.
    """
    with understood():
        edges = answer["edges"] or []
        if not edges:
            return Snap(street=-1, along_m=0.0, away_m=inf, point=place, place=place)
        # Of a street each direction is an edge; the one as drawn stands for both.
        best = min(
            edges, key=lambda edge: (edge["distance"], not edge["edge"]["forward"])
        )
        point = Position(float(best["correlated_lat"]), float(best["correlated_lon"]))
        length = float(best["edge"]["geo_attributes"]["length"])
        return Snap(
            street=int(best["edge_id"]["value"]),
            along_m=float(best["percent_along"]) * length,
            away_m=metres_between(place, point),
            point=point,
            place=place,
        )


def metres_of(answer: Json, rows: int, columns: int) -> NDArray[np.float64]:
    """Read an answer to ``sources_to_targets``: metres, ``inf`` where no way leads."""
    with understood():
        table = answer["sources_to_targets"]["distances"]
        found = np.array(
            [[inf if km is None else float(km) * 1000 for km in row] for row in table]
        )
        if found.shape != (rows, columns) or not (found >= 0).all():
            raise ValueError
        return found


def line_of(answer: Json) -> tuple[Position, ...]:
    """Read the line of an answer to ``route``."""
    with understood():
        points = answer["routes"][0]["geometry"]["coordinates"]
        return tuple(Position(float(lat), float(lon)) for lon, lat in points)


def way_of(
    ends: tuple[Snap, Snap], shape: Sequence[Position], answer: Json, metres: float
) -> Way:
    """Join the line of a way and what ``trace_attributes`` says about it.

    Args:
        ends: the places where it begins and ends.
        shape: its line, from street to street.
        answer: which streets the line follows.
        metres: how long the whole way is.
    """
    with understood():
        line = [ends[0].place]
        at = []
        for point in shape:
            if point != line[-1]:
                line.append(point)
            at.append(len(line) - 1)
        if ends[1].place != line[-1]:
            line.append(ends[1].place)
        pieces = tuple(_pieces(answer["edges"], at, line))
        return Way(
            line=tuple(line),
            stretches=joined(Stretch(piece.name, piece.metres) for piece in pieces),
            metres=metres,
            pieces=pieces,
        )


def _pieces(edges: Json, at: list[int], line: list[Position]) -> Iterator[Piece]:
    """Read the streets of a way; what has no length is left out.

    Args:
        edges: the streets, as Valhalla tells them.
        at: for each point of Valhalla's line, its place in ours.
        line: our line.
    """
    choice = False
    for edge in edges:
        begin, end = at[edge["begin_shape_index"]], at[edge["end_shape_index"]]
        if begin < end:
            along = pairwise(line[begin : end + 1])
            yield Piece(
                name=name_of(edge.get("names", [])),
                metres=sum(metres_between(one, two) for one, two in along),
                begin=begin,
                end=end,
                choice=choice,
                kind=kind_of(edge),
                tags=tags_of(edge),
            )
        others = edge.get("end_node", {}).get("intersecting_edges", [])
        choice = any(other.get("walkability") != "none" for other in others)


def name_of(names: Sequence[str]) -> str | None:
    """Choose the name of a street: rather a word than a number like QL.5."""
    by_word = [name for name in names if any(sign.islower() for sign in name)]
    return next(iter([*by_word, *names]), None)


def kind_of(edge: Mapping[str, Json]) -> str:
    """Return the kind of a street in OpenStreetMap's words."""
    use, road = edge.get("use", ""), edge.get("road_class", "road")
    link = "_link" if use in {"ramp", "turn_channel"} else ""
    road = "service" if road == "service_other" else f"{road}{link}"
    return KIND_BY_USE.get(use, road)


def tags_of(edge: Mapping[str, Json]) -> dict[str, str]:
    """Return what else is known of a street, as OpenStreetMap's tags."""
    found = {key: "yes" for key in ("bridge", "tunnel") if edge.get(key) is True}
    return found | TAGS_BY_USE.get(edge.get("use", ""), {})


def area_of(answer: Json) -> shapely.MultiPolygon:
    """Read an answer to ``isochrone``, in longitude and latitude."""
    with understood():
        shapes = [shape(feature["geometry"]) for feature in answer["features"]]
        whole = shapely.union_all([shapely.make_valid(one) for one in shapes])
        parts = [
            part
            for part in shapely.get_parts(whole)
            if isinstance(part, shapely.Polygon) and not part.is_empty
        ]
        return shapely.MultiPolygon(parts)
