from datetime import UTC, datetime

import pytest

from sites.staff.account import Account
from sites.staff.errors import BadLogin, LastAdministrator, LoginTaken, NoAccount
from sites.staff.roles import Role
from sites.store.accounts import Accounts
from sites.store.audit import done
from sites.store.sessions import Sessions
from sites.store.store import Store

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)


@pytest.fixture
def accounts(store: Store) -> Accounts:
    return Accounts(store)


def add(accounts: Accounts, login: str, role: Role = Role.EDITOR) -> Account:
    return accounts.add(login, login.title(), role, now=NOW, by="chief")


def test_somebody_who_was_added_is_found(accounts: Accounts) -> None:
    made = add(accounts, " Lan ")

    assert (made.login, made.role, made.active) == ("lan", Role.EDITOR, True)
    assert not made.has_password
    assert accounts.named("lan") == made
    assert accounts.all() == [made]


def test_who_added_whom_is_noted(accounts: Accounts) -> None:
    add(accounts, "lan")

    [told] = done(accounts.store)
    assert (told.who, told.did, told.about) == ("chief", "account added", "lan")
    assert told.more == {"role": "editor"}


def test_nobody_is_called_nothing(accounts: Accounts) -> None:
    assert accounts.add("lan", "  ", Role.EDITOR, now=NOW, by=None).called == "lan"


def test_a_login_is_taken_once(accounts: Accounts) -> None:
    add(accounts, "lan")

    with pytest.raises(LoginTaken):
        add(accounts, "LAN")


def test_a_login_that_is_none_is_refused(accounts: Accounts) -> None:
    with pytest.raises(BadLogin):
        add(accounts, "lân")


def test_nobody_is_named_so(accounts: Accounts) -> None:
    with pytest.raises(NoAccount):
        accounts.named("nobody")


def test_a_new_password_ends_every_session(accounts: Accounts) -> None:
    lan, sessions = add(accounts, "lan"), Sessions(accounts.store)
    token, link = sessions.begin(lan, NOW), sessions.link(lan, NOW, by=None)

    accounts.set_password("lan", "a hash", by="lan")

    assert sessions.whose(token, NOW) is None
    assert sessions.linked(link, NOW) is None
    assert accounts.keys("lan") == {
        "password": "a hash",
        "code_secret": None,
        "code_step": None,
    }
    assert accounts.named("lan").has_password


def test_whoever_is_shut_out_has_no_keys_and_no_session(accounts: Accounts) -> None:
    lan, sessions = add(accounts, "lan"), Sessions(accounts.store)
    token = sessions.begin(lan, NOW)

    accounts.set_active("lan", active=False, by="chief")

    assert accounts.keys("lan") is None
    assert sessions.whose(token, NOW) is None
    assert not accounts.named("lan").active


def test_whoever_was_shut_out_is_let_in_again(accounts: Accounts) -> None:
    add(accounts, "lan")
    accounts.set_active("lan", active=False, by="chief")

    accounts.set_active("lan", active=True, by="chief")

    assert accounts.keys("lan")


def test_the_last_administrator_stays_one(accounts: Accounts) -> None:
    add(accounts, "chief", Role.ADMINISTRATOR)
    add(accounts, "lan")

    with pytest.raises(LastAdministrator):
        accounts.set_role("chief", Role.EDITOR, by="chief")
    with pytest.raises(LastAdministrator):
        accounts.set_active("chief", active=False, by="chief")


def test_one_of_two_administrators_may_go(accounts: Accounts) -> None:
    add(accounts, "chief", Role.ADMINISTRATOR)
    add(accounts, "lan", Role.ADMINISTRATOR)

    accounts.set_role("chief", Role.EDITOR, by="lan")

    assert accounts.named("chief").role is Role.EDITOR


def test_a_code_is_used_up(accounts: Accounts) -> None:
    add(accounts, "lan")
    accounts.set_codes("lan", "SECRET", by="lan")

    assert accounts.use_code("lan", 7)
    assert not accounts.use_code("lan", 7)
    assert not accounts.use_code("lan", 6)
    assert accounts.use_code("lan", 8)


def test_codes_are_wanted_or_not(accounts: Accounts) -> None:
    add(accounts, "lan")
    accounts.want_codes("lan", wanted=True, by="chief")

    assert accounts.named("lan").codes_wanted
    assert not accounts.named("lan").codes


def test_every_instance_has_a_secret_of_its_own(accounts: Accounts) -> None:
    assert len(accounts.secret()) == 64
