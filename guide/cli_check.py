"""The command ``guide check``: what is wrong with the content, by file and line."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from sites.catalogue import Catalogue
from sites.city import HAI_PHONG
from sites.errors import BadContent, Fault
from sites.intake import read_content

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

    Each is named by file and line; nothing is published. The exit status is 1 where
    there are any.
    """
    faults: tuple[Fault, ...] = ()
    catalogue = Catalogue()
    try:
        catalogue = read_content(HAI_PHONG, folder)
    except BadContent as problem:
        faults = problem.faults
    click.echo(_FORMS[form](catalogue, faults))
    sys.exit(FAULTY if faults else 0)


def _counts(catalogue: Catalogue) -> dict[str, int]:
    return {
        "sites": len(catalogue),
        "sources": len(catalogue.sources),
        "festivals": sum(len(site.festivals) for site in catalogue),
    }


def _text(catalogue: Catalogue, faults: tuple[Fault, ...]) -> str:
    if faults:
        return "\n".join((*map(str, faults), f"{len(faults)} faults"))
    counts = ", ".join(f"{n} {name}" for name, n in _counts(catalogue).items())
    return f"no faults: {counts}"


def _json(catalogue: Catalogue, faults: tuple[Fault, ...]) -> str:
    listed = [asdict(fault) for fault in faults]
    counts = {} if faults else _counts(catalogue)
    return json.dumps({**counts, "faults": listed}, ensure_ascii=False, indent=1)


_FORMS = {"text": _text, "json": _json}
