from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sites.staff.account import Account
from sites.staff.draft import Change, Draft, moved, saved
from sites.staff.errors import NoSuchMove
from sites.staff.moves import Move, State
from sites.staff.roles import Role

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)
LAN = Account(id=1, login="lan", called="Lan", role=Role.CONTRIBUTOR)
MAI = replace(LAN, id=2, login="mai", role=Role.PUBLISHER)
FRESH = Draft(site="a", version=0, state=State.PUBLISHED, document={"interest": 1})
CHANGE = Change(version=0, document={"interest": 2})


def test_whoever_saves_is_an_author() -> None:
    draft = saved(FRESH, CHANGE, LAN, NOW)

    assert (draft.version, draft.state, draft.by, draft.at) == (
        1, State.DRAFT, "lan", NOW,
    )  # fmt: skip
    assert draft.document == {"interest": 2}
    assert draft.wrote(LAN)
    assert not draft.wrote(MAI)


def test_an_author_is_named_once() -> None:
    draft = saved(saved(FRESH, CHANGE, LAN, NOW), CHANGE, LAN, NOW)

    assert saved(draft, CHANGE, MAI, NOW).authors == ("lan", "mai")


def test_what_is_published_has_no_authors_any_more() -> None:
    draft = replace(FRESH, state=State.ACCEPTED, authors=("lan",))

    assert moved(draft, Move.PUBLISH, MAI, NOW).authors == ()
    assert moved(draft, Move.RETURN, MAI, NOW).authors == ("lan",)


def test_a_contributor_does_not_change_what_is_submitted() -> None:
    with pytest.raises(NoSuchMove):
        saved(replace(FRESH, state=State.SUBMITTED), CHANGE, LAN, NOW)
