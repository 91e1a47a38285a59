"""Open squares: walked along the outline, and straight across from door to door."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import cos, radians

import numpy as np
import shapely
from numpy.typing import NDArray

from guide.streets.areas import enclosed
from guide.streets.drawing import Outline
from guide.streets.lines import Ids, LineRows, Lines, Points, joined
from guide.streets.street import Label

MOST_ENTRANCES = 40
"""A square with more entrances is walked along its outline only."""

MOST_CORNERS = 120
"""With more corners to walk round, one walks only where one sees the other end."""

Pairs = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Square:
    """An open place: what it is called, its area with holes, its corners by number."""

    label: Label
    area: shapely.Polygon
    nodes: Mapping[tuple[float, float], int]

    def ring(self, ring: shapely.LinearRing) -> list[int]:
        """Return the nodes of its outline, or of the edge of a hole in it.

        A corner that is no node, where two lines cross, has the number 0.
        """
        return [self.nodes.get((lon, lat), 0) for lon, lat in ring.coords]


def with_squares(
    lines: Lines, places: Sequence[int], outlines: Sequence[Outline]
) -> Lines:
    """Add to lines what is walked on squares, never through a hole in one.

    Args:
        lines: everything else that is walked.
        places: which of the lines are outlines of squares.
        outlines: squares that are drawn by several lines.
    """
    rings, squares = LineRows(), [_of_line(lines, place) for place in places]
    for square in (one for outline in outlines for one in _of_outline(outline)):
        ring = square.ring(square.area.exterior)
        if 0 not in ring:
            rings.add(
                square.label, np.array(ring), np.array(square.area.exterior.coords)
            )
            squares.append(square)
    if not squares:
        return lines
    lines = joined(lines, rings.table())
    uses = _uses(lines, squares)
    found = LineRows()
    for square in squares:
        for nodes, points in across(square, uses):
            found.add(square.label, nodes, points)
    return joined(lines, found.table())


def _of_line(lines: Lines, place: int) -> Square:
    nodes, points = lines.line(place)
    return Square(
        label=lines.labels[lines.label[place]],
        area=shapely.Polygon(points),
        nodes=dict(zip(map(tuple, points.tolist()), nodes.tolist(), strict=True)),
    )


def _of_outline(outline: Outline) -> Iterator[Square]:
    nodes = {
        (lon, lat): node
        for ids, points in outline.lines
        for node, (lon, lat) in zip(ids.tolist(), points.tolist(), strict=True)
    }
    area = enclosed([points for _ids, points in outline.lines])
    for part in shapely.get_parts(area):
        yield Square(outline.label, part, nodes)


def _uses(lines: Lines, squares: Sequence[Square]) -> Counter[int]:
    """Count the lines at each node of the squares."""
    nodes = [node for square in squares for node in square.nodes.values()]
    here = np.flatnonzero(np.isin(lines.nodes, np.array(nodes)))
    line = np.searchsorted(lines.starts, here, side="right")
    each = set(zip(lines.nodes[here].tolist(), line.tolist(), strict=True))
    return Counter(node for node, _line in each)


def across(square: Square, uses: Mapping[int, int]) -> Iterator[tuple[Ids, Points]]:
    """Draw the shortest ways between the entrances of a square, line by line.

    An entrance is a node that the outline or the edge of a hole shares with a line.
    What stands on the square is known only where it is a hole.

    Args:
        square: where to go across.
        uses: how many lines go through each node, the outline among them.
    """
    outer = square.ring(square.area.exterior)
    holes = [square.ring(hole) for hole in square.area.interiors]
    point = {node: place for place, node in square.nodes.items()}
    doors = [node for node in dict.fromkeys(outer) if uses.get(node, 0) > 1]
    doors += [node for hole in holes for node in dict.fromkeys(hole) if node in uses]
    if not 1 < len(doors) <= MOST_ENTRANCES or not square.area.is_valid:
        return
    corners = [node for ring in (outer, *holes) for node in ring if node]
    stops = list(dict.fromkeys([*doors, *corners]))
    if len(stops) > MOST_CORNERS:
        stops = doors
    points = np.array([point[node] for node in stops])
    sides = {frozenset(side) for side in pairwise(outer)}
    for a, b in _walked(square.area, points, len(doors)):
        if frozenset((stops[a], stops[b])) not in sides:
            yield np.array([stops[a], stops[b]]), points[[a, b]]


def _walked(area: shapely.Polygon, points: Points, doors: int) -> list[tuple[int, int]]:
    """Return the pairs of points on shortest ways between the first so many of them."""
    from scipy.sparse import coo_array  # noqa: PLC0415 - slow to import
    from scipy.sparse.csgraph import dijkstra  # noqa: PLC0415

    pairs = np.array(list(combinations(range(len(points)), 2)))
    shapely.prepare(area)
    pairs = pairs[shapely.covers(area, shapely.linestrings(points[pairs]))]
    if not len(pairs):
        return []
    run = np.diff(points[pairs], axis=1)[:, 0] * (cos(radians(points[0, 1])), 1.0)
    far = np.maximum(np.hypot(*run.T), 1e-12)
    links = coo_array((far, (pairs[:, 0], pairs[:, 1])), shape=(len(points),) * 2)
    before = dijkstra(
        links.tocsr(), directed=False, indices=range(doors), return_predecessors=True
    )[1]
    found = set()
    for a, b in combinations(range(doors), 2):
        while before[a, b] >= 0:
            c = int(before[a, b])
            found.add((min(b, c), max(b, c)))
            b = c  # noqa: PLW2901 - step by step back to the first
    return sorted(found)
