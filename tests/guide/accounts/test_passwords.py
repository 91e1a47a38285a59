import pytest

from guide.accounts import passwords
from guide.accounts.errors import WeakPassword

GOOD = "bốn con mèo trên mái"


def test_a_password_matches_its_own_hash_only() -> None:
    hashed = passwords.accept(GOOD, "lan")

    assert passwords.matches(hashed, GOOD)
    assert not passwords.matches(hashed, GOOD + " ")
    assert not passwords.matches(hashed, "")


def test_the_same_password_is_hashed_differently_each_time() -> None:
    assert passwords.accept(GOOD, "lan") != passwords.accept(GOOD, "lan")


def test_it_is_hashed_with_argon2id_and_what_owasp_asks_for() -> None:
    hashed = passwords.accept(GOOD, "lan")

    assert hashed.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.parametrize(
    "password",
    ["", "abcdefghi", "aaaaaaaaaaaa", "password123", "PASSWORD123", "lanlanlan12345"],
)
def test_what_people_try_first_is_refused(password: str) -> None:
    with pytest.raises(WeakPassword):
        passwords.accept(password, "lan")


@pytest.mark.parametrize("length", [passwords.SHORTEST, 64, passwords.LONGEST])
def test_any_length_between_the_limits_will_do(length: int) -> None:
    password = ("abcdefghijklmno" * 20)[:length]

    assert passwords.matches(passwords.accept(password, "x9"), password)


def test_a_password_that_is_too_long_is_refused_before_it_is_hashed() -> None:
    with pytest.raises(WeakPassword):
        passwords.accept("abcdefghij" * 100, "lan")
    assert not passwords.matches(passwords.accept(GOOD, "lan"), GOOD * 1000)


@pytest.mark.parametrize("hashed", [None, "", "no hash at all"])
def test_nothing_matches_where_there_is_no_hash(hashed: str | None) -> None:
    assert not passwords.matches(hashed, "nobody has this password")
