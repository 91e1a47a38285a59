"""How a database is opened so that what was acknowledged stays."""

from sqlite3 import SQLITE_BUSY, OperationalError
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

IMMEDIATE = {"begin": "IMMEDIATE"}
"""The execution option of a transaction that will write: it takes its lock at once."""

BUSY_MS = 5000
"""How long a writer waits for another one before it gives up."""


def open_engine(url: str) -> Engine:
    """Open a database by address; SQLite gets the settings that a crash needs.

    PostgreSQL is asked for as ``postgresql://…``; the driver is psycopg 3.
    """
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://", 1))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _settings)
        event.listen(engine, "begin", _begin)
    return engine


def snapshots(engine: Engine) -> Engine:
    """Return the engine with transactions whose queries all see the same state.

    SQLite's do so anyway.
    """
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="REPEATABLE READ")
    return engine


def _settings(connection: Any, _record: object) -> None:  # noqa: ANN401 - DBAPI
    # sqlite3 would begin late and on its own; we say BEGIN ourselves, below.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    _use_wal(connection)
    # With NORMAL a power cut takes acknowledged edits along.
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")


def _use_wal(connection: Any) -> None:  # noqa: ANN401 - DBAPI
    """Switch the journal; SQLite itself does not wait where two do so at once."""
    give_up = monotonic() + BUSY_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except OperationalError as problem:
            busy = problem.sqlite_errorcode & 0xFF == SQLITE_BUSY
            if not busy or monotonic() > give_up:
                raise
            sleep(0.01)
        else:
            return


def _begin(connection: Connection) -> None:
    kind = connection.get_execution_options().get("begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {kind}")
