"""Write what is published: a whole catalogue, or one site, within a transaction."""

from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from sites.catalogue import Catalogue
from sites.model import Site
from sites.store import (
    history_rows,
    name_rows,
    occasions,
    picture_rows,
    rows,
    short_rows,
    tour_rows,
)
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
    SITE,
    SITE_NAME,
    SOURCE,
    STANDPOINT,
    STREET,
    STREET_NAME,
    WARD,
)
from sites.store.tour_tables import TOUR


def edition(connection: Connection) -> int:
    """Count publications."""
    return int(connection.execute(select(EDITION.c.number)).scalar_one())


def publish(connection: Connection, site: Site) -> int:
    """Publish a site within a transaction that does more; return the edition."""
    connection.execute(delete(SITE).where(SITE.c.slug == site.slug))
    _write(connection, site)
    short_rows.give(connection, [site])
    return _publish(connection)


def withdraw(connection: Connection, slug: str) -> int:
    """Take a site away within a transaction that does more; return the edition."""
    connection.execute(delete(SITE).where(SITE.c.slug == slug))
    return _publish(connection)


def move(connection: Connection, slug: str, now: str) -> int:
    """Lead from the address that a site had to another; return the edition."""
    short_rows.move(connection, slug, now)
    return _publish(connection)


def _publish(connection: Connection) -> int:
    connection.execute(update(EDITION).values(number=EDITION.c.number + 1))
    return edition(connection)


EVERYTHING = (
    SITE, ENTRY, PICTURE, TOUR, NAME_CITATION, NAMED_WARD, STREET, PERIOD, SOURCE
)  # fmt: skip
"""What goes when a new catalogue comes; the parts of each go with it."""


def fill(connection: Connection, catalogue: Catalogue) -> int:
    """Make ``catalogue`` the whole of what is published; return its edition."""
    pictures = catalogue.pictures.values()
    files = picture_rows.kept(connection, pictures)
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
        (TOUR, tour_rows.tour_rows(catalogue.tours)),
        (PICTURE, picture_rows.picture_rows(pictures)),
        (IMAGE, picture_rows.image_rows(pictures, files)),
        (NAME_CITATION, picture_rows.citation_rows(pictures)),
    )
    for site in catalogue:
        _write(connection, site)
    short_rows.give(connection, catalogue)
    for slug, now in catalogue.moved.items():
        short_rows.move(connection, slug, now)
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
