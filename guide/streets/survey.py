"""How good a pack is: how much of it hangs together, is tagged, lies near a site."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guide.streets.access import one_way_of
from guide.streets.cutting import parts_of_ends
from guide.streets.errors import NoSiteThere
from guide.streets.nearest import Segments
from guide.streets.pack import Pack
from guide.streets.street import StreetTable
from sites.model import Site

TOLD = ("surface", "width", "lit", "step_count", "incline", "wheelchair")
"""The tags of streets of which a survey says how far they are known."""


@dataclass(frozen=True, slots=True)
class Near:
    """A site, and how far from it the nearest street is, and what that is called."""

    site: Site
    away_m: float
    street: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What a pack is worth. Shares are of its metres, from 0 to 1.

    Args:
        junctions: how many there are.
        streets: how many there are.
        metres: how long they are together.
        connected: the share of the largest part in which all reach all on foot.
        named: the share that has a name; ``names`` counts them.
        tagged: the share that has each of the tags ``TOLD``; of steps for step_count.
        steps: the metres of steps.
        one_way: how many streets are one-way for people on foot.
        spots: how many spots there are, by kind.
        sites: how far each site is from a street, the farthest first.
        unknown: the sites whose position nobody knows.
    """

    junctions: int
    streets: int
    metres: float
    connected: float
    named: float
    names: int
    tagged: Mapping[str, float]
    steps: float
    one_way: int
    spots: Mapping[str, int]
    sites: tuple[Near, ...]
    unknown: tuple[Site, ...]


def survey(pack: Pack, sites: Iterable[Site]) -> Survey:
    """Look a pack over; the sites that are farthest from a street come first."""
    table, everyone = StreetTable.of(pack.streets), list(sites)
    total = float(table.metres.sum())
    by_label = np.bincount(table.label, table.metres, minlength=len(table.labels))
    metres = by_label.astype(float)
    ways = np.array([one_way_of(label.tags) for label in table.labels])
    steps = _metres_of(metres, [label.kind == "steps" for label in table.labels])
    whole = {key: steps if key == "step_count" else total for key in TOLD}
    junctions, connected = _connected(table, ways[table.label])
    return Survey(
        junctions=junctions,
        streets=len(table),
        metres=total,
        connected=connected / total if total else 1.0,
        named=_share(metres, [bool(label.name) for label in table.labels], total),
        names=len({label.name for label in table.labels} - {None, ""}),
        tagged={
            key: _share(
                metres, [key in label.tags for label in table.labels], whole[key]
            )
            for key in TOLD
        },
        steps=steps,
        one_way=int(np.count_nonzero(ways[table.label])),
        spots=Counter(spot.kind for spot in pack.spots),
        sites=_nearest(table, everyone),
        unknown=tuple(site for site in everyone if not site.location),
    )


def _metres_of(metres: NDArray[np.float64], chosen: list[bool]) -> float:
    return float(metres[np.array(chosen, dtype=bool)].sum())


def _share(metres: NDArray[np.float64], chosen: list[bool], total: float) -> float:
    return _metres_of(metres, chosen) / total if total else 0.0


def _connected(table: StreetTable, one_way: NDArray[np.int64]) -> tuple[int, float]:
    """Count the junctions, and the metres of the longest part where all reach all."""
    # As one number each, junctions are sorted three times as fast.
    corners = table.ends[:, :, 0] + 1j * table.ends[:, :, 1]
    junctions, ends = np.unique(corners, return_inverse=True)
    ends = ends.reshape(-1, 2)
    part = parts_of_ends(ends, one_way)[ends]
    inside = part[:, 0] == part[:, 1]
    return len(junctions), float(
        np.bincount(part[inside, 0], table.metres[inside], minlength=1).max()
    )


def _nearest(table: StreetTable, sites: Iterable[Site]) -> tuple[Near, ...]:
    segments = Segments(table)
    near = [
        Near(site, away_m, table.labels[table.label[street]].name)
        for site in sites
        if site.location
        for street, away_m in [segments.nearest(site.location.position)]
    ]
    return tuple(sorted(near, key=lambda row: (-row.away_m, row.site.slug)))


def require_site(pack: Pack, sites: Iterable[Site], file: str) -> None:
    """Make sure that a pack is about the city of the catalogue.

    Raises:
        NoSiteThere: no site stands in the box of its streets.
    """
    box = pack.box
    if not any(site.location and box.holds(site.location.position) for site in sites):
        area = f"{box.south:.3f}–{box.north:.3f} N, {box.west:.3f}–{box.east:.3f} E"
        raise NoSiteThere(file, area)
