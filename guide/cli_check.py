"""The command ``guide check``: what is wrong with the content, by file and line."""

import json
import sys
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

import click

from guide import offered
from sites.city import HAI_PHONG
from sites.intake import Examined, examine

FAULTY = 1
"""The exit status where the content has faults."""


@click.command()
@click.argument(
    "folder",
    required=False,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Sentences, or JSON for programs.",
)
def check(folder: Path | None, form: str) -> None:
    """Look through the text files of FOLDER, or of the city, for faults.

    Each is named by file and line; nothing is published. How many claims there are,
    and how many of them have a source, is counted. The exit status is 1 where there is
    any fault.
    """
    found = examine(HAI_PHONG, folder)
    if not found.faults:
        more = offered.faults(found.catalogue, datetime.now(UTC))
        found = replace(found, faults=tuple(more))
    click.echo(_FORMS[form](found))
    sys.exit(FAULTY if found.faults else 0)


def _claims(found: Examined) -> dict[str, int]:
    return {"claims": found.claims, "sourced": found.sourced}


def _counts(found: Examined) -> dict[str, int]:
    catalogue = found.catalogue
    return {
        "sites": len(catalogue),
        "people": len(catalogue.history.people),
        "events": len(catalogue.history.events),
        "sources": len(catalogue.sources),
        "festivals": sum(len(site.festivals) for site in catalogue),
    }


def _text(found: Examined) -> str:
    claims = ", ".join(f"{name} {n}" for name, n in _claims(found).items())
    if found.faults:
        count = f"{len(found.faults)} faults"
        return "\n".join((*map(str, found.faults), count, claims))
    counts = ", ".join(f"{n} {name}" for name, n in _counts(found).items())
    return f"no faults: {counts}\n{claims}"


def _json(found: Examined) -> str:
    listed = [asdict(fault) for fault in found.faults]
    counts = {} if listed else _counts(found)
    document = {**_claims(found), **counts, "faults": listed}
    return json.dumps(document, ensure_ascii=False, indent=1)


_FORMS = {"text": _text, "json": _json}
