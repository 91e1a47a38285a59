"""A problem checks its numbers, and says which is wrong."""

from typing import Any

import numpy as np
import pytest

from guide.solver.errors import BadProblem
from guide.solver.problem import Break
from tests.guide.solver.cases import problem


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"visit_s": (1, 2)}, r"visit_s: has 2 entries, give 3"),
        ({"travel_s": ((0, 1), (1, 0))}, r"travel_s: has 2 entries, give 5"),
        ({"travel_s": ((0,),) * 5}, r"travel_s\[0\]: has 1 entries, give 5"),
        ({"travel_s": np.full((5, 5), -1)}, "negative"),
        ({"travel_s": np.full((5, 5), np.nan)}, r"travel_s\[0\]\[0\]: is .*nan"),
        ({"scores": (1, -1, 2)}, r"scores\[1\]: is -1, give 0 or more"),
        ({"scores": (1, float("nan"), 2)}, r"scores\[1\]: is nan"),
        ({"scores": (1, 1.5, 2)}, r"scores\[1\]: is 1.5, give a whole number"),
        ({"limit_s": -1}, "limit_s"),
        ({"limit_s": 10**10}, "give at most"),
        ({"windows": (((5, 3),), (), ())}, r"windows\[0\]: opens at 5, after its end"),
        ({"windows": (((5, 9), (1, 2)), (), ())}, "out of order"),
        ({"must": frozenset({3})}, "must: there is no site 3"),
        ({"first": -1}, "first: is -1"),
        ({"before": ((0, 7),)}, "before: there is no site 7"),
        ({"decay": (50, 100)}, "decay"),
        ({"decay": ()}, "decay"),
        ({"kinds": (1,)}, "kinds: has 1 entries, give 3"),
    ],
)
def test_says_what_is_wrong(change: dict[str, Any], says: str) -> None:
    with pytest.raises(BadProblem, match=says):
        problem(**change)


def test_a_break_belongs_to_a_tour_that_exists() -> None:
    rest = Break(places=(0,), pause_s=60, earliest_s=0, latest_s=100, tour=1)

    with pytest.raises(BadProblem, match="there is no tour 1"):
        problem(breaks=(rest,))


def test_a_matrix_may_be_a_numpy_array() -> None:
    assert problem(travel_s=np.zeros((5, 5), dtype=np.int32)).size == 3
