import pytest
from sqlalchemy import insert

from sites.errors import StoreFailed
from sites.store.account_tables import SECRET, SESSION
from sites.store.store import Store


def test_a_session_belongs_to_somebody(store: Store) -> None:
    row = {"token": "t", "account": 99, "began": None, "seen": None}

    with pytest.raises(StoreFailed), store.writing() as connection:
        connection.execute(insert(SESSION), row)


def test_there_is_one_secret(store: Store) -> None:
    with pytest.raises(StoreFailed), store.writing() as connection:
        connection.execute(insert(SECRET), {"id": 2, "value": "another"})
