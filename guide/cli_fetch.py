"""The command line for extracts from elsewhere: ``guide streets fetch``."""

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

import click

from guide.cli_streets import import_, slug
from guide.config import Config
from guide.services import open_store
from guide.streets.errors import NoSiteThere
from guide.streets.fetch.errors import BadAddress
from guide.streets.fetch.grid import read_box, written
from guide.streets.fetch.overpass import PUBLIC_SERVER, TERMS
from guide.streets.fetch.room import only_one, place, storing, tidy
from guide.streets.pack import ATTRIBUTION
from guide.streets.shelf import Shelf
from sites.city import HAI_PHONG
from sites.position import Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the command line says."""

    box: str | None
    address: str | None
    server: str
    name: str | None
    anywhere: bool
    only_download: Path | None


class Told(Protocol):
    """Told how much is there, and how much there will be, if that is known."""

    def __call__(self, have: int, total: int | None, /) -> None:
        """Show it."""


@click.command()
@click.option(
    "--box",
    metavar="S,W,N,E",
    help="The area: south, west, north, east in degrees.  [default: the city]",
)
@click.option(
    "--from",
    "address",
    metavar="URL",
    help="Fetch this .osm, .osm.bz2 or .osm.pbf file instead of asking Overpass.",
)
@click.option(
    "--server",
    default=PUBLIC_SERVER,
    show_default=True,
    metavar="URL",
    help="Another Overpass server.",
)
@click.option("--name", help="What to call the pack.  [default: as the city or file]")
@click.option("--anywhere", is_flag=True, help="Even if no site stands there.")
@click.option(
    "--only-download",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Import nothing; put the extract there.",
)
@click.pass_context
def fetch(context: click.Context, /, **given: Any) -> None:  # noqa: ANN401 - as the options say
    """Download the streets of the city, or of another area, and import them.

    This is the only command that asks other hosts. It needs internet; without it,
    bring an extract over and use “guide streets import”. What was fetched before an
    interruption is kept for a day: the same command goes on from there.
    """
    wanted, config = Wanted(**given), Config.from_env(os.environ)
    _require_sense(wanted, config)
    box = read_box(wanted.box) if wanted.box else HAI_PHONG.box
    if not (wanted.address or wanted.anywhere or wanted.only_download):
        _require_site(box, config)
    with only_one(config.home / "fetched") as room:
        work = room / _key(wanted, box)
        with storing(work):
            work.mkdir(exist_ok=True)
            tidy(room, work)
        file = (
            _downloaded(wanted, work) if wanted.address else _asked(wanted, box, work)
        )
        if wanted.only_download:
            place(file, wanted.only_download)
            size = wanted.only_download.stat().st_size / 1e6
            click.echo(f"{wanted.only_download}: {size:.1f} MB, {ATTRIBUTION}")
        else:
            context.invoke(
                import_, file=file, name=wanted.name, anywhere=wanted.anywhere
            )
        shutil.rmtree(work, ignore_errors=True)


def _require_sense(wanted: Wanted, config: Config) -> None:
    """Refuse what cannot be, before anybody is asked for anything."""
    if wanted.address and wanted.box:
        raise click.UsageError("--from fetches a whole file; take --box away")
    target = wanted.only_download
    if target and (wanted.name or wanted.anywhere):
        raise click.UsageError(
            "--only-download imports nothing; take --name and --anywhere away"
        )
    if target and not _ending(target.name):
        raise click.BadParameter(
            f"“{target.name}” must end in .osm, .osm.bz2 or .osm.pbf",
            param_hint="--only-download",
        )
    if wanted.name:
        Shelf(config.home).checked(wanted.name)


def _require_site(box: Box, config: Config) -> None:
    catalogue = open_store(config).catalogue()
    if not any(s.location and box.holds(s.location.position) for s in catalogue):
        raise NoSiteThere("--box", written(box))


def _ending(name: str) -> str | None:
    """Return how the name of an extract ends; None where it is that of none."""
    from guide.streets.reading import ENDINGS  # noqa: PLC0415 - osmium is slow to import

    lower = name.lower()
    return next((ending for ending in ENDINGS if lower.endswith(ending)), None)


def _key(wanted: Wanted, box: Box) -> str:
    """Name the folder of this question: what is kept of another one is no use."""
    text = wanted.address or f"{wanted.server} {written(box)}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _downloaded(wanted: Wanted, work: Path) -> Path:
    """Fetch a file; its name is that of the address."""
    from guide.streets.fetch.download import Download  # noqa: PLC0415 - requests is slow
    from guide.streets.fetch.web import Web, host_of, require_web  # noqa: PLC0415

    address = wanted.address or ""
    require_web(address)
    name = Path(unquote(urlsplit(address).path)).name
    target = wanted.only_download
    ending = _ending(name) or (_ending(target.name) if target else None)
    if ending is None:
        raise BadAddress(host_of(address), f"“{name}” is the name of no extract")
    _say_terms(address, f"fetching {name} from {host_of(address)}")
    with _bar(f"fetching {name}") as told:
        file = work / f"{slug(Path(name))}{ending}"
        return Download(Web(), address, file).run(told)


def _asked(wanted: Wanted, box: Box, work: Path) -> Path:
    """Ask an Overpass server for an area, and join its answers."""
    from guide.streets.fetch.parts import Asked, Parts, explained, joined  # noqa: PLC0415
    from guide.streets.fetch.web import Web, require_web  # noqa: PLC0415

    require_web(wanted.server)
    asked = Asked(wanted.server, box)
    _say_terms(wanted.server, explained(asked))
    if wanted.server == PUBLIC_SERVER:
        click.echo(
            "at most some 10,000 questions and 1 GB a day are welcome there: " + TERMS,
            err=True,
        )
    with _bar("asking Overpass") as told:
        parts = Parts(Web(), asked, work).run(told)
    target = wanted.only_download
    ending = (target and _ending(target.name)) or ".osm.pbf"
    name = written(box) if wanted.box else HAI_PHONG.slug
    return joined(parts, work / f"{slug(Path(name))}{ending}", _format(ending))


def _format(ending: str) -> str:
    from guide.streets.reading import ENDINGS  # noqa: PLC0415 - osmium is slow to import

    return ENDINGS[ending]


def _say_terms(address: str, what: str) -> None:
    """Say what is asked of whom, and whose the data is."""
    click.echo(what, err=True)
    if urlsplit(address).scheme == "http":
        click.echo("over an open line: others can read and change it", err=True)
    click.echo(f"the data is {ATTRIBUTION}: openstreetmap.org/copyright", err=True)


@contextmanager
def _bar(label: str) -> Iterator[Told]:
    """Show how far it is, where somebody looks."""
    with click.progressbar(
        length=1,
        label=label,
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
        show_pos=True,
    ) as bar:

        def told(have: int, total: int | None) -> None:
            bar.length = total
            bar.update(have - bar.pos)

        yield told
