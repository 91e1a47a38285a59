"""Open a database, bring its tables up to date, read and publish the catalogue."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Select, delete, insert, select, update

from sites.catalogue import Catalogue
from sites.city import HAI_PHONG, City
from sites.model import Site
from sites.store import rows
from sites.store.engine import IMMEDIATE, open_engine
from sites.store.tables import ALIAS, CITATION, CLAIM, EDITION, SITE, SOURCE, WARD


class Store:
    """A database address, opened; SQLite by default, PostgreSQL by URL."""

    def __init__(self, url: str, city: City = HAI_PHONG) -> None:
        self._engine = open_engine(url)
        self._city = city

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    def migrate(self, to: str = "head") -> None:
        """Bring the tables to a revision; nothing happens where they are there."""
        config = Config()
        folder = Path(__file__).parent / "migrations"
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        with self._writing() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, to)

    def catalogue(self) -> Catalogue:
        """Read everything that is published."""
        by_place = select(SOURCE).order_by(SOURCE.c.place)
        with self._engine.begin() as connection:
            return Catalogue(
                _sites(connection),
                map(rows.source_of, _rows(connection, by_place)),
                city=self._city,
                edition=_edition(connection),
            )

    def fill(self, catalogue: Catalogue) -> int:
        """Make ``catalogue`` the whole of what is published; return its edition."""
        with self._writing() as connection:
            connection.execute(delete(SITE))
            connection.execute(delete(SOURCE))
            found = [
                rows.source_row(source, place)
                for place, source in enumerate(catalogue.sources.values())
            ]
            if found:
                connection.execute(insert(SOURCE), found)
            for site in catalogue:
                _write(connection, site)
            return _publish(connection)

    def publish(self, site: Site) -> int:
        """Make ``site`` the published version of its address; return the edition."""
        with self._writing() as connection:
            connection.execute(delete(SITE).where(SITE.c.slug == site.slug))
            _write(connection, site)
            return _publish(connection)

    def edition(self) -> int:
        """Count publications; a new number means the catalogue has changed."""
        with self._engine.begin() as connection:
            return _edition(connection)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Open a transaction that writes: all of it, or nothing on any error."""
        with self._engine.execution_options(**IMMEDIATE).begin() as connection:
            yield connection


def _edition(connection: Connection) -> int:
    return int(connection.execute(select(EDITION.c.number)).scalar_one())


def _publish(connection: Connection) -> int:
    connection.execute(update(EDITION).values(number=EDITION.c.number + 1))
    return _edition(connection)


def _write(connection: Connection, site: Site) -> None:
    for table, found in (
        (SITE, [rows.site_row(site)]),
        (ALIAS, rows.alias_rows(site)),
        (WARD, rows.ward_rows(site)),
        (CLAIM, rows.claim_rows(site)),
        (CITATION, rows.citation_rows(site)),
    ):
        if found:
            connection.execute(insert(table), found)


def _sites(connection: Connection) -> list[Site]:
    """Read every site with one query a table."""
    aliases, wards, claims, cited = (
        rows.by_site(_rows(connection, select(table).order_by(*table.primary_key)))
        for table in (ALIAS, WARD, CLAIM, CITATION)
    )
    return [
        rows.site_of(
            row,
            aliases.get(slug, []),
            wards.get(slug, []),
            claims.get(slug, []),
            rows.citations(cited.get(slug, [])),
        )
        for row in _rows(connection, select(SITE))
        for slug in [row["slug"]]
    ]


def _rows(connection: Connection, query: Select[Any]) -> list[rows.Row]:
    return [dict(row) for row in connection.execute(query).mappings()]
