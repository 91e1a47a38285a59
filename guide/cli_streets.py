"""The command line for streets: ``guide streets import``, ``use`` and ``info``."""

import os
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from guide.config import Config
from guide.services import open_store, pack_in_use
from guide.streets.errors import NotKept
from guide.streets.land import count_land
from guide.streets.pack import Pack
from guide.streets.shelf import BUILT_IN_NAME, Shelf
from guide.streets.street import StreetTable
from guide.streets.survey import Near, Survey, require_site, survey

BAR_STEPS = 1000


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
    with _bar(f"importing {file.name}") as told:
        now = datetime.now(UTC)
        found = osm.import_extract(file, called, now, lambda share: told(0.7 * share))
        if not anywhere:
            require_site(found.pack, open_store(config).catalogue(), file.name)
        shelf.keep(found.pack, found.land, lambda share: told(0.7 + 0.3 * share))
        told(1.0)
    _draw_at_once(config, called, found.pack)
    km = StreetTable.of(found.pack.streets).metres.sum() / 1000
    click.echo(
        f"{called}: {len(found.pack.streets)} streets, {km:.1f} km\n"
        f"“guide streets info {called}” says how good it is, "
        f"“guide streets use {called}” walks on it"
    )


@streets.command()
@click.argument("name", required=False)
def draw(name: str | None) -> None:
    """Draw the base map of the pack NAME; of the one in use if none.

    An import does it by itself, but for very large packs.
    """
    config = _config()
    shelf = Shelf(config.home)
    pack = shelf.read(name) if name else pack_in_use(config)
    if problem := _draw(config, pack):
        raise NotKept(str(config.home / "tiles"), problem)
    click.echo(f"the base map of {pack.name} is drawn")


def _draw_at_once(config: Config, name: str, pack: Pack) -> None:
    """Draw a pack that was kept just now: no visitor shall wait for its map."""
    from guide.maps import tileshelf  # noqa: PLC0415 - nothing else here draws

    if not tileshelf.drawn_at_once(pack):
        click.echo(
            f"the base map is not drawn yet: {len(pack.streets)} streets take minutes; "
            f"“guide streets draw {name}” does it",
            err=True,
        )
    elif problem := _draw(config, Shelf(config.home).read(name)):
        click.echo(f"the base map is drawn later ({problem})", err=True)


def _draw(config: Config, pack: Pack) -> str | None:
    """Make the tiles of a pack, as it is kept; return what stood in the way."""
    from guide.maps import tileshelf  # noqa: PLC0415 - nothing else here draws

    packs = Shelf(config.home)
    tiles = tileshelf.tileset(pack, lambda: packs.land(pack))
    with _bar("drawing the base map") as told:
        try:
            tileshelf.TileShelf(config.home).keep(tiles, told)
        except OSError as problem:
            return problem.strerror or type(problem).__name__
    return None


@contextmanager
def _bar(label: str) -> Iterator[Callable[[float], None]]:
    """Draw a bar on a terminal while something is done; it never goes back."""
    with click.progressbar(
        length=BAR_STEPS,
        label=label,
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
        show_pos=False,
    ) as bar:

        def told(share: float) -> None:
            bar.update(max(0, round(share * BAR_STEPS) - bar.pos))

        yield told


@streets.command()
@click.argument("name")
def use(name: str) -> None:
    """Walk on the pack NAME from now on; built-in is the one that came along."""
    config = _config()
    pack = Shelf(config.home).use(name)
    click.echo(f"{name} is in use: {len(pack.streets)} streets")
    if isinstance(config.streets, Path):
        click.echo("GUIDE_STREETS is set and comes first; take it away", err=True)


@streets.command()
@click.argument("name", required=False)
def info(name: str | None) -> None:
    """Say where the pack NAME is from and how good it is; the one in use if none."""
    config = _config()
    shelf = Shelf(config.home)
    pack = shelf.read(name) if name else pack_in_use(config)
    own = config.streets if not name and isinstance(config.streets, Path) else None
    file = own or shelf.file(name or shelf.chosen)
    title = name or _title(config)
    found = survey(pack, open_store(config).catalogue())
    rows = [
        ("pack", title),
        *_origin(pack),
        ("size", _megabytes(file)),
        *_figures(found),
        *_beside(found, shelf.land_file(pack)),
    ]
    for label, value in rows:
        click.echo(f"{label:14} {value}")
    click.echo("\nmetres to the nearest street, from each site")
    for row in found.sites:
        click.echo(_row(row))
    for site in found.unknown:
        click.echo(f"{'?':>8}  {site.slug:24} its position is not known")


def _title(config: Config) -> str:
    if isinstance(config.streets, Path):
        return f"{config.streets.name}  (in use, by GUIDE_STREETS)"
    if config.streets:
        ways = f"ways: Valhalla at {config.streets.host}, by GUIDE_STREETS"
        return f"{Shelf(config.home).chosen}  (on maps; {ways})"
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
    if origin and origin.closed_gates:
        yield "gates", f"{origin.closed_gates} that nobody may pass on foot"


def _figures(found: Survey) -> Iterator[tuple[str, str]]:
    yield "junctions", f"{found.junctions}"
    yield "streets", f"{found.streets}, {found.metres / 1000:.1f} km"
    yield "connected", f"{found.connected:.1%} of the metres in one piece"
    yield "named", f"{found.named:.1%} of the metres, {found.names} names"
    for key, share in found.tagged.items():
        whole = (
            f"the {found.steps:.0f} m of steps" if key == "step_count" else "the metres"
        )
        yield key, f"{share:.1%} of {whole}"
    if found.one_way:
        yield "one-way", f"{found.one_way} streets on foot"


def _beside(found: Survey, land: Path | None) -> Iterator[tuple[str, str]]:
    yield "spots", _counts(found.spots)
    if land:
        yield "land", f"{_counts(count_land(land))}; {_megabytes(land)}"
    else:
        yield "land", "none"


def _counts(counts: Mapping[Any, int]) -> str:
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return ", ".join(f"{count} {kind}" for kind, count in rows) or "none"


def _megabytes(file: Path) -> str:
    return f"{file.stat().st_size / 1e6:.1f} MB"


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
