"""Open a database, bring its tables up to date, read and publish the catalogue."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from sites.catalogue import Catalogue
from sites.city import HAI_PHONG, City
from sites.errors import StoreFailed
from sites.model import Site
from sites.short import ShortAddresses
from sites.store import picture_rows, published, publishing, short_rows
from sites.store.engine import IMMEDIATE, open_engine, snapshots
from sites.store.tables import REVISION
from sites.store.trips import Trips

ONE_WRITER = 20_861_066
"""The advisory lock under which PostgreSQL lets one transaction write at a time."""


class Store:
    """A database address, opened; SQLite by default, PostgreSQL by URL."""

    def __init__(self, url: str, city: City = HAI_PHONG) -> None:
        try:
            self._engine = open_engine(url)
        except (ArgumentError, NoSuchModuleError, ImportError, ValueError):
            raise StoreFailed("its address is no URL of SQLite or PostgreSQL") from None
        self._city = city

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    def migrate(self, to: str = "head") -> None:
        """Bring the tables to a revision; nothing happens where they are there."""
        with self._reading() as connection:
            if to == "head" and _revision(connection) == REVISION:
                return
        # Imported here: most starts find the tables as they should be.
        from alembic import command  # noqa: PLC0415
        from alembic.config import Config  # noqa: PLC0415

        config = Config()
        folder = Path(__file__).parent / "migrations"
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        with self._writing() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, to)

    def catalogue(self) -> Catalogue:
        """Read everything that is published."""
        with self._reading() as connection:
            return published.catalogue(connection, self._city)

    def fill(self, catalogue: Catalogue) -> int:
        """Make ``catalogue`` the whole of what is published; return its edition."""
        with self._writing() as connection:
            return publishing.fill(connection, catalogue)

    def seed(self, catalogue: Callable[[], Catalogue]) -> None:
        """Fill a store in which nothing was ever published."""
        if self.edition() > 0:
            return
        found = catalogue()
        with self._writing() as connection:
            # Asked again under the lock: another worker may start at the same time.
            if publishing.edition(connection) == 0:
                publishing.fill(connection, found)

    def publish(self, site: Site) -> int:
        """Make ``site`` the published version of its address; return the edition."""
        with self._writing() as connection:
            return publishing.publish(connection, site)

    def short_addresses(self) -> ShortAddresses:
        """Read every short address that was ever given."""
        with self._reading() as connection:
            return short_rows.read(connection)

    def move(self, slug: str, now: str) -> int:
        """Lead from the address that a site had to another; return the edition."""
        with self._writing() as connection:
            return publishing.move(connection, slug, now)

    def picture(self, digest: str) -> tuple[str, bytes] | None:
        """Read a picture file: its media type and what is in it; None for no such."""
        with self._reading() as connection:
            return picture_rows.file_of(connection, digest)

    def edition(self) -> int:
        """Count publications; a new number means the catalogue has changed."""
        with self._reading() as connection:
            return publishing.edition(connection)

    def reading(self) -> AbstractContextManager[Connection]:
        """Open a transaction that only reads, for the other parts of the store."""
        return self._reading()

    def writing(self) -> AbstractContextManager[Connection]:
        """Open a transaction that writes, for the other parts of the store."""
        return self._writing()

    @property
    def trips(self) -> Trips:
        """What teachers keep: their trips, and the answers of their classes."""
        return Trips(self._reading, self._writing)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """Open a transaction that only reads, all of it one state."""
        with _failing_loudly(), snapshots(self._engine).begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Open a transaction that writes: all of it, or nothing on any error."""
        engine = self._engine.execution_options(**IMMEDIATE)
        with _failing_loudly(), engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text(f"SELECT pg_advisory_xact_lock({ONE_WRITER})"))
            yield connection


@contextmanager
def _failing_loudly() -> Iterator[None]:
    """Say what the database said, without its address: that may hold a password.

    Raises:
        StoreFailed: the database cannot be opened, read or written.
    """
    try:
        yield
    except DBAPIError as problem:
        raise StoreFailed(str(problem.orig).splitlines()[0]) from problem


def _revision(connection: Connection) -> str | None:
    """Say which migration a database is at; None where it has no tables yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version"))
    return found.scalar_one_or_none()
