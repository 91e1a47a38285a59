"""The command line for streets: ``guide streets import``, ``use`` and ``info``."""

import os
import sys
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from guide.config import Config
from guide.services import open_store, pack_in_use
from guide.streets.pack import Pack
from guide.streets.shelf import BUILT_IN_NAME, Shelf
from guide.streets.survey import Near, Survey, require_site, survey


@click.group()
def streets() -> None:
    """Import, choose and look at packs of streets."""


@streets.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", help="What to call the pack.  [default: as the file]")
@click.option("--anywhere", is_flag=True, help="Even if no site stands there.")
def import_(file: Path, name: str | None, *, anywhere: bool) -> None:
    """Make a pack of the streets in FILE, an extract of OpenStreetMap.

    FILE ends in .osm, .osm.bz2 or .osm.pbf. A pack of the same name is replaced.
    """
    from guide.streets import osm  # noqa: PLC0415 - no other command needs osmium

    config = _config()
    shelf = Shelf(config.home)
    called = shelf.checked(name or slug(file))
    with click.progressbar(
        length=len(osm.STEPS),
        label=f"reading {file.name}",
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    ) as bar:
        now = datetime.now(UTC)
        pack = osm.import_extract(file, called, now, lambda _step: bar.update(1))
    if not anywhere:
        require_site(pack, open_store(config).catalogue(), file.name)
    shelf.keep(pack)
    _draw(config, called)
    km = sum(street.metres for street in pack.streets) / 1000
    click.echo(
        f"{called}: {len(pack.streets)} streets, {km:.1f} km\n"
        f"“guide streets info {called}” says how good it is, "
        f"“guide streets use {called}” walks on it"
    )


def _draw(config: Config, name: str) -> None:
    """Make the tiles of a pack, as it is kept, now: no visitor shall wait for them."""
    from guide.maps import tileshelf  # noqa: PLC0415 - nothing else here draws

    pack = Shelf(config.home).read(name)
    shelf = tileshelf.TileShelf(config.home)
    with click.progressbar(
        length=100,
        label="drawing the base map",
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    ) as bar:
        try:
            shelf.file(
                tileshelf.tileset(pack),
                lambda part: bar.update(int(part * 100) - bar.pos),
            )
        except OSError as problem:
            click.echo(f"the base map is drawn later ({problem.strerror})", err=True)
    shelf.close()


@streets.command()
@click.argument("name")
def use(name: str) -> None:
    """Walk on the pack NAME from now on; built-in is the one that came along."""
    config = _config()
    pack = Shelf(config.home).use(name)
    click.echo(f"{name} is in use: {len(pack.streets)} streets")
    if config.streets:
        click.echo("GUIDE_STREETS is set and comes first; take it away", err=True)


@streets.command()
@click.argument("name", required=False)
def info(name: str | None) -> None:
    """Say where the pack NAME is from and how good it is; the one in use if none."""
    config = _config()
    pack = Shelf(config.home).read(name) if name else pack_in_use(config)
    title = name or _title(config)
    found = survey(pack, open_store(config).catalogue())
    for label, value in [("pack", title), *_origin(pack), *_figures(found)]:
        click.echo(f"{label:14} {value}")
    click.echo("\nmetres to the nearest street, from each site")
    for row in found.sites:
        click.echo(_row(row))
    for site in found.unknown:
        click.echo(f"{'?':>8}  {site.slug:24} its position is not known")


def _title(config: Config) -> str:
    if config.streets:
        return f"{config.streets.name}  (in use, by GUIDE_STREETS)"
    return f"{Shelf(config.home).chosen}  (in use)"


def _origin(pack: Pack) -> Iterator[tuple[str, str]]:
    box, origin = pack.box, pack.origin
    if origin:
        yield "from", origin.file
        yield "taken", origin.taken or "not said"
        yield "newest edit", origin.newest_edit or "not said"
        yield "imported", origin.imported
    else:
        yield "from", "not said"
    yield (
        "area",
        f"{box.south:.4f}–{box.north:.4f} N, {box.west:.4f}–{box.east:.4f} E",
    )
    yield "attribution", pack.attribution
    if origin:
        km = origin.dropped_metres / 1000
        lost = f"{origin.dropped_streets} streets, {km:.1f} km"
        yield "dropped", f"{lost} in {origin.dropped_parts} parts out of reach"
    if origin and origin.one_way_streets:
        yield "one-way", f"{origin.one_way_streets} streets, walked both ways here"


def _figures(found: Survey) -> Iterator[tuple[str, str]]:
    yield "junctions", f"{found.junctions}"
    yield "streets", f"{found.streets}, {found.metres / 1000:.1f} km"
    yield "connected", f"{found.connected:.1%} of the metres in one piece"
    yield "named", f"{found.named:.1%} of the metres, {found.names} names"


def _row(row: Near) -> str:
    street = row.street or "a street without a name"
    return f"{row.away_m:8.0f}  {row.site.slug:24} {street}"


def slug(file: Path) -> str:
    """Make the name of a pack from that of a file: without ending and accents."""
    stem = file.name.split(".osm")[0].removesuffix(".pbf").lower().replace("đ", "d")
    plain = unicodedata.normalize("NFD", stem)
    signs = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = "".join(
        sign if sign.isascii() and sign.isalnum() else " " for sign in signs
    )
    return "-".join(words.split())[:60].rstrip("-") or BUILT_IN_NAME


def _config() -> Config:
    return Config.from_env(os.environ)
