"""Read a draft as the content folder is read: its faults name its lines.

The draft is put into a folder of its own, with the sources and periods that it may
name, and examined like any other content: nothing passes here that would not there.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sites import content_out, intake
from sites.catalogue import Catalogue
from sites.errors import Fault
from sites.model import Site

PLACE = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True, order=True)
class DraftFault:
    """What is wrong with a line of a draft: ``story.0.vi``, or a group of lines."""

    path: str
    problem: str


@dataclass(frozen=True, slots=True)
class Read:
    """The site that a draft describes, None where it has faults."""

    site: Site | None
    faults: tuple[DraftFault, ...]


def read(slug: str, draft: dict[str, Any], catalogue: Catalogue) -> Read:
    """Read the draft of the site at an address.

    Args:
        slug: the address.
        draft: as ``sites.staff.shape`` has it.
        catalogue: whose sources and periods it may name.
    """
    site = {key: value for key, value in draft.items() if key != "festivals"}
    feasts = {
        str(feast.get("key") or f"{slug}-{place}"): {
            "site": slug,
            **{name: value for name, value in feast.items() if name != "key"},
        }
        for place, feast in enumerate(draft.get("festivals", ()), start=1)
    }
    with TemporaryDirectory(prefix="guide-draft-") as place:
        folder = Path(place)
        (folder / "sites").mkdir()
        for name, document in content_out.known(catalogue):
            _write(folder / name, document)
        _write(folder / "sites" / f"{slug}.yaml", site)
        if feasts:
            _write(folder / "festivals.yaml", feasts)
        found = intake.examine(catalogue.city, folder)
    if found.faults:
        return Read(None, tuple(_fault(one, list(feasts)) for one in found.faults))
    return Read(found.catalogue.get(slug), ())


def _write(file: Path, document: dict[str, Any]) -> None:
    file.write_text(content_out.text(document), "utf-8")


def _fault(fault: Fault, feasts: list[str]) -> DraftFault:
    """Say which line of the draft a fault of a file is about."""
    name, colon, problem = fault.problem.partition(": ")
    if not colon:
        return DraftFault("", fault.problem)
    path = PLACE.sub(lambda found: f".{int(found[1]) - 1}", name)
    first, _dot, rest = path.partition(".")
    if fault.file == "festivals.yaml":
        place = feasts.index(first) if first in feasts else 0
        rest = f"festivals.{place}"
    return DraftFault(rest, problem)
