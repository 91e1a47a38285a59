"""Read what is published: the catalogue, with one query a table."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select, select

from sites.catalogue import Catalogue
from sites.city import City
from sites.history import History
from sites.model import Site
from sites.pastnames import Period
from sites.store import history_rows, name_rows, picture_rows, rows, tour_rows
from sites.store.columns import Citations, Row, citations
from sites.store.history_tables import ENTRY
from sites.store.publishing import edition
from sites.store.tables import (
    ALIAS,
    CANCELLED,
    CITATION,
    CLAIM,
    FESTIVAL,
    MOON,
    NAME_CITATION,
    NAMED_WARD,
    PERIOD,
    REPAIR,
    SITE,
    SITE_NAME,
    SOURCE,
    STANDPOINT,
    STREET,
    STREET_NAME,
    WARD,
)
from sites.store.tour_tables import TOUR
from sites.streets import NamedStreet
from sites.wards import NamedWard


def catalogue(connection: Connection, city: City) -> Catalogue:
    """Read everything that is published of a city."""
    by_place = select(SOURCE).order_by(SOURCE.c.place)
    by_key = select(NAME_CITATION).order_by(*NAME_CITATION.primary_key)
    cited = citations(_rows(connection, by_key))
    periods = _periods(connection, cited)
    return Catalogue(
        _sites(connection, periods),
        map(rows.source_of, _rows(connection, by_place)),
        _streets(connection, periods, cited),
        wards=_wards(connection, cited),
        pictures=picture_rows.read(connection, cited),
        tours=tour_rows.tours_of(
            _rows(connection, select(TOUR).order_by(TOUR.c.place))
        ),
        history=_history(connection),
        city=city,
        edition=edition(connection),
    )


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
