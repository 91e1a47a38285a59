import pytest
from sqlalchemy import delete, update

from sites.errors import StoreFailed
from sites.staff.draft import Change, Draft
from sites.staff.moves import State
from sites.store import draft_rows
from sites.store.draft_tables import HISTORY
from sites.store.store import Store
from tests.sites.store.test_drafts import NOW

DRAFT = Draft(site="a", version=1, state=State.DRAFT, document={"x": 1})


@pytest.fixture
def kept(store: Store) -> Store:
    with store.writing() as connection:
        change = Change(version=1, document={"x": 1})
        draft_rows.keep(connection, DRAFT, change, "lan", NOW)
    return store


def test_the_database_refuses_to_change_history(kept: Store) -> None:
    with pytest.raises(StoreFailed, match="only added to"), kept.writing() as it:
        it.execute(update(HISTORY).values(document={}))


def test_the_database_refuses_to_forget_history(kept: Store) -> None:
    with pytest.raises(StoreFailed, match="only added to"), kept.writing() as it:
        it.execute(delete(HISTORY))
