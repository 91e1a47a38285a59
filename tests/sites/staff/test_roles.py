from itertools import pairwise

import pytest

from sites.staff.roles import MAY, Action, Role, may


def test_every_action_has_a_row() -> None:
    assert set(MAY) == set(Action)


@pytest.mark.parametrize("action", Action)
def test_without_an_account_one_may_do_nothing(action: Action) -> None:
    assert not may(None, action)


@pytest.mark.parametrize("action", Action)
def test_an_administrator_may_do_everything(action: Action) -> None:
    assert may(Role.ADMINISTRATOR, action)


def test_each_role_may_do_what_the_one_below_may_and_more() -> None:
    order = list(Role)
    allowed = [{action for action in Action if may(role, action)} for role in order]

    assert all(less < more for less, more in pairwise(allowed))


def test_a_teacher_only_teaches() -> None:
    assert {a for a in Action if may(Role.TEACHER, a)} == {Action.TEACH}
