"""What is published of a city, all of it, immutable, in memory."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType

from sites import finding
from sites.city import HAI_PHONG, City
from sites.errors import SiteNotFound
from sites.festivals import Held
from sites.finding import Thing
from sites.history import History
from sites.model import Site
from sites.pictures import Picture
from sites.search import Found, Index, Known, nearest
from sites.sources import Source
from sites.streets import NamedStreet, key_of
from sites.tours import OfferedTour
from sites.wards import NamedWard


class Catalogue:
    """What one edition of the catalogue holds; iterates in the order of addresses."""

    def __init__(  # noqa: PLR0913 - a city has so many kinds of records
        self,
        sites: Iterable[Site] = (),
        sources: Iterable[Source] = (),
        streets: Iterable[NamedStreet] = (),
        *,
        wards: Iterable[NamedWard] = (),
        pictures: Iterable[Picture] = (),
        tours: Iterable[OfferedTour] = (),
        history: History | None = None,
        city: City = HAI_PHONG,
        edition: int = 0,
    ) -> None:
        ordered = sorted(sites, key=lambda site: site.slug)
        self.sites: Mapping[str, Site] = MappingProxyType(
            {site.slug: site for site in ordered}
        )
        self.moved = {old: site.slug for site in ordered for old in site.former}
        self.sources: Mapping[str, Source] = MappingProxyType(
            {source.key: source for source in sources}
        )
        self.streets = tuple(streets)
        self._by_name = {
            key_of(street.name): street for street in self.streets if street.name
        }
        self.wards = tuple(wards)
        self.tours = tuple(tours)
        self.pictures: Mapping[str, Picture] = MappingProxyType(
            {picture.key: picture for picture in pictures}
        )
        self.history = history or History()
        self.city = city
        self.edition = edition

    def __iter__(self) -> Iterator[Site]:
        return iter(self.sites.values())

    def __len__(self) -> int:
        return len(self.sites)

    def get(self, slug: str) -> Site:
        """Return the site at the address ``slug``.

        Raises:
            SiteNotFound: there is none; it offers the nearest names.
        """
        try:
            return self.sites[slug]
        except KeyError:
            raise SiteNotFound(slug, nearest(slug, self)) from None

    def find(self, words: str) -> tuple[Site, ...]:
        """List the sites that the words name, the best first; all of them for none."""
        return tuple(found.thing for found in self._sites_by_words.find(words))

    def search(self, words: str, most: int | None = 20) -> tuple[Found[Thing], ...]:
        """List sites, streets, people, events and wards by any of their names."""
        return self._all_by_words.find(words, most)

    @cached_property
    def _sites_by_words(self) -> Index[Site]:
        return Index(finding.sites_known(self, self.streets))

    @cached_property
    def _all_by_words(self) -> Index[Thing]:
        known: list[Known[Thing]] = []
        known += finding.sites_known(self, self.streets)
        known += self.history.known()
        known += finding.streets_known(self.streets)
        known += finding.wards_known(self.wards)
        return Index(known)

    def street(self, name: str) -> NamedStreet | None:
        """Return the street that has a name today, however spelt; None if unknown."""
        return self._by_name.get(key_of(name))

    def festivals(self, day: date, years: int = 2) -> list[tuple[Held, Site]]:
        """List the festivals of all sites that are not over on ``day``, next first."""
        found = [
            (held, site)
            for site in self
            for festival in site.festivals
            for held in festival.from_day(day, years)
        ]
        return sorted(found, key=lambda pair: (pair[0].first, pair[0].festival.key))
