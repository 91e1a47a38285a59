from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from threading import Barrier

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from sites.store import engine as module
from sites.store.engine import IMMEDIATE, open_engine, snapshots

COUNT = text("SELECT count(*) FROM walk")
ADD = text("INSERT INTO walk VALUES (1)")


@pytest.fixture
def walks(engine: Engine) -> Engine:
    """A database with an empty table."""
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE walk (id INTEGER)"))
    return engine


def sqlite(folder: Path) -> Engine:
    return open_engine(f"sqlite:///{folder / 'guide.db'}")


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),  # FULL
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
    ],
)
def test_sqlite_keeps_what_it_acknowledged(
    tmp_path: Path, pragma: str, value: str | int
) -> None:
    opened = sqlite(tmp_path)

    with opened.connect() as connection:
        assert connection.execute(text(f"PRAGMA {pragma}")).scalar_one() == value
    opened.dispose()


@pytest.mark.parametrize("time", range(25))
def test_many_may_open_a_new_file_at_once(tmp_path: Path, time: int) -> None:
    engines = [sqlite(tmp_path) for _ in range(6)]
    barrier = Barrier(len(engines))

    def open_it(opened: Engine) -> None:
        barrier.wait()
        opened.connect().close()
        opened.dispose()

    with ThreadPoolExecutor(len(engines)) as pool:
        assert list(pool.map(open_it, engines)) == [None] * len(engines), time


def test_a_file_that_stays_locked_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BUSY_MS", 30)
    with closing(connect(tmp_path / "guide.db")) as locking:
        locking.execute("BEGIN EXCLUSIVE")

        with pytest.raises(OperationalError, match="locked"):
            sqlite(tmp_path).connect()


def test_postgresql_is_spoken_to_with_psycopg() -> None:
    opened = open_engine("postgresql://guide@db.example.org/guide")

    assert (opened.dialect.name, opened.driver) == ("postgresql", "psycopg")


def test_an_immediate_transaction_keeps_other_writers_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BUSY_MS", 10)
    opened = sqlite(tmp_path)
    writing = opened.execution_options(**IMMEDIATE)

    with writing.begin(), pytest.raises(OperationalError, match="locked"):
        writing.connect().begin()
    opened.dispose()


def test_a_transaction_that_is_left_unfinished_changes_nothing(walks: Engine) -> None:
    connection = walks.connect()
    connection.begin()
    connection.execute(ADD)
    connection.close()

    with walks.begin() as connection:
        assert connection.execute(COUNT).scalar_one() == 0


def test_a_reader_sees_one_state_while_others_write(walks: Engine) -> None:
    with snapshots(walks).begin() as reader:
        before = reader.execute(COUNT).scalar_one()
        with walks.begin() as writer:
            writer.execute(ADD)
        after = reader.execute(COUNT).scalar_one()

    assert (before, after) == (0, 0)


def test_the_next_transaction_sees_what_was_written(walks: Engine) -> None:
    with walks.begin() as writer:
        writer.execute(ADD)

    with snapshots(walks).begin() as reader:
        assert reader.execute(COUNT).scalar_one() == 1
