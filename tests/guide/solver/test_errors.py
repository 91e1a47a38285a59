"""Errors say what is wrong, and carry it along."""

import pytest

from guide.solver.errors import BadProblem, Impossible, SolverError


@pytest.mark.parametrize("error", [BadProblem("limit_s", "is -1"), Impossible([])])
def test_every_error_is_one_of_the_solver(error: Exception) -> None:
    assert isinstance(error, SolverError)


def test_a_bad_problem_names_its_field_and_is_a_value_error() -> None:
    error = BadProblem("limit_s", "is -1, give 0 or more")

    assert isinstance(error, ValueError)
    assert (error.field, error.wrong) == ("limit_s", "is -1, give 0 or more")
    assert str(error) == "limit_s: is -1, give 0 or more"


def test_the_impossible_names_every_wish_and_says_what_to_do() -> None:
    error = Impossible([("must", 3), ("limit_s", 7200)])

    assert str(error) == (
        "these wishes clash: must 3, limit_s 7200; drop or loosen one of them"
    )


def test_a_clash_may_be_read_again_whatever_it_came_from() -> None:
    error = Impossible(wish for wish in [("must", 3)])

    assert error.clash == error.clash == (("must", 3),)
