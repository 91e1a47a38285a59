from collections.abc import Iterable

import numpy as np
import pytest

from guide.streets import squares
from guide.streets.drawing import Outline
from guide.streets.lines import LineRows
from guide.streets.squares import with_squares
from guide.streets.street import Label
from tests.guide.factories import on

PLACES = {
    1: on(0, 0), 2: on(100, 0), 3: on(100, 100), 4: on(0, 100),
    6: on(50, 50), 11: on(-50, 0), 12: on(150, 0),
    13: on(150, 100), 14: on(-50, 100), 15: on(50, -50),
    21: on(40, 40), 22: on(60, 40), 23: on(60, 60), 24: on(40, 60), 25: on(50, 45),
}  # fmt: skip
STREET, SQUARE = Label(None, "residential"), Label("Quảng trường", "pedestrian")
OUTER, HOLE = (1, 2, 3, 4, 1), (21, 22, 23, 24, 21)

Nodes = tuple[int, ...]


def added(
    streets: Iterable[Nodes], closed: Nodes = (), outline: Iterable[Nodes] = ()
) -> list[Nodes]:
    """Return the lines that a square adds to streets, in order of its corners."""
    rows, places = LineRows(), []
    if closed:
        places = [0]
        rows.add(SQUARE, *drawn(closed))
    for nodes in streets:
        rows.add(STREET, *drawn(nodes))
    outlines = [Outline(SQUARE, tuple(map(drawn, outline)))] if outline else []
    begin = len(rows)
    found = with_squares(rows.table(), places, outlines)
    assert {found.labels[n] for n in found.label[begin:]} <= {SQUARE}
    return [tuple(found.line(i)[0].tolist()) for i in range(begin, len(found))]


def drawn(nodes: Nodes) -> tuple[np.ndarray, np.ndarray]:
    return np.array(nodes), np.array([PLACES[node].lon_lat for node in nodes])


@pytest.mark.parametrize(
    ("closed", "streets", "found"),
    [
        pytest.param(OUTER, [(11, 1), (3, 13)], {(1, 3)}, id="corners"),
        pytest.param(OUTER, [(11, 1), (2, 12)], set(), id="a side is there"),
        pytest.param(OUTER, [(11, 1)], set(), id="one entrance"),
        pytest.param(OUTER, [], set(), id="no entrance"),
        pytest.param((1, 2, 3, 6, 4, 1), [(3, 13), (4, 14)], set(), id="round a bay"),
        pytest.param(
            (1, 2, 3, 6, 4, 1),
            [(11, 1), (2, 12), (6, 15)],
            {(1, 6), (2, 6)},
            id="into a bay",
        ),
        pytest.param(
            (1, 3, 2, 4, 1),
            [(11, 1), (3, 13)],
            set(),
            id="an outline that crosses itself",
        ),
    ],
)
def test_a_square_is_crossed_between_entrances_that_see_each_other(
    closed: Nodes, streets: list[Nodes], found: set[Nodes]
) -> None:
    assert {tuple(sorted(line)) for line in added(streets, closed)} == found


def test_a_square_of_several_lines_is_walked_along_its_outline_and_across() -> None:
    ring, across = added([(11, 1), (3, 13)], outline=[(1, 2, 3), (3, 4, 1)])

    assert (ring[0], sorted(ring[1:])) == (ring[-1], [1, 2, 3, 4])
    assert sorted(across) == [1, 3]


def test_nobody_walks_through_a_hole_but_round_it() -> None:
    ring, *found = added([(11, 1), (3, 13)], outline=[OUTER, HOLE])
    sides = {frozenset(line) for line in found}

    # Along its edges past one corner or the other; both are as long.
    assert sides in (
        {frozenset({1, 22}), frozenset({22, 3})},
        {frozenset({1, 24}), frozenset({24, 3})},
    )
    assert set(ring) == {1, 2, 3, 4}


def test_a_door_at_the_edge_of_a_hole_is_an_entrance() -> None:
    _ring, *found = added([(11, 1), (21, 25)], outline=[OUTER, HOLE])

    assert {frozenset(line) for line in found} == {frozenset({1, 21})}


def test_two_areas_of_one_square_are_two_squares() -> None:
    other = (12, 13, 3, 2, 12)
    found = added([(11, 1), (3, 14)], outline=[OUTER, HOLE, (21, 22, 25, 21)])

    assert len(found) > 1
    assert added([], outline=[other]) == [found_ring(other)]


def found_ring(nodes: Nodes) -> Nodes:
    """Return a ring as shapely turns it: the one that is added."""
    (ring,) = added([], outline=[nodes])
    assert sorted(ring[1:]) == sorted(nodes[1:])
    return ring


@pytest.mark.parametrize(("most", "found"), [(2, [(1, 3)]), (1, [])])
def test_a_square_of_many_entrances_is_walked_along_its_outline(
    monkeypatch: pytest.MonkeyPatch, most: int, found: list[Nodes]
) -> None:
    monkeypatch.setattr(squares, "MOST_ENTRANCES", most)

    assert added([(11, 1), (3, 13)], OUTER) == found


@pytest.mark.parametrize(("most", "count"), [(8, 2), (7, 0)])
def test_a_square_of_many_corners_is_crossed_only_where_one_sees_the_other_end(
    monkeypatch: pytest.MonkeyPatch, most: int, count: int
) -> None:
    monkeypatch.setattr(squares, "MOST_CORNERS", most)

    assert len(added([(11, 1), (3, 13)], outline=[OUTER, HOLE])) == 1 + count
