"""How good a pack is: how much of it hangs together, has a name, lies near a site."""

from collections.abc import Iterable
from dataclasses import dataclass

from guide.streets.errors import NoSiteThere
from guide.streets.graph import StreetGraph
from guide.streets.pack import Pack
from sites.model import Site


@dataclass(frozen=True, slots=True)
class Near:
    """A site, and how far from it the nearest street is, and what that is called."""

    site: Site
    away_m: float
    street: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What a pack is worth. Shares are of its metres, from 0 to 1."""

    junctions: int
    streets: int
    metres: float
    connected: float
    named: float
    names: int
    sites: tuple[Near, ...]
    unknown: tuple[Site, ...]


def survey(pack: Pack, sites: Iterable[Site]) -> Survey:
    """Look a pack over; the sites that are farthest from a street come first.

    ``unknown`` are the sites whose position nobody knows.
    """
    graph, everyone = StreetGraph(pack), list(sites)
    metres = sum(street.metres for street in pack.streets)
    named = [street for street in pack.streets if street.name]
    near = [
        Near(site, snap.away_m, graph.street(snap.street).name)
        for site in everyone
        if site.location
        for snap in [graph.snap(site.location.position)]
    ]
    return Survey(
        junctions=len(graph.walked.network.nodes),
        streets=len(pack.streets),
        metres=metres,
        connected=_largest(graph) / metres if metres else 1.0,
        named=sum(street.metres for street in named) / metres if metres else 0.0,
        names=len({street.name for street in named}),
        sites=tuple(sorted(near, key=lambda row: (-row.away_m, row.site.slug))),
        unknown=tuple(site for site in everyone if not site.location),
    )


def _largest(graph: StreetGraph) -> float:
    """Return the metres of the longest part in which all streets reach each other."""
    return float(graph.walked.network.metres[graph.walked.streets].sum())


def require_site(pack: Pack, sites: Iterable[Site], file: str) -> None:
    """Make sure that a pack is about the city of the catalogue.

    Raises:
        NoSiteThere: no site stands in the box of its streets.
    """
    box = pack.box
    if not any(site.location and box.holds(site.location.position) for site in sites):
        area = f"{box.south:.3f}–{box.north:.3f} N, {box.west:.3f}–{box.east:.3f} E"
        raise NoSiteThere(file, area)
