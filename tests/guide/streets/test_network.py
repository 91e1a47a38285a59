import numpy as np
import pytest

from guide.streets.graph import StreetGraph
from guide.streets.network import Network, parts_of
from guide.streets.pack import Pack, Street
from tests.guide.factories import GRID, on, street

BENT = street(on(0, 0), on(30, 0), on(30, 70), metres=100.0)
NO_WAY_BACK = {"oneway:foot": "yes"}


def network(*streets: Street) -> Network:
    return Network(Pack(name="test", attribution="© Somebody", streets=streets))


def test_a_junction_is_where_streets_begin_and_end() -> None:
    found = network(BENT, street(on(30, 70), on(100, 70)))

    assert set(found.nodes) == {on(0, 0), on(30, 70), on(100, 70)}
    assert found.ends[0, 1] == found.ends[1, 0] == found.nodes[on(30, 70)]
    assert sorted(found.nodes.values()) == [0, 1, 2]


def test_a_loop_begins_and_ends_at_one_junction() -> None:
    loop = network(street(on(0, 0), on(50, 0), on(50, 50), on(0, 0), metres=170.0))

    assert loop.ends.tolist() == [[0, 0]]
    assert loop.arms_at(on(0, 0)) == 2


def test_a_junction_has_as_many_arms_as_streets_meet_there() -> None:
    corners = [on(0, 0), on(100, 0), on(100, 100), on(50, 0)]
    grid = GRID.walked.network

    assert [grid.arms_at(corner) for corner in corners] == [2, 3, 4, 0]


def test_parallel_streets_are_two_streets() -> None:
    a, b = on(0, 0), on(100, 0)

    assert network(street(a, b), street(b, a)).arms_at(a) == 2


def test_corners_lie_at_their_distance_along_the_street() -> None:
    assert network(BENT).along(0) == pytest.approx([0, 30, 100])


def test_the_length_of_the_street_is_shared_out_among_its_corners() -> None:
    longer = network(street(*BENT.line, metres=200.0))

    assert longer.along(0) == pytest.approx([0, 60, 200])


def test_the_last_corner_lies_exactly_at_the_end(centre: StreetGraph) -> None:
    for place, found in enumerate(centre.pack.streets):
        assert centre.walked.network.along(place)[-1] == found.metres


def test_parts_are_what_one_gets_to_and_back_from() -> None:
    a, b, c = on(0, 0), on(100, 0), on(200, 0)
    found = network(street(a, b), street(b, c, tags=NO_WAY_BACK))
    everything = np.ones(2, dtype=bool)

    def parts(allowed: np.ndarray, *, one_way: bool) -> list[bool]:
        part = parts_of(found, allowed, one_way=one_way)
        of = [part[found.nodes[place]] for place in (a, b, c)]
        return [of[0] == of[1], of[1] == of[2]]

    assert parts(everything, one_way=False) == [True, True]
    assert parts(everything, one_way=True) == [True, False]
    assert parts(np.array([False, True]), one_way=False) == [False, True]
