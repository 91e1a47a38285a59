import numpy as np
import pytest
import shapely

from guide.streets.drawing import Drawing, uses_of
from guide.streets.land import LandKind
from tests.guide.factories import on

PLACES = {
    1: on(0, 0), 2: on(100, 0), 3: on(100, 100), 4: on(0, 100),
    21: on(40, 40), 22: on(60, 40), 23: on(60, 60),
}  # fmt: skip
OUTER, HOLE = (1, 2, 3, 4, 1), (21, 22, 23, 21)


def line(*nodes: int) -> tuple[np.ndarray, np.ndarray]:
    return np.array(nodes), np.array([PLACES[node].lon_lat for node in nodes])


def way(drawing: Drawing, number: int, nodes: tuple[int, ...], **tags: str) -> None:
    drawing.way(number, uses_of(tags), line(*nodes))


# What becomes of a way along some nodes with one tag: walked, a square, land, a spot.
TABLE = [
    ("highway=footway", (1, 2), "walked"),
    ("highway=footway", OUTER, "walked"),
    ("highway=pedestrian", OUTER, "walked square"),
    ("highway=pedestrian", (1, 2, 3), "walked"),
    ("man_made=pier", (1, 2), "walked"),
    ("man_made=pier", OUTER, "walked square"),
    ("highway=motorway", (1, 2), ""),
    ("building=yes", OUTER, "building"),
    ("building=yes", (1, 2, 3), ""),
    ("natural=water", OUTER, "water"),
    ("natural=coastline", (1, 2), ""),
    ("waterway=canal", (1, 2, 3), "waterway"),
    ("railway=rail", (1, 2), "railway"),
    ("leisure=park", OUTER, "park"),
    ("amenity=cafe", OUTER, "cafe"),
    ("amenity=bench", (1, 2), "bench"),
    ("amenity=school", OUTER, ""),
    ("highway=crossing", (1, 2), ""),
    ("power=line", (1, 2), ""),
]


@pytest.mark.parametrize(("tag", "nodes", "found"), TABLE)
def test_a_way_becomes_what_its_tag_says(
    tag: str, nodes: tuple[int, ...], found: str
) -> None:
    drawing = Drawing()
    way(drawing, 1, nodes, **dict([tag.split("=")]))
    became = ["walked"] * len(drawing.rows) + ["square"] * len(drawing.squares)
    became += [land.kind.value for land in drawing.land]
    became += [spot.kind for spot in drawing.spots]

    assert " ".join(became) == found


def test_a_way_may_be_several_things_at_once() -> None:
    drawing = Drawing()
    way(drawing, 1, OUTER, building="yes", amenity="school", name="Trường A")

    assert [land.name for land in drawing.land] == ["Trường A"]
    assert [spot.name for spot in drawing.spots] == ["Trường A"]


@pytest.mark.parametrize(
    ("tags", "nodes", "lines", "land"),
    [
        ({"highway": "path"}, (1, 2), 1, 0),
        ({"waterway": "river"}, (1, 2), 0, 1),
        ({"natural": "water"}, OUTER, 0, 0),
        ({"highway": "path"}, (1,), 0, 0),
        ({"amenity": "cafe"}, OUTER, 0, 0),
    ],
)
def test_of_a_way_that_was_cut_only_lines_are_left(
    tags: dict[str, str], nodes: tuple[int, ...], lines: int, land: int
) -> None:
    drawing = Drawing()
    drawing.part(uses_of(tags), line(*nodes))

    assert (len(drawing.rows), len(drawing.land)) == (lines, land)
    assert not drawing.spots
    assert not drawing.squares


@pytest.mark.parametrize("nodes", [(1, 2), OUTER])
def test_the_spot_of_a_way_lies_on_it(nodes: tuple[int, ...]) -> None:
    drawing = Drawing()
    way(drawing, 1, nodes, amenity="cafe")
    (spot,) = drawing.spots
    middle = on(50, 0) if nodes == (1, 2) else on(50, 50)

    assert spot.position.lat == pytest.approx(middle.lat, abs=2e-7)
    assert spot.position.lon == pytest.approx(middle.lon, abs=2e-7)


def test_an_outline_that_crosses_itself_has_its_spot_on_the_line() -> None:
    drawing = Drawing()
    way(drawing, 1, (1, 3, 2, 4, 1), amenity="cafe")

    assert len(drawing.spots) == 1


def test_a_spot_keeps_what_pauses_need() -> None:
    drawing = Drawing()
    tags = {"amenity": "toilets", "fee": "no", "wheelchair": "yes", "colour": "red"}
    drawing.node(1, tags, (106.69, 20.86))
    (spot,) = drawing.spots

    assert spot.tags == {"fee": "no", "wheelchair": "yes"}
    assert spot.position.lon_lat == (106.69, 20.86)


def area(drawing: Drawing, roles: tuple[str, str], **tags: str) -> None:
    """Draw an area of an outline and a hole in it."""
    drawing.relation(tags, [(1, roles[0]), (2, roles[1])])
    way(drawing, 1, OUTER)
    way(drawing, 2, HOLE)


@pytest.mark.parametrize("roles", [("outer", "inner"), ("", ""), ("outer", "outer")])
def test_an_area_of_several_lines_has_its_holes_whatever_their_roles(
    roles: tuple[str, str],
) -> None:
    drawing = Drawing()
    area(drawing, roles, natural="water", name="Hồ")
    drawing.finish()
    (land,) = drawing.land

    assert (land.kind, land.name) == (LandKind.WATER, "Hồ")
    assert shapely.get_num_interior_rings(land.shape) == 1


@pytest.mark.parametrize(
    ("missing", "found"), [(1, 0), (2, 1)], ids=["the outline", "a hole"]
)
def test_an_area_is_left_out_where_its_outline_is_not_all_there(
    missing: int, found: int
) -> None:
    drawing = Drawing()
    drawing.relation({"natural": "water"}, [(1, "outer"), (2, "inner")])
    way(drawing, 3 - missing, OUTER if missing == 2 else HOLE)
    drawing.finish()

    assert len(drawing.land) == found


def test_a_square_of_several_lines_is_returned_with_them() -> None:
    drawing = Drawing()
    area(drawing, ("outer", "inner"), highway="pedestrian", name="Quảng trường")
    (outline,) = drawing.finish()

    assert outline.label.name == "Quảng trường"
    assert [nodes.tolist() for nodes, _points in outline.lines] == [
        list(OUTER), list(HOLE),
    ]  # fmt: skip
    assert not len(drawing.land)


def test_a_school_of_several_buildings_is_one_spot() -> None:
    drawing = Drawing()
    area(drawing, ("outer", "inner"), amenity="school", name="Trường A")
    drawing.finish()

    assert [spot.kind for spot in drawing.spots] == ["school"]


def test_lines_that_enclose_nothing_are_no_area() -> None:
    drawing = Drawing()
    drawing.relation({"natural": "water"}, [(1, "outer")])
    way(drawing, 1, (1, 2, 3))
    drawing.finish()

    assert len(drawing.land) == 0


def test_an_outline_that_says_the_same_as_its_area_is_not_land_twice() -> None:
    drawing = Drawing()
    drawing.relation({"building": "yes"}, [(1, "outer"), (2, "inner")])
    way(drawing, 1, OUTER, building="yes")
    way(drawing, 2, HOLE)
    drawing.finish()

    assert len(drawing.land) == 1


@pytest.mark.parametrize(
    ("tags", "wanted"),
    [({}, False), ({"power": "line"}, False), ({"highway": "path"}, True)],
)
def test_ways_that_are_good_for_nothing_are_not_wanted(
    tags: dict[str, str], *, wanted: bool
) -> None:
    drawing = Drawing()
    drawing.relation({"natural": "water"}, [(7, "outer")])

    assert drawing.wants(1, uses_of(tags)) is wanted
    assert drawing.wants(7, uses_of(tags))
