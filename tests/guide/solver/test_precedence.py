"""What must come first, and the ways that are closed for it."""

from itertools import permutations
from typing import Any

import pytest

from guide.solver.model import build
from guide.solver.precedence import earlier_of, needed_sites, open_ways
from guide.solver.problem import UNREACHABLE
from tests.guide.solver.cases import problem

START, END = 3, 4  # after three nodes


def pairs(**changes: Any) -> set[tuple[int, int]]:
    earlier = earlier_of(build(problem(**changes)))
    return {(int(a), int(b)) for a, b in zip(*earlier.nonzero(), strict=True)}


def closed(**changes: Any) -> set[tuple[int, int]]:
    case = build(problem(**changes))
    travel = open_ways(case, earlier_of(case))
    rows = range(5)
    return {(a, b) for a in rows for b in rows if travel[a, b] >= UNREACHABLE}


CHAIN: dict[str, Any] = {"before": ((0, 1), (1, 2))}
LATER: dict[str, Any] = {"more_tours": ((10_000, 7200),)}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, set(), id="nothing is wished"),
        pytest.param(CHAIN, {(0, 1), (1, 2)}, id="what is between may be left out"),
        pytest.param(
            {**CHAIN, "must": {1}}, {(0, 1), (1, 2), (0, 2)}, id="handed on by a need"
        ),
        pytest.param(
            {**CHAIN, **LATER, "must": {1}}, {(0, 1), (1, 2)}, id="not between tours"
        ),
        pytest.param({"before": ((1, 1),)}, set(), id="before itself says nothing"),
    ],
)
def test_what_comes_first(
    changes: dict[str, Any], expected: set[tuple[int, int]]
) -> None:
    assert pairs(**changes) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, set(), id="nothing is wished"),
        pytest.param(CHAIN, {(1, 0), (2, 1)}, id="never back"),
        pytest.param(
            {"before": ((0, 1),), "must": {0}}, {(1, 0), (START, 1)}, id="not at once"
        ),
        pytest.param(
            {"before": ((0, 1),), "must": {1}}, {(1, 0), (0, END)}, id="not yet home"
        ),
        pytest.param(
            {"before": ((0, 1),), "must": {0}, **LATER}, {(1, 0)}, id="on another tour"
        ),
        pytest.param(
            {**CHAIN, "must": {1}},
            {(1, 0), (2, 1), (2, 0), (0, 2), (START, 2), (0, END)},
            id="not past a need",
        ),
    ],
)
def test_ways_that_no_tour_takes(
    changes: dict[str, Any], expected: set[tuple[int, int]]
) -> None:
    assert closed(**changes) == expected


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_whole_order_leaves_one_way(order: tuple[int, ...]) -> None:
    a, b, c = order
    steps = {(START, a), (a, b), (b, c), (c, END)}
    shut = closed(must={0, 1, 2}, before=((a, b), (b, c)))

    every = {(x, y) for x in (*order, START) for y in (*order, END) if x != y}
    assert every - shut - {(START, END)} == steps


def test_a_place_to_rest_is_no_site_that_is_needed() -> None:
    assert needed_sites(build(problem(must={1}))) == [1]
