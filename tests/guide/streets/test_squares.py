import pytest

from guide.streets import squares
from guide.streets.cutting import OsmWay
from guide.streets.squares import across
from tests.guide.factories import on

PLACES = {
    1: on(0, 0), 2: on(100, 0), 3: on(100, 100), 4: on(0, 100),
    6: on(50, 50), 11: on(-50, 0), 12: on(150, 0),
    13: on(150, 100), 14: on(-50, 100), 15: on(50, -50),
}  # fmt: skip
SQUARE = {"highway": "pedestrian", "name": "Quảng trường"}


def square(*nodes: int, **tags: str) -> OsmWay:
    return OsmWay((*nodes, nodes[0]), SQUARE | tags)


def street(*nodes: int) -> OsmWay:
    return OsmWay(nodes, {"highway": "residential"})


def lines(*ways: OsmWay) -> list[tuple[int, ...]]:
    return [found.nodes for found in across(ways, PLACES)]


@pytest.mark.parametrize(
    ("ways", "found"),
    [
        pytest.param(
            [square(1, 2, 3, 4), street(11, 1), street(3, 13)], [(1, 3)], id="corners"
        ),
        pytest.param(
            [square(1, 2, 3, 4), street(11, 1), street(2, 12)], [], id="a side is there"
        ),
        pytest.param([square(1, 2, 3, 4), street(11, 1)], [], id="one entrance"),
        pytest.param([square(1, 2, 3, 4)], [], id="no entrance"),
        pytest.param(
            [square(1, 2, 3, 6, 4), street(3, 13), street(4, 14)], [], id="round a bay"
        ),
        pytest.param(
            [square(1, 2, 3, 6, 4), street(11, 1), street(2, 12), street(6, 15)],
            [(1, 6), (2, 6)],
            id="into a bay",
        ),
        pytest.param(
            [square(1, 2, 3, 4, highway="footway"), street(11, 1), street(3, 13)],
            [],
            id="a path in a ring",
        ),
        pytest.param(
            [
                square(1, 2, 3, 4, highway="footway", area="yes"),
                street(11, 1),
                street(3, 13),
            ],
            [(1, 3)],
            id="an area",
        ),
    ],
)
def test_a_square_is_crossed_between_entrances_that_see_each_other(
    ways: list[OsmWay], found: list[tuple[int, ...]]
) -> None:
    assert lines(*ways) == found


def test_a_line_across_has_the_tags_of_its_square() -> None:
    ways = [square(1, 2, 3, 4), street(11, 1), street(3, 13)]

    assert [line.tags for line in across(ways, PLACES)] == [SQUARE]


@pytest.mark.parametrize(("most", "found"), [(2, [(1, 3)]), (1, [])])
def test_a_square_of_many_entrances_is_walked_along_its_outline(
    monkeypatch: pytest.MonkeyPatch, most: int, found: list[tuple[int, ...]]
) -> None:
    monkeypatch.setattr(squares, "MOST_ENTRANCES", most)

    assert lines(square(1, 2, 3, 4), street(11, 1), street(3, 13)) == found
