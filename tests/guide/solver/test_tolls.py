"""Tolls: what is counted, what is paid, what is given back."""

from typing import Any

import numpy as np
import pytest

from guide.solver.model import build
from guide.solver.problem import Break
from guide.solver.tolls import (
    WALK,
    Tolls,
    adapt,
    charge,
    count_visit,
    excess,
    given_back,
    tolls_of,
)
from tests.guide.solver.cases import problem

SCALE = 100
STOPS = 5  # after nothing, walking, and three sites


def tolls(scores: tuple[int, ...] = (5, 3, 4), **changes: Any) -> Tolls:
    made = tolls_of(build(problem(scores, **changes)), SCALE)
    made.toll[:] = 0
    return made


def test_the_first_tolls_leave_nothing_to_win() -> None:
    made = tolls_of(build(problem((5, 3))), SCALE)

    assert made.net.tolist() == [0, 0]
    assert given_back(made) == 800


@pytest.mark.parametrize(
    ("changes", "limit", "allowed"),
    [
        pytest.param({}, 2, 1, id="one visit each"),
        pytest.param({"max_stops": 4}, STOPS, 4, id="stops"),
        pytest.param({"max_walk_s": 900}, WALK, 900, id="walking"),
        pytest.param(
            {"kinds": (0, 0, 0), "max_of_kind": (2,)}, STOPS + 1, 2, id="of a kind"
        ),
        pytest.param(
            {"themes": (0, 0, 0), "decay": (100, 50)}, STOPS + 1, 1, id="rank of theme"
        ),
    ],
)
def test_what_is_allowed_is_so_much_on_every_tour(
    changes: dict[str, Any], limit: int, allowed: int
) -> None:
    later: dict[str, Any] = {"more_tours": ((10_000, 7200),)}

    assert tolls(**changes).allowed[limit] == allowed
    assert tolls(**changes, **later).allowed[limit] == (
        1 if limit == 2 else 2 * allowed
    )


def test_a_visit_pays_for_all_its_limits() -> None:
    made = tolls(kinds=(0, -1, -1), max_of_kind=(1,))
    made.toll[[2, STOPS, STOPS + 1]] = [7, 11, 13]

    charge(made)

    assert made.net.tolist() == [500 - 7 - 11 - 13, 300 - 11, 400 - 11]


def test_a_visit_takes_the_rank_that_wins_most() -> None:
    made = tolls((9, 5), themes=(0, 0), decay=(100, 50, 10))
    first = len(made.toll) - 2
    made.toll[first:] = [460, 10]

    charge(made)

    # Half of 9 is 4 and half of 5 is 2: 440 is more than 390, 40 less than 190.
    assert made.net.tolist() == [440, 190]
    assert made.rank.tolist() == [0, 1]

    made.toll[first] = 511
    charge(made)

    assert made.rank.tolist() == [1, 1]


def test_what_is_overdone_gets_dearer_and_what_is_left_over_cheaper() -> None:
    made = tolls(max_stops=2)
    made.toll[2:5] = 10
    for node in (0, 0, 2):
        count_visit(made, node, 60)

    assert made.used[WALK] == 180
    assert excess(made) == 1 + 1 + 0 + 1
    adapt(made, 4.0)

    assert made.toll[2:6].tolist() == [14, 6, 10, 4]


def test_only_the_toll_of_a_need_may_become_a_reward() -> None:
    made = tolls(must={1})
    need, *others = (int(due) for due in made.dues[[1, 0, 2], 0])

    adapt(made, 3.0)

    assert made.toll[need] == -3
    assert made.toll[others].tolist() == [0, 0]


def test_places_of_one_break_share_a_limit() -> None:
    rest = Break(places=(0, 2), pause_s=60, earliest_s=0, latest_s=9000)
    made = tolls(breaks=(rest,))

    assert len(np.unique(made.dues[:, 0])) == 4
    assert made.dues[3, 0] == made.dues[4, 0]
    assert made.exact[made.dues[3, 0]]
