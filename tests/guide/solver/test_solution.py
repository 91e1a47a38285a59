"""What can be read off a solution."""

import pytest

from guide.solver.solution import Route, Solution

LUNCH = Route(
    stops=(4, 2, 2),
    arrive_s=(60, 720, 1320),
    begin_s=(60, 720, 1320),
    leave_s=(660, 1320, 3120),
    end_s=3180,
    walk_s=180,
    breaks=(-1, -1, 0),
)


def solution(score: int, bound: int) -> Solution:
    return Solution(routes=(LUNCH,), score=score, bound=bound)


def test_a_break_is_a_stop_but_no_visit() -> None:
    assert LUNCH.visits == (4, 2)


@pytest.mark.parametrize(
    ("score", "bound", "optimal", "gap"),
    [
        pytest.param(8, 8, True, 0.0, id="proven best"),
        pytest.param(7, 8, False, 0.125, id="an eighth is perhaps missed"),
        pytest.param(0, 8, False, 1.0, id="nothing"),
        pytest.param(0, 0, True, 0.0, id="nothing, where there is nothing"),
    ],
)
def test_the_gap_is_the_part_of_the_bound_that_is_missed(
    score: int, bound: int, *, optimal: bool, gap: float
) -> None:
    found = solution(score, bound)

    assert (found.optimal, found.gap) == (optimal, gap)
