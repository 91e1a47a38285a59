import pytest

from guide.streets.cutting import (
    Dropped,
    OsmWay,
    cut,
    junctions,
    mainland,
    told_apart,
    within,
)
from sites.position import Position
from tests.guide.factories import on


def way(*nodes: int) -> OsmWay:
    return OsmWay(nodes, {})


def pieces(*ways: OsmWay) -> list[tuple[int, ...]]:
    return [piece.nodes for piece in cut(ways)]


@pytest.mark.parametrize(
    ("ways", "found"),
    [
        pytest.param([way(1, 2, 3)], [(1, 2, 3)], id="alone"),
        pytest.param(
            [way(1, 2, 3), way(5, 2, 6)],
            [(1, 2), (2, 3), (5, 2), (2, 6)],
            id="a crossing",
        ),
        pytest.param(
            [way(1, 2, 3), way(2, 6)], [(1, 2), (2, 3), (2, 6)], id="a branch"
        ),
        pytest.param([way(1, 2), way(2, 3)], [(1, 2), (2, 3)], id="end to end"),
        pytest.param([way(1, 2, 3, 1)], [(1, 2, 3, 1)], id="a loop"),
        pytest.param([way(9, 1, 2, 3, 1)], [(9, 1), (1, 2, 3, 1)], id="a lollipop"),
        pytest.param([way(1, 2), way(1, 2)], [(1, 2), (1, 2)], id="drawn twice"),
        pytest.param([way(1, 2, 3), way(5, 6)], [(1, 2, 3), (5, 6)], id="a bridge"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_ways_are_cut_where_they_meet(
    ways: list[OsmWay], found: list[tuple[int, ...]]
) -> None:
    assert pieces(*ways) == found


def test_a_piece_keeps_the_tags_of_its_way() -> None:
    tags = {"highway": "steps"}

    assert {id(p.tags) for p in cut([OsmWay((1, 2, 3), tags), way(2, 4)])} >= {id(tags)}


def test_ends_are_junctions_too() -> None:
    assert junctions([way(1, 2, 3), way(2, 4)]) == {1, 2, 3, 4}
    assert junctions([]) == set()


@pytest.mark.parametrize(
    ("nodes", "found"),
    [
        ((1, 2, 3), [(1, 2, 3)]),
        ((1, 2, 0, 3, 4), [(1, 2), (3, 4)]),
        ((1, 0, 2, 3), [(2, 3)]),
        ((0, 1, 2, 0), [(1, 2)]),
        ((1, 1, 2, 2), [(1, 2)]),
        ((1, 1), []),
        ((0, 0), []),
        ((), []),
    ],
)
def test_what_the_extract_does_not_hold_splits_a_way(
    nodes: tuple[int, ...], found: list[tuple[int, ...]]
) -> None:
    assert [w.nodes for w in within([way(*nodes)], {1, 2, 3, 4})] == found


def test_the_longest_part_stays_and_the_rest_is_counted() -> None:
    many_short = [way(11, 12), way(12, 13), way(13, 11)]
    one_long = [way(1, 2)]
    kept, dropped = mainland(
        [*many_short, *one_long, way(20, 21)],
        lambda piece: 500.0 if piece in one_long else 10.0,
    )

    assert kept == one_long
    assert dropped == Dropped(parts=2, streets=4, metres=40.0)


def test_nothing_is_dropped_where_all_hangs_together() -> None:
    ways = [way(1, 2), way(2, 3)]

    assert mainland(ways, lambda _piece: 1.0) == (ways, Dropped(0, 0, 0.0))


@pytest.mark.parametrize("north", [0, -5_000_000])
def test_junctions_drawn_at_one_position_are_told_apart(north: float) -> None:
    here = on(0, north)
    places = {1: here, 2: here, 3: here, 4: on(50, 0), 9: here}
    found = told_apart([way(1, 9, 4), way(2, 4), way(3, 4)], places)

    assert len({found[1], found[2], found[3]}) == 3
    assert found[1] == here
    assert abs(found[3].lat - here.lat) < 3e-7
    assert found[9] == here
    assert places[2] == here


def test_a_square_is_closed_and_has_three_sides_at_least() -> None:
    assert way(1, 2, 3, 1).closed
    assert not way(1, 2, 1).closed
    assert not way(1, 2, 3, 4).closed


def test_a_position_at_a_pole_is_moved_too() -> None:
    pole = Position(90.0, 0.0)

    assert told_apart([way(1, 2)], {1: pole, 2: pole})[2].lat < 90
