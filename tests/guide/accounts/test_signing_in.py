import statistics
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyotp
import pytest

from guide.accounts import passwords, signing_in
from guide.accounts.errors import TooManyTries, WrongKeys
from guide.accounts.signing_in import TRIES, WHILE, Try, prove
from sites.staff.roles import Role
from sites.store.accounts import Accounts
from sites.store.sessions import Sessions
from sites.store.store import Store

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)
PASSWORD = "bốn con mèo trên mái"
RIGHT = Try(login="Lan", password=PASSWORD, address="10.0.0.1")
WRONG = Try(login="lan", password="not this one", address="203.0.113.9")


@pytest.fixture
def accounts(tmp_path: Path) -> Iterator[Accounts]:
    with closing(Store(f"sqlite:///{tmp_path / 'guide.db'}")) as store:
        store.migrate()
        found = Accounts(store)
        found.add("lan", "Lan", Role.EDITOR, now=NOW, by=None)
        found.set_password("lan", passwords.accept(PASSWORD, "lan"), by=None)
        yield found


def guess(accounts: Accounts, times: int, what: Try = WRONG) -> None:
    for _ in range(times):
        with pytest.raises(WrongKeys):
            prove(accounts, what, NOW)


def test_the_right_password_lets_in(accounts: Accounts) -> None:
    assert prove(accounts, RIGHT, NOW) == accounts.named("lan")


@pytest.mark.parametrize(
    "given",
    [
        WRONG,
        Try(login="nobody", password=PASSWORD),
        Try(login="", password=""),
        Try(login="lan", password=""),
        Try(login="lan\x00", password=PASSWORD),
    ],
)
def test_anything_else_does_not(accounts: Accounts, given: Try) -> None:
    guess(accounts, 1, given)


def test_whoever_was_shut_out_stays_out(accounts: Accounts) -> None:
    accounts.set_active("lan", active=False, by=None)

    guess(accounts, 1, RIGHT)


def test_after_so_many_guesses_even_the_right_one_waits(accounts: Accounts) -> None:
    guess(accounts, TRIES)

    with pytest.raises(TooManyTries):
        prove(accounts, RIGHT, NOW)
    assert prove(accounts, RIGHT, NOW + WHILE + timedelta(seconds=1))


def test_guesses_count_over_every_address(accounts: Accounts) -> None:
    for number in range(TRIES):
        guess(accounts, 1, Try(login="lan", password="no", address=f"10.1.1.{number}"))

    with pytest.raises(TooManyTries):
        prove(accounts, RIGHT, NOW)


def test_guesses_count_over_every_worker(accounts: Accounts) -> None:
    guess(accounts, TRIES)

    url = str(accounts.store._engine.url)  # noqa: SLF001
    with closing(Store(url)) as other, pytest.raises(TooManyTries):
        prove(Accounts(other), RIGHT, NOW)


def test_who_signed_in_here_before_is_not_locked_out_by_others(
    accounts: Accounts,
) -> None:
    device = Sessions(accounts.store).remember(accounts.named("lan"), NOW)
    guess(accounts, TRIES)

    own = Try(login="lan", password=PASSWORD, device=device, address="10.0.0.1")

    assert prove(accounts, own, NOW)


def test_a_known_browser_has_so_many_tries_too(accounts: Accounts) -> None:
    device = Sessions(accounts.store).remember(accounts.named("lan"), NOW)
    guess(accounts, TRIES, Try(login="lan", password="no", device=device))

    with pytest.raises(TooManyTries):
        prove(accounts, Try(login="lan", password=PASSWORD, device=device), NOW)


def test_a_school_behind_one_address_may_err(accounts: Accounts) -> None:
    for number in range(TRIES + 5):
        guess(
            accounts, 1, Try(login=f"pupil{number}", password="no", address="10.9.9.9")
        )

    assert prove(accounts, Try(login="lan", password=PASSWORD, address="10.9.9.9"), NOW)


def test_an_address_that_guesses_at_everybody_waits(accounts: Accounts) -> None:
    for number in range(signing_in.TRIES_OF_AN_ADDRESS):
        address = f"2001:db8::{number}"
        guess(accounts, 1, Try(login=f"n{number}", password="no", address=address))

    with pytest.raises(TooManyTries):
        prove(accounts, Try(login="x1", password="no", address="2001:db8::ffff"), NOW)


def test_a_success_gives_all_tries_back(accounts: Accounts) -> None:
    guess(accounts, TRIES - 1)
    prove(accounts, RIGHT, NOW)

    guess(accounts, TRIES)


def test_a_code_is_asked_for_where_there_is_an_app(accounts: Accounts) -> None:
    secret = pyotp.random_base32()
    accounts.set_codes("lan", secret, by="lan")
    code = pyotp.TOTP(secret).at(NOW)

    guess(accounts, 1, RIGHT)
    assert prove(accounts, Try(login="lan", password=PASSWORD, code=code), NOW)


def test_a_code_works_once(accounts: Accounts) -> None:
    secret = pyotp.random_base32()
    accounts.set_codes("lan", secret, by="lan")
    given = Try(login="lan", password=PASSWORD, code=pyotp.TOTP(secret).at(NOW))
    prove(accounts, given, NOW)

    guess(accounts, 1, given)


def test_a_wrong_password_does_not_use_a_code_up(accounts: Accounts) -> None:
    secret = pyotp.random_base32()
    accounts.set_codes("lan", secret, by="lan")
    code = pyotp.TOTP(secret).at(NOW)
    guess(accounts, 1, Try(login="lan", password="no", code=code))

    assert prove(accounts, Try(login="lan", password=PASSWORD, code=code), NOW)


def test_it_takes_as_long_whether_or_not_somebody_has_an_account(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing_in, "TRIES", 1000)

    def seconds(login: str) -> float:
        began = time.perf_counter()
        guess(accounts, 1, Try(login=login, password="no"))
        return time.perf_counter() - began

    seconds("warm-up")
    pairs = [(seconds("lan"), seconds("nobody")) for _ in range(9)]

    ratio = statistics.median(a / b for a, b in pairs)
    assert 0.5 < ratio < 2
