from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from sites.staff.account import Account
from sites.staff.roles import Role
from sites.store.account_tables import DEVICE, RESET, SESSION
from sites.store.accounts import Accounts
from sites.store.sessions import IDLE, LINK, LONGEST, Sessions
from sites.store.store import Store

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
WHILE = timedelta(minutes=5)


@pytest.fixture
def sessions(store: Store) -> Sessions:
    return Sessions(store)


@pytest.fixture
def lan(store: Store) -> Account:
    return Accounts(store).add("lan", "Lan", Role.EDITOR, now=NOW, by=None)


def test_whoever_signed_in_is_known_by_their_token(
    sessions: Sessions, lan: Account
) -> None:
    assert sessions.whose(sessions.begin(lan, NOW), NOW) == lan
    assert sessions.whose("another", NOW) is None


def test_a_session_ends_where_nothing_is_done(sessions: Sessions, lan: Account) -> None:
    token = sessions.begin(lan, NOW)

    assert sessions.whose(token, NOW + IDLE) is None


def test_a_session_goes_on_while_something_is_done(
    sessions: Sessions, lan: Account
) -> None:
    token = sessions.begin(lan, NOW)

    assert sessions.whose(token, NOW + IDLE - SECOND)
    assert sessions.whose(token, NOW + 2 * IDLE - 2 * SECOND)


def test_a_session_ends_in_any_case(sessions: Sessions, lan: Account) -> None:
    token, then = sessions.begin(lan, NOW), NOW
    while then < NOW + LONGEST:
        assert sessions.whose(token, then)
        then += IDLE / 2

    assert sessions.whose(token, NOW + LONGEST) is None


def test_one_signs_out_here_or_everywhere(sessions: Sessions, lan: Account) -> None:
    one, two, three = (sessions.begin(lan, NOW) for _ in range(3))

    sessions.end(one)
    assert [bool(sessions.whose(t, NOW)) for t in (one, two, three)] == [
        False, True, True,
    ]  # fmt: skip
    sessions.end_all(lan)
    assert not sessions.whose(two, NOW)
    assert not sessions.whose(three, NOW)


def test_a_link_ends(sessions: Sessions, lan: Account) -> None:
    token = sessions.link(lan, NOW, by=None)

    assert sessions.linked(token, NOW + LINK - SECOND) == lan
    assert sessions.linked(token, NOW + LINK) is None


def test_a_new_link_ends_the_older_one(sessions: Sessions, lan: Account) -> None:
    older, newer = (sessions.link(lan, NOW, by=None) for _ in range(2))

    assert sessions.linked(older, NOW) is None
    assert sessions.linked(newer, NOW) == lan


def test_no_token_is_kept_as_it_is(
    store: Store, sessions: Sessions, lan: Account
) -> None:
    tokens = {
        SESSION: sessions.begin(lan, NOW),
        RESET: sessions.link(lan, NOW, by=None),
        DEVICE: sessions.remember(lan, NOW),
    }

    with store.reading() as connection:
        for table, token in tokens.items():
            kept = connection.execute(select(table.c.token)).scalars().all()
            assert len(kept) == 1
            assert token not in kept


def test_a_browser_is_remembered_for_its_owner_only(
    sessions: Sessions, lan: Account
) -> None:
    token = sessions.remember(lan, NOW)

    assert sessions.remembers(token, "lan")
    assert not sessions.remembers(token, "mai")
    assert not sessions.remembers("another", "lan")


def test_tries_are_used_up(sessions: Sessions) -> None:
    found = [sessions.failed({"a": 3}, NOW, WHILE) for _ in range(5)]

    assert found == [False, False, False, True, True]


def test_tries_come_back_after_a_while(sessions: Sessions) -> None:
    assert not sessions.failed({"a": 1}, NOW, WHILE)

    assert sessions.failed({"a": 1}, NOW + WHILE, WHILE)
    assert not sessions.failed({"a": 1}, NOW + WHILE + SECOND, WHILE)


def test_keys_have_tries_of_their_own(sessions: Sessions) -> None:
    assert not sessions.failed({"a": 1}, NOW, WHILE)

    assert not sessions.failed({"b": 1}, NOW, WHILE)
    assert sessions.failed({"b": 2, "a": 1}, NOW, WHILE)


def test_tries_are_forgiven(sessions: Sessions) -> None:
    sessions.failed({"a": 1}, NOW, WHILE)

    sessions.forgive("a")

    assert not sessions.failed({"a": 1}, NOW, WHILE)
