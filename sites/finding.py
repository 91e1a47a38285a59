"""What each thing of a catalogue is found by: its names, its street, its wards."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from sites.folding import fold
from sites.history import Entry
from sites.model import Site
from sites.search import Known
from sites.streets import COMMON, NamedStreet, key_of
from sites.wards import NamedWard

Thing: TypeAlias = Site | NamedStreet | NamedWard | Entry

STREET_WORDS = ("phố", "đường", "đại lộ", "street", "rue", "avenue", "boulevard")
"""Words that people put before or behind the name of a street, or leave out."""

WARD_WORDS = ("phường", "ward")


def sites_known(
    sites: Iterable[Site], streets: Iterable[NamedStreet]
) -> Iterator[Known[Site]]:
    """Tell what sites are found by: also by what their street was once called."""
    once = [(f" {key_of(s.name)} ", s.names) for s in streets if s.name]
    for site in sites:
        places = [site.slug]
        if site.address:
            street = site.address.street
            written = f" {fold(street.vi).replace(',', ' ')} "
            places += [street.vi, street.en]
            places += [old for key, names in once if key in written for old in names]
        places += [ward.name for ward in site.wards if ward.name]
        yield Known(site, site.names, tuple(places))


def streets_known(streets: Iterable[NamedStreet]) -> Iterator[Known[NamedStreet]]:
    """Tell what streets are found by, with the word for street and without it."""
    for street in streets:
        bare = (without for name in street.names if (without := _bare(name)) != name)
        yield Known(street, (*street.names, *bare), STREET_WORDS)


def wards_known(wards: Iterable[NamedWard]) -> Iterator[Known[NamedWard]]:
    """Tell what wards are found by."""
    for ward in wards:
        yield Known(ward, ward.names, WARD_WORDS)


def _bare(name: str) -> str:
    """Leave out the word for street before a name."""
    for common in COMMON:
        if fold(name).startswith(f"{common} "):
            return name[len(common) + 1 :]
    return name
