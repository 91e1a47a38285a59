"""What a draft of a site may hold, line by line: the one table behind its form."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sites.fields import UNKNOWN
from sites.model import Kind, Site, Spot, Way
from sites.site_out import document, festival
from sites.staff.paths import Document, flatten, pattern, unflatten


class Sort(StrEnum):
    """How a line is typed."""

    WORDS = "words"
    CLAIMS = "claims"
    LONG = "long"
    LINES = "lines"
    KEYS = "keys"
    NUMBER = "number"
    DAY = "day"
    CHOICE = "choice"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Line:
    """A kind of line: where it stands, how it is typed, and what it may be.

    ``unknown`` says that what is left empty is written down as not known.
    """

    path: str
    sort: Sort = Sort.WORDS
    choices: tuple[str, ...] = ()
    unknown: bool = False


def _both(path: str, sort: Sort = Sort.WORDS) -> tuple[Line, Line]:
    return Line(f"{path}.vi", sort), Line(f"{path}.en", sort)


def _place(path: str) -> tuple[Line, ...]:
    return (
        Line(f"{path}.lat", Sort.NUMBER),
        Line(f"{path}.lon", Sort.NUMBER),
        Line(f"{path}.radius_m", Sort.NUMBER),
        *_both(f"{path}.basis"),
        Line(f"{path}.sources", Sort.KEYS),
    )


SHAPE: tuple[Line, ...] = (
    Line("kind", Sort.CHOICE, tuple(Kind)),
    *_both("name"),
    Line("also", Sort.LINES),
    Line("former", Sort.LINES),
    Line("once.*.name"),
    Line("once.*.spelt", Sort.LINES),
    Line("once.*.from", Sort.NUMBER, unknown=True),
    Line("once.*.until", Sort.NUMBER, unknown=True),
    Line("once.*.period"),
    *_both("once.*.part"),
    Line("once.*.sources", Sort.KEYS),
    *_both("lede", Sort.CLAIMS),
    *_both("story.*", Sort.CLAIMS),
    *_both("address.street"),
    Line("address.sources", Sort.KEYS),
    Line("wards.*.name", unknown=True),
    Line("wards.*.from", Sort.DAY),
    Line("wards.*.until", Sort.DAY),
    *_both("wards.*.note"),
    Line("wards.*.sources", Sort.KEYS),
    *_place("position"),
    *_both("position_note"),
    Line("also_at.*.spot", Sort.CHOICE, tuple(Spot)),
    *_both("also_at.*.name"),
    *_place("also_at.*"),
    Line("access.way", Sort.CHOICE, tuple(Way)),
    *_both("access.note"),
    Line("access.sources", Sort.KEYS),
    Line("visit_minutes", Sort.NUMBER),
    Line("interest", Sort.NUMBER),
    Line("hours.rule", Sort.RULE, unknown=True),
    Line("hours.checked", Sort.DAY),
    Line("hours.sources", Sort.KEYS),
    Line("hours.moon.*.days"),
    Line("hours.moon.*.months"),
    Line("hours.moon.*.closed", Sort.CHOICE, ("true",)),
    Line("hours.moon.*.opens"),
    Line("hours.moon.*.closes"),
    Line("hours.moon.*.sources", Sort.KEYS),
    Line("hours.repairs.*.from", Sort.DAY),
    Line("hours.repairs.*.until", Sort.DAY, unknown=True),
    *_both("hours.repairs.*.reason"),
    Line("hours.repairs.*.sources", Sort.KEYS),
    Line("festivals.*.key"),
    *_both("festivals.*.name"),
    Line("festivals.*.lunar"),
    Line("festivals.*.solar"),
    Line("festivals.*.days", Sort.NUMBER),
    *_both("festivals.*.note"),
    Line("festivals.*.sources", Sort.KEYS),
    Line("festivals.*.cancelled.*.year", Sort.NUMBER),
    *_both("festivals.*.cancelled.*.reason"),
    Line("festivals.*.cancelled.*.sources", Sort.KEYS),
)

LINES: Mapping[str, Line] = {line.path: line for line in SHAPE}

GROUPS = ("address", "wards", "position", "hours")
"""What a site always says, if only that it is not known."""

LISTS = ("also", "story")
"""What a site always says, if only that there is none."""

MANY = tuple(
    dict.fromkeys(
        line.path.partition(".*")[0] for line in SHAPE if line.path.count("*") == 1
    )
)
"""What there may be several of: a form can add another one."""

MOST_LINES, LONGEST = 2000, 20_000
"""No site has more; whoever sends more does not describe a site."""


def of_site(site: Site) -> Document:
    """Write a site as a draft: with its festivals."""
    feasts = [{"key": one.key, **festival(one)} for one in site.festivals]
    written = document(site)
    if feasts:
        written["festivals"] = feasts
    return written


def of_form(sent: Mapping[str, str]) -> Document:
    """Read a draft from what a form sent; what is no line of a draft is not taken."""
    known = {
        path: word[:LONGEST]
        for path, word in list(sent.items())[:MOST_LINES]
        if pattern(path) in LINES
    }
    return completed(unflatten(known))


def completed(draft: Document) -> Document:
    """Write down as unknown what was left empty, in the order of the table."""
    lines = flatten(draft)
    for path in list(lines):
        above, dot, _last = path.rpartition(".")
        for line in _unknowns(pattern(above) if dot else ""):
            lines.setdefault(f"{above}.{line}", UNKNOWN)
    whole = unflatten(lines)
    for key in GROUPS:
        whole.setdefault(key, UNKNOWN)
    for key in LISTS:
        whole.setdefault(key, [])
    return {key: whole[key] for key in _order() if key in whole}


def empty() -> Document:
    """Return the draft of a site of which nobody has said anything."""
    return completed({"kind": Kind.LANDMARK.value})


def same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Say whether two drafts say the same."""
    return flatten(one) == flatten(other)


def _unknowns(above: str) -> list[str]:
    return [
        line.path.rpartition(".")[2]
        for line in SHAPE
        if line.unknown and line.path.rpartition(".")[0] == above
    ]


def _order() -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.path.partition(".")[0] for line in SHAPE))
