"""Give short addresses, and read all that were ever given."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from sites.model import Site
from sites.position import Position
from sites.short import ShortAddress, ShortAddresses, new_code
from sites.store.columns import Row, both, certain
from sites.store.short_tables import MOVED, SHORT_ADDRESS


def give(connection: Connection, sites: Iterable[Site]) -> None:
    """See that each site has its code, and note its name and position of today."""
    given_so_far = select(SHORT_ADDRESS.c.site, SHORT_ADDRESS.c.code)
    codes = {row.site: row.code for row in connection.execute(given_so_far)}
    for site in sorted(sites, key=lambda site: site.slug):
        row = _row(site)
        if site.slug in codes:
            given = SHORT_ADDRESS.c.site == site.slug
            connection.execute(update(SHORT_ADDRESS).where(given).values(row))
            continue
        codes[site.slug] = new_code(site.slug, set(codes.values()))
        connection.execute(insert(SHORT_ADDRESS), row | {"code": codes[site.slug]})


def move(connection: Connection, slug: str, now: str) -> None:
    """Note that a site is found elsewhere."""
    connection.execute(delete(MOVED).where(MOVED.c.slug.in_([slug, now])))
    connection.execute(insert(MOVED), {"slug": slug, "now": now})


def read(connection: Connection) -> ShortAddresses:
    """Read every code, and where the sites that moved are found."""
    rows = connection.execute(select(SHORT_ADDRESS).order_by(SHORT_ADDRESS.c.code))
    moved: Sequence[Any] = connection.execute(select(MOVED)).all()
    return ShortAddresses(
        by_code={row["code"]: _address(row) for row in map(dict, rows.mappings())},
        moved={row.slug: row.now for row in moved},
    )


def _row(site: Site) -> dict[str, Any]:
    at = site.location.position if site.location else None
    return {
        "site": site.slug,
        **both("name", site.name),
        "lat": at.lat if at else None,
        "lon": at.lon if at else None,
    }


def _address(row: Row) -> ShortAddress:
    return ShortAddress(
        code=row["code"],
        site=row["site"],
        name=certain(row, "name"),
        position=None if row["lat"] is None else Position(row["lat"], row["lon"]),
    )
