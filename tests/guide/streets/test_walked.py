import numpy as np
import pytest

from guide.streets.graph import StreetGraph
from guide.streets.profile import ANYBODY, Profile
from guide.streets.snap import Snap
from guide.streets.sweeps.kernels import FAR
from guide.streets.walked import COST_PER_M
from tests.guide.factories import GRID, graph, on, street

STEP_FREE = Profile(step_free=True)
A, B, C, D = on(0, 0), on(100, 0), on(200, 0), on(300, 0)
AHEAD, AGAINST = {"oneway:foot": "yes"}, {"oneway:foot": "-1"}


def walked_streets(found: StreetGraph) -> list[int]:
    return list(map(int, found.walked.streets))


def test_who_climbs_no_steps_walks_no_steps() -> None:
    town = graph(street(A, B), street(B, C), street(A, B, kind="steps"))

    assert walked_streets(town) == [0, 1, 2]
    assert walked_streets(town.walked_by(STEP_FREE)) == [0, 1]


def test_streets_behind_steps_are_not_walked_either() -> None:
    town = graph(
        street(A, B, metres=300.0), street(B, C, kind="steps"), street(C, D)
    )  # fmt: skip

    assert walked_streets(town.walked_by(STEP_FREE)) == [0]


def test_of_what_steps_part_the_longer_side_is_walked() -> None:
    town = graph(
        street(A, B), street(B, C, kind="steps"), street(C, D, metres=100.1)
    )  # fmt: skip

    assert walked_streets(town.walked_by(STEP_FREE)) == [2]


def test_an_island_was_an_island_before() -> None:
    assert len(GRID.walked.streets) == len(GRID.pack.streets)
    assert len(GRID.walked_by(STEP_FREE).walked.streets) == len(GRID.pack.streets)


def test_a_street_without_a_way_back_is_not_walked() -> None:
    town = graph(street(A, B, metres=300.0), street(B, C, tags=AHEAD), street(C, D))

    assert walked_streets(town) == [0]


def test_an_arc_leads_in_each_direction_that_is_walked() -> None:
    town = graph(street(A, B, tags=AHEAD), street(A, B, tags=AGAINST), street(B, C))
    network, arcs = town.walked.network, town.walked.arcs
    heads = np.repeat(np.arange(3), np.diff(arcs.first))
    a, b, c = (network.nodes[place] for place in (A, B, C))
    found = set(zip(arcs.tail.tolist(), heads.tolist(), arcs.street.tolist()))  # noqa: B905

    assert found == {(a, b, 0), (b, a, 1), (b, c, 2), (c, b, 2)}


def test_a_street_without_length_still_costs_something() -> None:
    cost = graph(street(A, B, metres=0.0)).walked.cost(np.array([0]), np.array([0.0]))

    assert cost.tolist() == [1]


def test_costs_are_exact_to_a_millionth_of_a_millimetre() -> None:
    cost = GRID.walked.cost(np.array([0, 0]), np.array([0.01, 1234.56]))

    assert cost.tolist() == [COST_PER_M // 100, 123456 * COST_PER_M // 100]


@pytest.mark.parametrize(
    ("tags", "out", "into"),
    [
        ({}, [30, 70], [30, 70]),
        (AHEAD, [None, 70], [30, None]),
        (AGAINST, [30, None], [None, 70]),
    ],
)
def test_a_place_has_a_door_at_each_end_that_may_be_walked_to(
    tags: dict[str, str], out: list[int | None], into: list[int | None]
) -> None:
    town = graph(street(A, B, tags=tags), street(B, A))
    place = Snap(street=0, along_m=30.0, away_m=5.0, point=A, place=A)

    for direction, expected in ((True, out), (False, into)):
        doors, lengths = town.walked.doors([place], out=direction)
        costs = [None if c >= FAR else c / COST_PER_M for c in doors.costs[0].tolist()]
        assert costs == expected
        assert (lengths / COST_PER_M).tolist() == [[30, 70]]
        assert [doors.nodes.tolist()] == [[town.walked.network.ends[0].tolist()]]


def fingerprint(*streets: object, profile: Profile = ANYBODY) -> str:
    return graph(*streets).walked_by(profile).walked.fingerprint  # type: ignore[arg-type]


def test_streets_that_are_walked_alike_have_one_fingerprint() -> None:
    assert fingerprint(street(A, B)) == fingerprint(street(A, B, name="A name"))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param([street(A, C)], id="elsewhere"),
        pytest.param([street(on(1, 0), on(101, 0))], id="the same, shifted"),
        pytest.param([street(A, B, metres=100.01)], id="longer"),
        pytest.param([street(A, B), street(B, A)], id="one more"),
        pytest.param([street(A, B, tags=AHEAD)], id="one-way"),
        pytest.param([street(A, on(50, 1), B)], id="bent"),
    ],
)
def test_other_streets_have_another_fingerprint(other: list[object]) -> None:
    assert fingerprint(street(A, B)) != fingerprint(*other)


def test_a_profile_that_counts_otherwise_has_another_fingerprint() -> None:
    quiet, main = Profile(quiet=True), street(A, B, kind="primary")

    assert fingerprint(main) != fingerprint(main, profile=quiet)
    assert fingerprint(street(A, B)) == fingerprint(street(A, B), profile=quiet)
