"""The places of a person or an event that a walk follows, and why each is one."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from guide.bad_request import NoSuchEntry
from guide.no_tour import NothingToFollow
from guide.request import TourRequest
from sites.catalogue import Catalogue
from sites.errors import EntryNotFound
from sites.folding import fold
from sites.history import Entry
from sites.names import Language, Text
from sites.sources import Passage

NO_PLACE = Text(
    vi="các nguồn không nêu nơi nào", en="the sources name no place to go to"
)
OUT_OF_REACH = Text(
    vi="chưa biết những nơi ấy ở đâu, hoặc đường phố trên bản đồ không dẫn tới",
    en="where its places stand is not known, or no street that we know leads there",
)


@dataclass(frozen=True, slots=True)
class Trail:
    """Whom or what a walk follows."""

    entry: Entry

    @property
    def sites(self) -> Mapping[str, Passage]:
        """The addresses of its sites, each with what happened there."""
        return MappingProxyType({link.to: link.how for link in self.entry.sites})

    @property
    def name(self) -> Text:
        """What the person or the event is called."""
        return self.entry.name

    def how(self, slug: str, language: Language) -> str:
        """Say what a site has to do with it; "" where it has nothing."""
        passage = self.sites.get(slug)
        return passage.plain(language) if passage else ""


def named(given: str, catalogue: Catalogue) -> Entry:
    """Find a person or an event by address, or by a whole name, accents or not.

    Raises:
        NoSuchEntry: there is none; it offers the nearest.
    """
    try:
        return catalogue.history.get(given)
    except EntryNotFound as problem:
        for entry in catalogue.history.find(given):
            if fold(given) in map(fold, (entry.name.vi, entry.name.en, *entry.also)):
                return entry
        raise NoSuchEntry("follow", given, problem.entries) from None


def of(asked: TourRequest, catalogue: Catalogue) -> Trail | None:
    """Return what a canonical request follows; None where it follows nobody.

    Raises:
        NothingToFollow: the sources name no place for it.
    """
    if asked.wishes.follow is None:
        return None
    trail = Trail(catalogue.history.get(asked.wishes.follow))
    if not trail.sites.keys() & catalogue.sites.keys():
        raise NothingToFollow("follow", trail.name, NO_PLACE)
    return trail


def see_that_it_leads_somewhere(trail: Trail, within_reach: set[str]) -> None:
    """See that a walk can come to a place of the trail, given the sites it may visit.

    Raises:
        NothingToFollow: it cannot.
    """
    if not trail.sites.keys() & within_reach:
        raise NothingToFollow("follow", trail.name, OUT_OF_REACH)
