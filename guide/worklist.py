"""Which positions are still to be verified on the spot, the least certain first."""

from dataclasses import dataclass

from sites.catalogue import Catalogue
from sites.model import Location, Site, Standpoint

SURE_M = 20.0
"""Who stands within so many metres of a site sees which one it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToVerify:
    """A position that somebody should look at; ``spot`` where it is a further one.

    ``location`` is None where nobody knows it yet: there is no walk to it, but work.
    """

    site: Site
    location: Location | None
    spot: Standpoint | None = None

    @property
    def doubt_m(self) -> float:
        """How far off it may be, in metres; endless where nothing is known."""
        return self.location.radius_m if self.location else float("inf")


def to_verify(catalogue: Catalogue, sure_m: float = SURE_M) -> tuple[ToVerify, ...]:
    """List the positions that may be off by more than ``sure_m``, the worst first."""
    everything = [
        one
        for site in catalogue
        for one in (
            ToVerify(site=site, location=site.location),
            *(ToVerify(site=site, location=s.location, spot=s) for s in site.also_at),
        )
    ]
    unsure = [one for one in everything if one.doubt_m > sure_m]
    return tuple(sorted(unsure, key=lambda one: (-one.doubt_m, one.site.slug)))


def nothing_to_verify(catalogue: Catalogue, sure_m: float = SURE_M) -> tuple[str, ...]:
    """List the sites that a walk to verify positions leaves out, for ``never``."""
    unsure = set(walkable(catalogue, sure_m))
    return tuple(site.slug for site in catalogue if site.slug not in unsure)


def walkable(catalogue: Catalogue, sure_m: float = SURE_M) -> tuple[str, ...]:
    """List the sites with something to verify that one can walk to, the worst first."""
    listed = to_verify(catalogue, sure_m)
    return tuple(dict.fromkeys(one.site.slug for one in listed if one.location))
