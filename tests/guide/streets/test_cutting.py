from collections.abc import Sequence
from itertools import pairwise

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.streets.cutting import (
    Dropped,
    Pieces,
    cut,
    mainland,
    parts_of_ends,
    streets_of,
    tidy,
    told_apart,
)
from guide.streets.lines import LineRows, Lines
from guide.streets.plane import metres_between
from guide.streets.street import Label
from sites.position import Position

BOTH, AHEAD = Label(None, "path"), Label(None, "path", {"oneway:foot": "yes"})
BACK = Label(None, "path", {"oneway:foot": "-1"})
STEP = 0.001

Way = tuple[int, ...]
Drawn = Way | tuple[Label, Way]


def at(node: int) -> tuple[float, float]:
    """Return where a node is: longitude and latitude; node 99 is where node 1 is."""
    return 106 + (1 if node == 99 else node) * STEP, 20.0


def lines(*ways: Drawn) -> Lines:
    rows = LineRows()
    for way in ways:
        label, nodes = way if isinstance(way[0], Label) else (BOTH, way)
        rows.add(label, np.array(nodes), np.array([at(n) for n in nodes]))
    return rows.table()


def nodes_of(drawn: Lines, pieces: Pieces) -> list[Way]:
    return [
        tuple(drawn.nodes[begin : end + 1].tolist())
        for begin, end in zip(pieces.begin, pieces.end, strict=True)
    ]


def pieces(*ways: Drawn, shut: Sequence[int] = ()) -> list[Way]:
    return nodes_of(lines(*ways), cut(lines(*ways), shut))


@pytest.mark.parametrize(
    ("ways", "found"),
    [
        pytest.param([(1, 2, 3)], [(1, 2, 3)], id="alone"),
        pytest.param(
            [(1, 2, 3), (5, 2, 6)], [(1, 2), (2, 3), (5, 2), (2, 6)], id="a crossing"
        ),
        pytest.param([(1, 2, 3), (2, 6)], [(1, 2), (2, 3), (2, 6)], id="a branch"),
        pytest.param([(1, 2), (2, 3)], [(1, 2), (2, 3)], id="end to end"),
        pytest.param([(1, 2, 3, 1)], [(1, 2, 3, 1)], id="a loop"),
        pytest.param([(9, 1, 2, 3, 1)], [(9, 1), (1, 2, 3, 1)], id="a lollipop"),
        pytest.param([(1, 2), (1, 2)], [(1, 2), (1, 2)], id="drawn twice"),
        pytest.param([(1, 2, 3), (5, 6)], [(1, 2, 3), (5, 6)], id="a bridge"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_ways_are_cut_where_they_meet(ways: list[Way], found: list[Way]) -> None:
    assert pieces(*ways) == found


def slowly(ways: Sequence[Way]) -> list[Way]:
    """Cut ways node by node."""
    counts = {n: sum(way.count(n) for way in ways) for way in ways for n in way}
    found = []
    for way in ways:
        at_junction = [
            i for i, n in enumerate(way) if counts[n] > 1 or i in {0, len(way) - 1}
        ]
        found += [way[a : b + 1] for a, b in pairwise(at_junction)]
    return found


WAYS = st.lists(
    st.lists(st.integers(1, 12), min_size=2, max_size=8)
    .map(lambda way: tuple(n for n, m in pairwise([*way, 0]) if n != m))
    .filter(lambda way: len(way) > 1),
    min_size=1,
    max_size=8,
)


@given(WAYS)
def test_ways_are_cut_as_one_would_by_hand(ways: list[Way]) -> None:
    assert pieces(*ways) == slowly(ways)


@given(WAYS)
def test_metres_are_those_from_node_to_node(ways: list[Way]) -> None:
    drawn = lines(*ways)
    found = cut(drawn)

    for nodes, metres in zip(nodes_of(drawn, found), found.metres, strict=True):
        places = [Position(*at(node)[::-1]) for node in nodes]
        by_hand = sum(metres_between(a, b) for a, b in pairwise(places))
        assert metres == pytest.approx(by_hand, abs=0.006)


def test_a_way_is_cut_at_a_gate_and_each_side_ends_there() -> None:
    found = cut(lines((1, 2, 3), (5, 2)), [2, 77])
    ends = found.ends.ravel().tolist()

    assert pieces((1, 2, 3), (5, 2), shut=[2, 77]) == [(1, 2), (2, 3), (5, 2)]
    assert len(ends) == len(set(ends))
    assert sorted(set(ends)) == list(range(6))


@pytest.mark.parametrize(
    ("way", "found"),
    [
        ((1, 1, 2, 2), [[1, 2]]),
        ((1, 2, 1), [[1, 2, 1]]),
        ((1, 1), []),
        ((1, 2), [[1, 2]]),
    ],
)
def test_a_node_said_twice_running_counts_once(
    way: Way, found: list[list[int]]
) -> None:
    tidied = tidy(lines(way, (2, 3)))

    assert [tidied.line(i)[0].tolist() for i in range(len(tidied))] == [*found, [2, 3]]


def test_where_one_line_begins_as_another_ends_nothing_is_left_out() -> None:
    assert tidy(lines((1, 2), (2, 3))).nodes.tolist() == [1, 2, 2, 3]


def kept(*ways: Drawn) -> tuple[list[Way], Dropped]:
    main, dropped = mainland(cut(lines(*ways)))
    return nodes_of(lines(*ways), main), dropped


def test_the_longest_part_stays_and_the_rest_is_counted() -> None:
    many_short, one_long = [(11, 12), (12, 13), (13, 11)], (20, 29)
    found, dropped = kept(*many_short, one_long, (1, 2))

    assert found == [one_long]
    assert (dropped.parts, dropped.streets) == (2, 4)
    assert dropped.metres == pytest.approx(5 * 104.6, abs=1)


def test_nothing_is_dropped_where_all_hangs_together() -> None:
    assert kept((1, 2), (2, 3)) == ([(1, 2), (2, 3)], Dropped(0, 0, 0.0))


@pytest.mark.parametrize(
    ("ways", "found", "parts"),
    [
        pytest.param(
            [(AHEAD, (1, 2)), (AHEAD, (2, 3)), (AHEAD, (3, 1))],
            3,
            0,
            id="round and round",
        ),
        pytest.param(
            [(AHEAD, (1, 2)), (BACK, (3, 2)), (AHEAD, (3, 1))],
            3,
            0,
            id="drawn the other way",
        ),
        pytest.param([(1, 2, 9), (AHEAD, (2, 3)), (3, 4)], 2, 1, id="no way back"),
        pytest.param([(1, 2, 9), (BACK, (2, 3)), (3, 4)], 2, 1, id="no way in"),
        pytest.param(
            [(1, 2, 9), (AHEAD, (2, 3)), (AHEAD, (1, 4))], 2, 2, id="two dead ends"
        ),
    ],
)
def test_everybody_comes_back_from_where_they_went(
    ways: list[Drawn], found: int, parts: int
) -> None:
    streets, dropped = kept(*ways)

    assert len(streets) == found
    assert dropped.parts == parts


@given(WAYS, st.lists(st.sampled_from([-1, 0, 1]), min_size=70, max_size=70))
def test_parts_are_what_networkx_finds(ways: list[Way], one_way: list[int]) -> None:
    ends = cut(lines(*ways)).ends
    told = np.array(one_way[: len(ends)])
    graph: nx.DiGraph[int] = nx.DiGraph()
    for (a, b), way in zip(ends.tolist(), told.tolist(), strict=True):
        graph.add_edges_from([(a, b)] * (way >= 0) + [(b, a)] * (way <= 0))
    part = parts_of_ends(ends, told)

    for nodes in nx.strongly_connected_components(graph):
        assert len({int(part[node]) for node in nodes}) == 1
    assert part.max() + 1 == nx.number_strongly_connected_components(graph)


def test_streets_have_the_points_names_and_lengths_of_their_pieces() -> None:
    alley = Label("Ngõ 1", "footway", {"lit": "yes"})
    drawn = lines((7, 8), (alley, (1, 2, 3)), (alley, (3, 4)))
    main, _dropped = mainland(cut(drawn))
    first, second = streets_of(drawn, main)

    assert (first.name, first.kind, first.tags) == ("Ngõ 1", "footway", {"lit": "yes"})
    assert [point.lon_lat for point in first.line] == [at(1), at(2), at(3)]
    assert [point.lon_lat for point in second.line] == [at(3), at(4)]
    assert first.metres == pytest.approx(209.3, abs=0.2)


def test_two_junctions_at_one_position_are_told_apart() -> None:
    # Node 99 is where node 1 is: the end of a bridge above a street.
    drawn = lines((1, 2), (2, 3), (3, 99))
    first, _second, bridge = streets_of(drawn, cut(drawn))

    assert first.line[0] == Position(*at(1)[::-1])
    assert bridge.line[-1] != first.line[0]
    assert bridge.line[-1].lon == first.line[0].lon


@pytest.mark.parametrize("lat", [20.86, -20.86, 90.0, -90.0, 0.0])
def test_points_are_told_apart_by_a_centimetre(lat: float) -> None:
    here, there = (106.69, lat), (106.7, lat)
    points = np.array([here, there, here, here])
    found = told_apart(points)

    assert found[:2].tolist() == [list(here), list(there)]
    assert len({tuple(row) for row in found.tolist()}) == 4
    assert np.abs(found - points).max() < 2.5e-7
    assert np.abs(found[:, 1]).max() <= 90
    assert points.tolist() == [list(p) for p in (here, there, here, here)]


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(-3, 3)), min_size=1))
def test_points_that_are_told_apart_are_all_different(
    steps: list[tuple[int, int]],
) -> None:
    found = told_apart(np.array(steps) / 1e7)

    assert len({tuple(row) for row in np.rint(found * 1e7).tolist()}) == len(steps)
