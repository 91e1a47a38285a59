"""A database to write to: each test that asks for one runs on both kinds."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from sites.store.engine import open_engine
from sites.store.store import Store
from tests.postgres import new_database

OpenStore = Callable[[], Store]


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "postgresql":
        return new_database(request.getfixturevalue("postgres_url"))
    return f"sqlite:///{tmp_path / 'guide.db'}"


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    opened = open_engine(database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def open_store(database_url: str) -> Iterator[OpenStore]:
    """Opens the same database once more, as another worker would."""
    with ExitStack() as stores:
        yield lambda: stores.enter_context(closing(Store(database_url)))


@pytest.fixture
def store(open_store: OpenStore) -> Store:
    """A store with its tables, in which nothing was ever published."""
    made = open_store()
    made.migrate()
    return made
