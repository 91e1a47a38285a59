"""Sets of nodes, against the words that they stand for."""

from random import Random
from typing import Any

import pytest

from guide.solver.masks import Masks, added_score, masks_of, may_join, members
from guide.solver.model import Case, build
from guide.solver.precedence import earlier_of, needed_sites
from guide.solver.problem import Break
from guide.solver.timetable import worth_of
from tests.guide.solver.cases import any_problem, problem


def masks(case: Case) -> Masks:
    return masks_of(case, earlier_of(case), needed_sites(case))


def bits(*nodes: int) -> int:
    return sum(1 << node for node in nodes)


@pytest.mark.parametrize(
    "nodes", [(), (0,), (61,), (3, 4, 60), tuple(range(62)), tuple(range(0, 62, 2))]
)
def test_members_are_counted(nodes: tuple[int, ...]) -> None:
    assert members(bits(*nodes)) == len(nodes)


REST = Break(places=(1,), pause_s=60, earliest_s=0, latest_s=9000, tour=1)
LATER: dict[str, Any] = {"more_tours": ((10_000, 7200),)}


@pytest.mark.parametrize(
    ("changes", "node", "here", "may"),
    [
        pytest.param({}, 0, (1, 2), True, id="nothing is wished"),
        pytest.param({"before": ((0, 1),)}, 0, (2,), True, id="the other is not there"),
        pytest.param({"before": ((0, 1),)}, 0, (1,), False, id="too late for it"),
        pytest.param({"before": ((0, 1),)}, 1, (), True, id="the first is left out"),
        pytest.param(
            {"before": ((0, 1),), "must": {0}}, 1, (), False, id="the first is missing"
        ),
        pytest.param(
            {"before": ((0, 1),), "must": {0}}, 1, (0,), True, id="the first is there"
        ),
        pytest.param({"max_stops": 2}, 0, (1,), True, id="the last stop"),
        pytest.param({"max_stops": 2}, 0, (1, 2), False, id="one stop too many"),
        pytest.param(
            {"kinds": (0, 0, 1), "max_of_kind": (1,)}, 0, (2,), True, id="another kind"
        ),
        pytest.param(
            {"kinds": (0, 0, 1), "max_of_kind": (1,)}, 0, (1,), False, id="same kind"
        ),
        pytest.param({"breaks": (REST,), **LATER}, 3, (), False, id="another tour"),
    ],
)
def test_who_may_join(
    changes: dict[str, Any], node: int, here: tuple[int, ...], *, may: bool
) -> None:
    case = build(problem(**changes))

    tour = (0, bits(*here), bits(*here))
    assert may_join(case.model, masks(case), node, tour) == may


@pytest.mark.parametrize("seed", range(60))
def test_what_a_node_adds_is_the_difference_that_it_makes(seed: int) -> None:
    random = Random(seed)
    case = build(any_problem(seed))
    order = random.sample(range(len(case.nodes)), len(case.nodes))

    for count, node in enumerate(order):
        before, here = order[:count], bits(*order[:count])
        added = added_score(case.model, masks(case), here, node)
        assert added == worth_of(case.model, [*before, node]) - worth_of(
            case.model, before
        )
