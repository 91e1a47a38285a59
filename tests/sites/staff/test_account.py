import pytest

from sites.staff.account import Account, login_of
from sites.staff.errors import BadLogin
from sites.staff.roles import Action, Role


@pytest.mark.parametrize(
    ("given", "login"),
    [(" Lan ", "lan"), ("lan.p@hp.vn", "lan.p@hp.vn"), ("a1", "a1"), ("a" * 80,) * 2],
)
def test_a_login_is_read_as_people_type_it(given: str, login: str) -> None:
    assert login_of(given) == login


@pytest.mark.parametrize(
    "given", ["", "a", "lân", "a b", ".ab", "a" * 81, "<b>", "a\nb", "a\x00"]
)
def test_what_is_no_login_is_refused(given: str) -> None:
    with pytest.raises(BadLogin):
        login_of(given)


def test_whoever_was_shut_out_may_nothing() -> None:
    lan = Account(id=1, login="lan", called="Lan", role=Role.EDITOR, active=False)

    assert not any(lan.may(action) for action in Action)
