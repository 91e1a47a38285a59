"""The command ``guide positions``: what is still to be verified on the spot."""

import csv
import io
import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from math import isinf
from typing import Any

import click

from guide import asked, exports, planner
from guide.config import Config
from guide.exports.format import Setting
from guide.services import Services, open_services
from guide.worklist import SURE_M, ToVerify, nothing_to_verify, to_verify, walkable
from sites.city import HAI_PHONG
from sites.names import LANGUAGES, Language

NOTHING = "every position is good enough"


@click.command()
@click.option(
    "--sure",
    "sure_m",
    default=SURE_M,
    show_default=True,
    type=click.FloatRange(0, 5000),
    help="Positions that may be off by no more metres than this are good enough.",
)
@click.option(
    "--lang", "language", type=click.Choice(LANGUAGES), default="vi", show_default=True
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "json"]),
    default="text",
    show_default=True,
    help="Lines to read, or a table for programs.",
)
@click.option(
    "--walk",
    metavar="MINUTES",
    help="Plan a walk of so long that passes as many of them as it can.",
)
@click.option(
    "--from",
    "start",
    metavar="PLACE",
    help="Where the walk starts; at the least certain site if nothing is said.",
)
def positions(
    sure_m: float, language: Language, form: str, walk: str | None, start: str | None
) -> None:
    """List the positions that somebody should verify, the least certain first."""
    here = open_services(Config.from_env(os.environ))
    if walk is not None:
        click.echo(_walk(here, sure_m, language, {"minutes": walk, "from": start}))
        return
    rows = [_row(one, language) for one in to_verify(here.catalogue, sure_m)]
    click.echo(_FORMS[form](rows), nl=form == "text")


def _walk(
    here: Services, sure_m: float, language: Language, words: dict[str, str | None]
) -> str:
    """Plan a walk past what is to be verified, from the worst on; write it as text."""
    unsure = walkable(here.catalogue, sure_m)
    if not unsure:
        return NOTHING
    given = {"from": [unsure[0]]}
    given |= {name: [value] for name, value in words.items() if value}
    never = list(nothing_to_verify(here.catalogue, sure_m))
    request = asked.read_request(given | {"never": never}, HAI_PHONG, datetime.now(UTC))
    form = exports.format_named("txt")
    tour = planner.plan(request, here.catalogue, here.streets)
    return form.document(tour, language, Setting(here.pack, here.land, "a4")).decode()


def _row(one: ToVerify, language: Language) -> dict[str, Any]:
    at = one.location.position if one.location else None
    return {
        "site": one.site.slug,
        "name": one.site.name.in_(language),
        "spot": one.spot.spot.value if one.spot else "",
        "radius_m": None if isinf(one.doubt_m) else one.doubt_m,
        "lat": at.lat if at else None,
        "lon": at.lon if at else None,
        "basis": one.location.basis.in_(language) if one.location else "",
    }


def _text(rows: list[dict[str, Any]]) -> str:
    lines = [
        f"{_metres(row['radius_m']):>8}  {row['site']:24} {row['name']}"
        f"{' (' + row['spot'] + ')' if row['spot'] else ''}"
        for row in rows
    ]
    return "\n".join(lines) or NOTHING


def _metres(radius_m: float | None) -> str:
    return "unknown" if radius_m is None else f"{radius_m:.0f} m"


def _csv(rows: list[dict[str, Any]]) -> str:
    fields = ("site", "name", "spot", "radius_m", "lat", "lon", "basis")
    document = io.StringIO()
    writer = csv.DictWriter(document, fields)
    writer.writeheader()
    writer.writerows(rows)
    return document.getvalue()


def _json(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


_FORMS: dict[str, Callable[[list[dict[str, Any]]], str]] = {
    "text": _text,
    "csv": _csv,
    "json": _json,
}
