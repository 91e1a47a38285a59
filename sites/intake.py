"""Read the content folder: text files that people write, checked line by line."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sites import (
    festivals_intake,
    fields,
    history_intake,
    hours_intake,
    linter,
    parts,
)
from sites.catalogue import Catalogue
from sites.city import HAI_PHONG, City
from sites.claims_intake import Sentences
from sites.errors import BadContent, Fault
from sites.festivals import Festival
from sites.fields import Field, both
from sites.history import History
from sites.history_intake import Readers
from sites.model import Access, Kind, Site, Ward
from sites.names import LANGUAGES, Language, Text
from sites.pastnames import PastName, Period
from sites.pastnames_intake import past_name
from sites.picture_intake import Known, read_pictures
from sites.pictures import Picture
from sites.places_intake import Places
from sites.sources import Passage, Source
from sites.street_intake import read_streets
from sites.streets import NamedStreet
from sites.tours import OfferedTour
from sites.tours_intake import read_tours
from sites.wards import NamedWard
from sites.wards_intake import read_wards

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SITE_KEYS = (
    "kind", "name", "also", "lede", "story", "address", "wards", "position",
    "visit_minutes", "interest", "hours",
)  # fmt: skip
"""What every site says, if only "unknown"."""

MAY_SAY = ("position_note", "once", "access", "also_at", "former")
"""What a site says besides, where there is something to say."""

LEDE_SENTENCES = 2
"""The answer first, in two lines; depth on demand."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What a folder holds, what is wrong with it, and how much of it is sourced."""

    catalogue: Catalogue
    faults: tuple[Fault, ...]
    claims: int
    sourced: int


def read_content(city: City = HAI_PHONG, folder: Path | None = None) -> Catalogue:
    """Read everything about a city.

    Args:
        city: whose box the positions must lie in.
        folder: ``sources.yaml``, ``sites/<address>.yaml``, and where there are any
            ``streets.yaml``, ``wards.yaml``, ``festivals.yaml``, ``pictures.yaml``,
            ``tours.yaml``,
            ``people/<address>.yaml`` and ``events/<address>.yaml``; the city's own if
            None.

    Raises:
        BadContent: the files have faults; it names file and line of every one.
    """
    found = examine(city, folder)
    if found.faults:
        raise BadContent(found.faults)
    return found.catalogue


def examine(city: City = HAI_PHONG, folder: Path | None = None) -> Examined:
    """Read everything about a city, as ``read_content`` does, faults and all.

    Its claims are counted: every sentence about a site, a person or an event, in both
    languages.
    """
    reader = _Reader(folder or city.content, city)
    catalogue = reader.catalogue()
    said = reader.sentences.said
    return Examined(
        catalogue=catalogue,
        faults=tuple(sorted((*reader.faults, *linter.faults(said)))),
        claims=len(said),
        sourced=sum(bool(one.sources) for one in said),
    )


class _Reader:
    """One reading of one folder; it gathers the faults."""

    def __init__(self, folder: Path, city: City) -> None:
        self.folder, self.city = folder, city
        self.faults: list[Fault] = []
        self.known: set[str] = set()
        self.taken: set[str] = set()
        self.periods: dict[str, Period] = {}
        self.feasts: dict[str, list[Festival]] = defaultdict(list)
        self.sentences = Sentences(())

    def catalogue(self) -> Catalogue:
        found = self._sources()
        self.known = {source.key for source in found}
        self.sentences = Sentences(self.known)
        files = sorted((self.folder / "sites").glob("*.yaml"))
        if not files:
            self.faults.append(Fault("sites", 1, "no site is described here"))
        slugs = {file.stem for file in files}
        self.taken = set(slugs)
        self._festivals(slugs)
        streets = self._streets()
        sites = [site for file in files if (site := self._site(file))]
        history = self._history(slugs)
        return Catalogue(
            sites,
            found,
            streets,
            wards=self._wards_of_the_city(),
            pictures=self._pictures(slugs),
            tours=self._tours(),
            history=history,
            city=self.city,
        )

    def _history(self, sites: set[str]) -> History:
        def readers(path: Path) -> Readers:
            return Readers(
                passage=lambda field: self.sentences.passage(field, path),
                keys=self._keys,
                sites=sites,
                people=people.keys(),
            )

        people = self._files("people")
        events = self._files("events")
        for slug in people.keys() & events.keys():
            self.faults.append(
                Fault(f"events/{slug}.yaml", 1, "a person has this address; rename it")
            )
        return history_intake.read_history(people, events, self._file, readers)

    def _files(self, noun: str) -> dict[str, Path]:
        return {path.stem: path for path in sorted((self.folder / noun).glob("*.yaml"))}

    def _file(self, path: Path) -> Field | None:
        name = f"{path.parent.name}/{path.name}"
        top = fields.read(path, name, self.faults)
        if top and not SLUG.fullmatch(path.stem):
            top.fault("name the file in small letters, digits and single hyphens")
        return top

    def _sources(self) -> list[Source]:
        path = self.folder / "sources.yaml"
        if not path.exists():
            self.faults.append(Fault("sources.yaml", 1, "the file is missing"))
            return []
        top = fields.read(path, "sources.yaml", self.faults)
        return [_source(key, entry) for key, entry in top.members()] if top else []

    def _streets(self) -> tuple[NamedStreet, ...]:
        """Read what streets were once called, and the periods that names may name."""
        top = self._optional("streets.yaml")
        streets, self.periods = read_streets(top, self.known) if top else ((), {})
        return streets

    def _wards_of_the_city(self) -> tuple[NamedWard, ...]:
        top = self._optional("wards.yaml")
        return read_wards(top, self.known) if top else ()

    def _tours(self) -> tuple[OfferedTour, ...]:
        top = self._optional("tours.yaml")
        return read_tours(top) if top else ()

    def _pictures(self, slugs: set[str]) -> tuple[Picture, ...]:
        top = self._optional("pictures.yaml")
        known = Known(self.folder / "pictures", slugs, self.known, self.city)
        return read_pictures(top, known) if top else ()

    def _optional(self, name: str) -> Field | None:
        """Open a file that a city may do without."""
        path = self.folder / name
        return fields.read(path, name, self.faults) if path.exists() else None

    def _festivals(self, slugs: set[str]) -> None:
        top = self._optional("festivals.yaml")
        for key, entry in top.members() if top else ():
            if not SLUG.fullmatch(key):
                entry.fault("a key has small letters, digits and single hyphens")
            found = festivals_intake.festival(key, entry, slugs, self._keys)
            if found:
                self.feasts[found[0]].append(found[1])

    def _site(self, path: Path) -> Site | None:
        top = self._file(path)
        if top is None:
            return None
        before = len(self.faults)
        got = top.mapping(SITE_KEYS, MAY_SAY)
        if len(self.faults) > before:
            return None
        note = got.get("position_note")
        places = Places(self.city, self._keys)
        return Site(
            slug=path.stem,
            kind=got["kind"].choice(Kind),
            name=both(got["name"]),
            also=tuple(name.text() for name in got["also"].items()),
            lede=self._lede(got["lede"], path),
            story=tuple(
                self.sentences.passage(one, path) for one in got["story"].items()
            ),
            address=places.address(got["address"]),
            wards=self._wards(got["wards"]),
            location=places.position(got["position"], note),
            position_note=both(note) if note else None,
            visit=timedelta(minutes=got["visit_minutes"].whole(1, 480)),
            interest=got["interest"].whole(1, 5),
            hours=hours_intake.hours(got["hours"], self._keys),
            festivals=tuple(self.feasts[path.stem]),
            once=self._once(got["once"]) if "once" in got else (),
            also_at=places.standpoints(got["also_at"]) if "also_at" in got else (),
            access=places.access(got["access"]) if "access" in got else Access(),
            former=self._former(got["former"]) if "former" in got else (),
        )

    def _former(self, slugs: Field) -> tuple[str, ...]:
        """Read the addresses that lead here; none may lead to two sites."""
        found = []
        for field in slugs.items():
            slug = field.text()
            if slug in self.taken:
                field.fault(f"{slug} leads to another site already")
            elif not SLUG.fullmatch(slug):
                field.fault("an address has small letters, digits and single hyphens")
            self.taken.add(slug)
            found.append(slug)
        return tuple(found)

    def _once(self, names: Field) -> tuple[PastName, ...]:
        return tuple(past_name(one, self.periods, self.known) for one in names.items())

    def _lede(self, lede: Field, path: Path) -> Passage:
        passage = self.sentences.passage(lede, path)
        for language in LANGUAGES:
            count = len(passage.in_(language))
            if count != LEDE_SENTENCES:
                lede.fault(f"{language} has {count} sentences; a lede has two")
        return passage

    def _keys(self, keys: Field) -> tuple[str, ...]:
        return parts.sources(keys, self.known)

    def _wards(self, wards: Field) -> tuple[Ward, ...]:
        if wards.unknown:
            return ()
        return tuple(ward for entry in wards.items() if (ward := self._ward(entry)))

    def _ward(self, entry: Field) -> Ward | None:
        got = entry.mapping(["name", "sources"], ["from", "until", "note"])
        if not {"name", "sources"} <= got.keys():
            return None
        since = got["from"].day() if "from" in got else None
        until = got["until"].day() if "until" in got else None
        if since and until and since > until:
            entry.fault(f"from {since} comes after until {until}")
        return Ward(
            name=None if got["name"].unknown else got["name"].text(),
            since=since,
            until=until,
            note=both(got["note"]) if "note" in got else None,
            sources=self._keys(got["sources"]),
        )


def _source(key: str, entry: Field) -> Source:
    got = entry.mapping(
        ["title", "publisher", "date", "language", "url"], ["note", "read"]
    )
    if not SLUG.fullmatch(key):
        entry.fault("a key has small letters, digits and single hyphens")
    if not {"title", "publisher", "date", "language", "url"} <= got.keys():
        nothing = Text(vi="?", en="?")
        return Source(
            key=key,
            title=nothing,
            publisher=nothing,
            date=None,
            language="vi",
            url=None,
        )
    return Source(
        key=key,
        title=both(got["title"]),
        publisher=both(got["publisher"]),
        date=None if got["date"].unknown else got["date"].text(),
        language=_language(got["language"]),
        url=None if got["url"].unknown else got["url"].text(),
        note=both(got["note"]) if "note" in got else None,
        read=got["read"].truth() if "read" in got else True,
    )


def _language(language: Field) -> Language:
    word = language.text()
    for known in LANGUAGES:
        if word == known:
            return known
    language.fault(f"“{word}” is not one of {', '.join(LANGUAGES)}")
    return LANGUAGES[0]
