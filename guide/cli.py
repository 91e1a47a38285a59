"""The command line: ``guide plan``, ``reach``, ``sites``, ``serve``, ``streets``."""

import gc
import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from guide import (
    asked,
    cli_check,
    cli_content,
    cli_fetch,
    cli_positions,
    cli_short,
    cli_streets,
    cli_user,
    exports,
    planner,
)
from guide.asked.wishes import STREETS
from guide.config import Config
from guide.exports import reach as reach_export
from guide.exports.format import Setting
from guide.pace import DEFAULT_PUPILS, PACES, WALKERS
from guide.services import Services, open_services
from guide.wishes import Style
from guide.within import within
from sites.city import HAI_PHONG
from sites.errors import Said
from sites.intake import read_content
from sites.model import Kind
from sites.names import LANGUAGES, Language
from sites.search import nearest

WRONG = 2
"""The exit status for a question that is wrong, or that cannot be walked."""


def main() -> None:
    """Run the command line; what is wrong is one sentence and status 2."""
    try:
        commands()
    except Said as problem:
        click.echo(f"guide: {problem}", err=True)
        sys.exit(WRONG)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="heritage-guide", message="%(version)s")
def commands() -> None:
    """A guide to the heritage of Hải Phòng, and a planner of walks through it."""


commands.add_command(cli_streets.streets)
commands.add_command(cli_check.check)
commands.add_command(cli_content.content)
commands.add_command(cli_positions.positions)
commands.add_command(cli_short.short)
commands.add_command(cli_user.user)
cli_streets.streets.add_command(cli_fetch.fetch)


in_language = click.option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    default="vi",
    show_default=True,
    help="Vietnamese or English.",
)


Command = Callable[..., Any]

WORDS: tuple[tuple[str, str, str], ...] = (
    ("from", "PLACE", "A site, or latitude,longitude."),
    ("to", "PLACE", "Where to end; back to the start if none."),
    ("depart", "WHEN", "Like 2026-11-22T08:00; now if none."),
    ("minutes", "N", "How long, at most.  [default: 120]"),
    ("like", "KIND…", f"What interests you: {', '.join(Kind)}."),
    ("follow", "WHOM", "A person or event whose sites count most."),
    ("walker", "WHO", f"{', '.join(WALKERS)}.  [default: adult]"),
    ("pupils", "N", f"How many, for a class.  [default: {DEFAULT_PUPILS}]"),
    ("pace", "PACE", f"{', '.join(PACES)}.  [default: normal]"),
    ("style", "STYLE", f"{', '.join(Style)}.  [default: most]"),
    ("must", "SITE…", "A site to see in any case."),
    ("never", "SITE…", "A site to leave out."),
    ("first", "SITE", "The first stop."),
    ("last", "SITE", "The last stop."),
    ("order", "SITE,SITE…", "Sites to see in just this order."),
    ("before", "SITE:SITE…", "Never the second one before the first."),
    ("at", "SITE@TIME…", "Be at a site at a time, like chua-do@09:30."),
    ("stops", "N", "At most so many stops."),
    ("most", "KIND:N…", "At most so many of a kind, like religious:2."),
    ("walk", "METRES", "At most so far on foot."),
    ("break", "N@TIME-TIME…", "A break, like 30@11:30-13:00 or …@SITE|SITE."),
    ("varied", "yes", "Let each further site of a kind count less."),
    ("streets", "LIKE…", f"{', '.join(STREETS)}.  [default: the shortest way]"),
    ("only", "sure", "Only sites that are known to be open."),
    ("days", "N", "So many walks, day after day."),
    ("groups", "N", "So many walks at once, for groups."),
    ("names", "old|YEAR", "Tell old street names too: all, or those of a year."),
)
"""The words of a request as options; … means that one may be repeated."""


REACH_WORDS = tuple(
    word for word in WORDS if word[0] in {"from", "walker", "pupils", "pace", "streets"}
)


def with_words(*words: tuple[str, str, str]) -> Callable[[Command], Command]:
    """Give a command an option for each of some words of a request."""

    def given(command: Command) -> Command:
        for name, value, about in reversed(words):
            command = click.option(
                f"--{name}",
                f"{name}_",
                metavar=value,
                help=about,
                multiple=value[-1] == "…",
            )(command)
        return command

    return given


@commands.command()
@with_words(*WORDS)
@in_language
@click.option(
    "--format",
    "name",
    default="text",
    metavar="FORMAT",
    help="text, pdf, gpx, geojson, json, svg or png.  [default: text]",
)
@click.option("--paper", default="a4", help="a4 or a5, for paper.  [default: a4]")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to a file instead of the terminal.",
)
def plan(
    name: str,
    paper: str,
    output: Path | None,
    language: Language,
    **words: str | tuple[str, ...] | None,
) -> None:
    """Plan a walk: choose sites, order them, and time each visit."""
    form = exports.format_named("txt" if name == "text" else name)
    plan_tour = planner.explain if form.explains else planner.plan
    request = asked.read_request(_given(words), HAI_PHONG, datetime.now(UTC))
    here = _services()
    tour = plan_tour(request, here.catalogue, here.streets)
    setting = Setting(here.pack, here.land, paper)
    _write(form.document(tour, language, setting), output)


@commands.command()
@with_words(*REACH_WORDS)
@click.option(
    "--minutes",
    "minutes_",
    metavar="N",
    help=f"How long on foot.  [default: {asked.DEFAULT_REACH}]",
)
@in_language
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the area as GeoJSON to a file.",
)
def reach(
    output: Path | None, language: Language, **words: str | tuple[str, ...] | None
) -> None:
    """Say which sites are within so many minutes on foot, nearest first."""
    request = asked.read_reach(_given(words), HAI_PHONG, datetime.now(UTC))
    here = _services()
    found = within(request, here.catalogue, here.streets)
    for near in found.sites:
        walk, metres = near.walk.total_seconds() / 60, round(near.metres)
        name = near.site.name.in_(language)
        click.echo(f"{walk:5.0f} min {metres:6} m  {near.site.slug:24} {name}")
    if not found.sites:
        click.echo("no site lies so near; give more --minutes", err=True)
    if output:
        _write(reach_export.render(found, language), output)


def _given(words: Mapping[str, str | tuple[str, ...] | None]) -> dict[str, list[str]]:
    return {field.rstrip("_"): _listed(value) for field, value in words.items()}


def _write(document: bytes, output: Path | None) -> None:
    try:
        if output is None:
            click.echo(document, nl=False)
        else:
            output.write_bytes(document)
    except OSError as problem:
        to = output or "to the terminal"
        raise click.UsageError(f"cannot write {to}: {problem.strerror}") from None


@commands.command()
@click.argument("words", nargs=-1)
@in_language
def sites(words: tuple[str, ...], language: Language) -> None:
    """List the sites whose names hold WORDS, with or without accents."""
    catalogue = _services().catalogue
    asked_for = " ".join(words)
    found = catalogue.find(asked_for)
    for site in found:
        click.echo(f"{site.slug:20} {site.name.in_(language)}  ({site.kind})")
    if not found:
        near = ", ".join(nearest(asked_for, catalogue))
        click.echo(f"nothing is called “{asked_for}”; the nearest: {near}", err=True)
        sys.exit(1)


@commands.command()
def load() -> None:
    """Publish the text files of the content folder in place of what is there."""
    edition = _services().store.fill(read_content())
    click.echo(f"edition {edition} is published")


@commands.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def serve(host: str, port: int) -> None:
    """Serve the guide to browsers until Ctrl+C."""
    from guide.web.serve import serve as serve_pages  # noqa: PLC0415 - needs Flask

    gc.enable()
    here = _services()
    count = len(here.catalogue)
    try:
        serve_pages(here, host, port, lambda: click.echo(
            f"{count} sites, {len(here.pack.streets)} streets\n"
            f"The guide is at http://{host}:{port}/ (Ctrl+C ends it)"
        ))  # fmt: skip
    except (OSError, ValueError) as problem:  # ValueError: waitress knows no such host
        reason = problem.strerror if isinstance(problem, OSError) else problem
        raise click.UsageError(
            f"cannot listen on {host}:{port} ({reason}); "
            "choose another one with --host or --port"
        ) from None


def _listed(value: str | tuple[str, ...] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def _services() -> Services:
    return open_services(Config.from_env(os.environ))
