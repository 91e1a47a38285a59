"""Open a database, bring its tables up to date, read and publish the catalogue."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    Table,
    delete,
    insert,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from sites.catalogue import Catalogue
from sites.city import HAI_PHONG, City
from sites.errors import StoreFailed
from sites.history import History
from sites.model import Site
from sites.pastnames import Period
from sites.pictures import Picture
from sites.store import history_rows, name_rows, occasions, picture_rows, rows
from sites.store.columns import Citations, Row, citations
from sites.store.engine import IMMEDIATE, open_engine, snapshots
from sites.store.history_tables import ENTRY
from sites.store.picture_tables import IMAGE, PICTURE
from sites.store.tables import (
    ALIAS,
    CANCELLED,
    CITATION,
    CLAIM,
    EDITION,
    FESTIVAL,
    MOON,
    NAME_CITATION,
    NAMED_WARD,
    PERIOD,
    REPAIR,
    REVISION,
    SITE,
    SITE_NAME,
    SOURCE,
    STANDPOINT,
    STREET,
    STREET_NAME,
    WARD,
)
from sites.streets import NamedStreet
from sites.wards import NamedWard

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
        by_place = select(SOURCE).order_by(SOURCE.c.place)
        with self._reading() as connection:
            by_key = select(NAME_CITATION).order_by(*NAME_CITATION.primary_key)
            cited = citations(_rows(connection, by_key))
            periods = _periods(connection, cited)
            return Catalogue(
                _sites(connection, periods),
                map(rows.source_of, _rows(connection, by_place)),
                _streets(connection, periods, cited),
                wards=_wards(connection, cited),
                pictures=_pictures(connection, cited),
                history=_history(connection),
                city=self._city,
                edition=_edition(connection),
            )

    def fill(self, catalogue: Catalogue) -> int:
        """Make ``catalogue`` the whole of what is published; return its edition."""
        with self._writing() as connection:
            return _fill(connection, catalogue)

    def seed(self, catalogue: Callable[[], Catalogue]) -> None:
        """Fill a store in which nothing was ever published."""
        if self.edition() > 0:
            return
        found = catalogue()
        with self._writing() as connection:
            # Asked again under the lock: another worker may start at the same time.
            if _edition(connection) == 0:
                _fill(connection, found)

    def publish(self, site: Site) -> int:
        """Make ``site`` the published version of its address; return the edition."""
        with self._writing() as connection:
            connection.execute(delete(SITE).where(SITE.c.slug == site.slug))
            _write(connection, site)
            return _publish(connection)

    def picture(self, digest: str) -> tuple[str, bytes] | None:
        """Read a picture file: its media type and what is in it; None for no such."""
        query = select(IMAGE.c.media_type, IMAGE.c.data).where(IMAGE.c.digest == digest)
        with self._reading() as connection:
            found = connection.execute(query.limit(1)).first()
        return (found.media_type, bytes(found.data)) if found else None

    def edition(self) -> int:
        """Count publications; a new number means the catalogue has changed."""
        with self._reading() as connection:
            return _edition(connection)

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


def _edition(connection: Connection) -> int:
    return int(connection.execute(select(EDITION.c.number)).scalar_one())


def _publish(connection: Connection) -> int:
    connection.execute(update(EDITION).values(number=EDITION.c.number + 1))
    return _edition(connection)


EVERYTHING = (
    SITE, ENTRY, PICTURE, NAME_CITATION, NAMED_WARD, STREET, PERIOD, SOURCE
)  # fmt: skip
"""What goes when a new catalogue comes; the parts of each go with it."""


def _fill(connection: Connection, catalogue: Catalogue) -> int:
    for table in EVERYTHING:
        connection.execute(delete(table))
    found = [
        rows.source_row(source, place)
        for place, source in enumerate(catalogue.sources.values())
    ]
    if found:
        connection.execute(insert(SOURCE), found)
    streets = [(street.slug, street.once) for street in catalogue.streets]
    _insert(
        connection,
        (PERIOD, name_rows.period_rows(catalogue)),
        (STREET, name_rows.street_rows(catalogue.streets)),
        (STREET_NAME, name_rows.past_rows("street", streets)),
        (NAMED_WARD, name_rows.ward_rows(catalogue.wards)),
        (NAME_CITATION, name_rows.citation_rows(catalogue)),
        (PICTURE, picture_rows.picture_rows(catalogue.pictures.values())),
        (IMAGE, picture_rows.image_rows(catalogue.pictures.values())),
        (NAME_CITATION, picture_rows.citation_rows(catalogue.pictures.values())),
    )
    for site in catalogue:
        _write(connection, site)
    for entry in catalogue.history:
        _insert(connection, *history_rows.rows_of(entry))
    return _publish(connection)


def _write(connection: Connection, site: Site) -> None:
    _insert(
        connection,
        (SITE, [rows.site_row(site)]),
        (ALIAS, rows.alias_rows(site)),
        (SITE_NAME, name_rows.past_rows("site", [(site.slug, site.once)])),
        (STANDPOINT, rows.standpoint_rows(site)),
        (WARD, rows.ward_rows(site)),
        (CLAIM, rows.claim_rows(site)),
        (MOON, occasions.moon_rows(site)),
        (REPAIR, occasions.repair_rows(site)),
        (FESTIVAL, occasions.festival_rows(site)),
        (CANCELLED, occasions.cancelled_rows(site)),
        (CITATION, rows.citation_rows(site)),
    )


def _insert(
    connection: Connection, *tables: tuple[Table, list[dict[str, Any]]]
) -> None:
    for table, found in tables:
        if found:
            connection.execute(insert(table), found)


PARTS = (
    ALIAS,
    SITE_NAME,
    STANDPOINT,
    WARD,
    CLAIM,
    MOON,
    REPAIR,
    FESTIVAL,
    CANCELLED,
    CITATION,
)
"""What a site has many of, a table each."""


def _sites(connection: Connection, periods: Mapping[str, Period]) -> list[Site]:
    """Read every site with one query a table."""
    parts = {
        table.name: rows.by_site(
            _rows(connection, select(table).order_by(*table.primary_key))
        )
        for table in PARTS
    }
    return [
        rows.site_of(
            row, {name: of[row["slug"]] for name, of in parts.items()}, periods
        )
        for row in _rows(connection, select(SITE))
    ]


def _periods(connection: Connection, cited: Citations) -> dict[str, Period]:
    return name_rows.periods_of(
        _rows(connection, select(PERIOD).order_by(PERIOD.c.place)), cited
    )


def _streets(
    connection: Connection, periods: Mapping[str, Period], cited: Citations
) -> tuple[NamedStreet, ...]:
    """Read every street with one query a table."""
    names, streets = (
        _rows(connection, select(table).order_by(*order))
        for table, order in (
            (STREET_NAME, STREET_NAME.primary_key),
            (STREET, [STREET.c.place]),
        )
    )
    return name_rows.streets_of(streets, names, periods, cited)


def _wards(connection: Connection, cited: Citations) -> tuple[NamedWard, ...]:
    found = _rows(connection, select(NAMED_WARD).order_by(NAMED_WARD.c.place))
    return name_rows.wards_of(found, cited)


def _pictures(connection: Connection, cited: Citations) -> tuple[Picture, ...]:
    """Read all pictures with one query a table, without what is in their files."""
    described = select(*(column for column in IMAGE.c if column is not IMAGE.c.data))
    return picture_rows.pictures_of(
        _rows(connection, select(PICTURE).order_by(PICTURE.c.place)),
        _rows(connection, described),
        cited,
    )


def _history(connection: Connection) -> History:
    """Read all people and events with one query a table."""
    parts = {
        table.name: history_rows.by_entry(
            _rows(connection, select(table).order_by(*table.primary_key))
        )
        for table in history_rows.PARTS
    }
    return history_rows.history_of(_rows(connection, select(ENTRY)), parts)


def _rows(connection: Connection, query: Select[Any]) -> list[Row]:
    return [dict(row) for row in connection.execute(query).mappings()]
