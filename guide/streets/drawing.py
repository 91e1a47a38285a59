"""What an extract draws: walked lines, squares, spots and land, sorted out by tags."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import shapely

from guide.streets.access import (
    Tags,
    is_shut,
    is_square,
    is_walked,
    kept,
    kind_of,
    name_of,
)
from guide.streets.areas import LandTable, enclosed
from guide.streets.land import LandKind
from guide.streets.legend import SPOTS_KEEP, area_of, line_of, spot_of
from guide.streets.lines import Ids, LineRows, Points
from guide.streets.spots import CROSSING, Spot
from guide.streets.street import Label
from sites.position import Position

Drawn = tuple[Ids, Points]
"""The nodes of a line, and where they are."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A square of several lines: what it is called, and the lines round it."""

    label: Label
    lines: tuple[Drawn, ...]


@dataclass(frozen=True, slots=True)
class Uses:
    """What something is good for by its tags: several things at once, or nothing.

    ``label`` is there if it is walked, ``square`` says whether it is walked across
    where it is closed.
    """

    tags: Tags
    name: str | None
    label: Label | None
    square: bool
    area: LandKind | None
    line: LandKind | None
    spot: str | None

    def __bool__(self) -> bool:
        return any((self.label, self.area, self.line, self.spot))


def uses_of(tags: Tags) -> Uses:
    """Say what something is good for, by its tags."""
    name, walked = name_of(tags), is_walked(tags)
    return Uses(
        tags=tags,
        name=name,
        label=Label(name, kind_of(tags), kept(tags)) if walked else None,
        square=walked and is_square(tags, closed=True),
        area=area_of(tags),
        line=line_of(tags),
        spot=spot_of(tags, name),
    )


@dataclass(slots=True)
class _Relation:
    uses: Uses
    outer: tuple[int, ...]
    inner: tuple[int, ...]


@dataclass(slots=True)
class Drawing:
    """Takes what is drawn, thing by thing: nodes and relations first, then ways.

    Args:
        rows: the lines that are walked.
        squares: which of the lines are outlines of squares.
        spots: what is beside the streets; ``crossings``: what is on them, by node.
        shut: the nodes where a gate lets nobody through.
        land: what lies between the streets.
    """

    rows: LineRows = field(default_factory=LineRows)
    squares: list[int] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    crossings: dict[int, Spot] = field(default_factory=dict)
    shut: set[int] = field(default_factory=set)
    land: LandTable = field(default_factory=LandTable)
    _relations: list[_Relation] = field(default_factory=list)
    _members: dict[int, Drawn | None] = field(default_factory=dict)
    _outer: set[int] = field(default_factory=set)

    def node(self, node: int, tags: Tags, point: tuple[float, float]) -> None:
        """Take a node with tags at (longitude, latitude)."""
        if is_shut(tags):
            self.shut.add(node)
        kind = spot_of(tags, name_of(tags))
        if kind == CROSSING:
            self.crossings[node] = _spot(kind, tags, point)
        elif kind:
            self.spots.append(_spot(kind, tags, point))

    def relation(self, tags: Tags, ways: Sequence[tuple[int, str]]) -> None:
        """Take an area of several lines: its ways, and their roles."""
        uses = uses_of(tags)
        if not (uses.square or uses.area or uses.spot):
            return
        outer = tuple(way for way, role in ways if role != "inner")
        inner = tuple(way for way, role in ways if role == "inner")
        self._relations.append(_Relation(uses, outer, inner))
        self._members.update(dict.fromkeys((*outer, *inner)))
        if uses.area:
            self._outer.update(outer)

    def wants(self, way: int, uses: Uses) -> bool:
        """Say whether a way is good for anything."""
        return bool(uses) or way in self._members

    def way(self, way: int, uses: Uses, line: Drawn) -> None:
        """Take a way that is there from end to end."""
        nodes, points = line
        closed = len(nodes) > 3 and bool(nodes[0] == nodes[-1])
        if way in self._members:
            self._members[way] = line
        if uses.square and closed:
            self.squares.append(len(self.rows))
        # Where a relation says it as well, it knows the holes.
        if uses.area and closed and way not in self._outer:
            self.land.add_ring(uses.area, uses.name, points)
        if uses.spot and uses.spot != CROSSING:
            middle = _middle(points, closed=closed)
            self.spots.append(_spot(uses.spot, uses.tags, middle))
        self.part(uses, line)

    def part(self, uses: Uses, line: Drawn) -> None:
        """Take a part of a way: the extract does not hold the rest."""
        nodes, points = line
        if len(nodes) < 2:
            return
        if uses.label:
            self.rows.add(uses.label, nodes, points)
        if uses.line:
            self.land.add_line(uses.line, uses.name, points)

    def finish(self) -> list[Outline]:
        """Take the areas of several lines, and return those that are squares.

        One of which an outer line is missing is left out: nobody knows where it ends.
        """
        outlines = []
        for relation in self._relations:
            outer = [self._members[way] for way in relation.outer]
            inner = [self._members[way] for way in relation.inner]
            lines = tuple(line for line in (*outer, *inner) if line)
            if not lines or None in outer:
                continue
            if relation.uses.label and relation.uses.square:
                outlines.append(Outline(relation.uses.label, lines))
            self._take_area(relation.uses, [points for _nodes, points in lines])
        return outlines

    def _take_area(self, uses: Uses, lines: Sequence[Points]) -> None:
        if not (uses.area or uses.spot):
            return
        area = enclosed(lines)
        if area.is_empty:
            return
        if uses.area:
            self.land.add_area(uses.area, uses.name, area)
        if uses.spot:
            point = area.point_on_surface()
            self.spots.append(_spot(uses.spot, uses.tags, (point.x, point.y)))


def _spot(kind: str, tags: Tags, point: tuple[float, float]) -> Spot:
    return Spot(
        kind=kind,
        position=Position(round(point[1], 7), round(point[0], 7)),
        name=name_of(tags),
        tags=kept(tags, SPOTS_KEEP),
    )


def _middle(points: Points, *, closed: bool) -> tuple[float, float]:
    """Return a point inside an outline, or half-way along a line."""
    if closed and (area := shapely.Polygon(points)).is_valid:
        inside = area.point_on_surface()
    else:
        inside = shapely.LineString(points).interpolate(0.5, normalized=True)
    return inside.x, inside.y
