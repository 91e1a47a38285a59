"""Read the content folder: text files that people write, checked line by line."""

import re
from collections import defaultdict
from datetime import timedelta
from pathlib import Path

from sites import canchi, festivals_intake, fields, hours_intake, sources
from sites.catalogue import Catalogue
from sites.city import HAI_PHONG, City
from sites.errors import BadContent, Fault
from sites.festivals import Festival
from sites.fields import Field
from sites.fields import both as _text
from sites.model import Address, Kind, Location, Site, Ward
from sites.names import LANGUAGES, Language, Text
from sites.position import Position
from sites.sources import Claim, Passage, Source

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SITE_KEYS = (
    "kind", "name", "also", "lede", "story", "address", "wards", "position",
    "visit_minutes", "interest", "hours",
)  # fmt: skip
"""What every site says, if only "unknown"."""

LEDE_SENTENCES = 2
"""The answer first, in two lines; depth on demand."""


def read_content(city: City = HAI_PHONG, folder: Path | None = None) -> Catalogue:
    """Read every source and site of a city.

    Args:
        city: whose box the positions must lie in.
        folder: ``sources.yaml``, ``festivals.yaml`` where there are any, and
            ``sites/<address>.yaml``; the city's own if None.

    Raises:
        BadContent: the files have faults; it names file and line of every one.
    """
    reader = _Reader(folder or city.content, city)
    catalogue = reader.catalogue()
    if reader.faults:
        raise BadContent(reader.faults)
    return catalogue


class _Reader:
    """One reading of one folder; it gathers the faults."""

    def __init__(self, folder: Path, city: City) -> None:
        self.folder, self.city = folder, city
        self.faults: list[Fault] = []
        self.known: set[str] = set()
        self.feasts: dict[str, list[Festival]] = defaultdict(list)

    def catalogue(self) -> Catalogue:
        found = self._sources()
        self.known = {source.key for source in found}
        files = sorted((self.folder / "sites").glob("*.yaml"))
        if not files:
            self.faults.append(Fault("sites", 1, "no site is described here"))
        self._festivals({file.stem for file in files})
        sites = [site for file in files if (site := self._site(file))]
        return Catalogue(sites, found, city=self.city)

    def _sources(self) -> list[Source]:
        path = self.folder / "sources.yaml"
        if not path.exists():
            self.faults.append(Fault("sources.yaml", 1, "the file is missing"))
            return []
        top = fields.read(path, "sources.yaml", self.faults)
        return [_source(key, entry) for key, entry in top.members()] if top else []

    def _festivals(self, slugs: set[str]) -> None:
        path = self.folder / "festivals.yaml"
        if not path.exists():
            return
        top = fields.read(path, path.name, self.faults)
        for key, entry in top.members() if top else ():
            if not SLUG.fullmatch(key):
                entry.fault("a key has small letters, digits and single hyphens")
            found = festivals_intake.festival(key, entry, slugs, self._keys)
            if found:
                self.feasts[found[0]].append(found[1])

    def _site(self, path: Path) -> Site | None:
        top = fields.read(path, f"sites/{path.name}", self.faults)
        if top is None:
            return None
        if not SLUG.fullmatch(path.stem):
            top.fault("name the file in small letters, digits and single hyphens")
        before = len(self.faults)
        got = top.mapping(SITE_KEYS, ["position_note"])
        if len(self.faults) > before:
            return None
        note = got.get("position_note")
        return Site(
            slug=path.stem,
            kind=got["kind"].choice(Kind),
            name=_text(got["name"]),
            also=tuple(name.text() for name in got["also"].items()),
            lede=self._lede(got["lede"], path),
            story=tuple(self._passage(p, path) for p in got["story"].items()),
            address=self._address(got["address"]),
            wards=self._wards(got["wards"]),
            location=self._location(got["position"], note),
            position_note=_text(note) if note else None,
            visit=timedelta(minutes=got["visit_minutes"].whole(1, 480)),
            interest=got["interest"].whole(1, 5),
            hours=hours_intake.hours(got["hours"], self._keys),
            festivals=tuple(self.feasts[path.stem]),
        )

    def _lede(self, lede: Field, path: Path) -> Passage:
        passage = self._passage(lede, path)
        for language in LANGUAGES:
            count = len(passage.in_(language))
            if count != LEDE_SENTENCES:
                lede.fault(f"{language} has {count} sentences; a lede has two")
        return passage

    def _passage(self, passage: Field, path: Path) -> Passage:
        got = passage.mapping(LANGUAGES)
        if not {*LANGUAGES} <= got.keys():
            return Passage(vi=(), en=())
        return Passage(
            vi=self._claims(got["vi"], path), en=self._claims(got["en"], path)
        )

    def _claims(self, text: Field, path: Path) -> tuple[Claim, ...]:
        claims, unsourced = sources.parse(text.text())
        for sentence in unsourced:
            text.fault(
                f"no source behind “{_short(sentence.text)}”; write [key] after it",
                fields.line_of_mark(text, sentence.marks_before, path, sentence.text),
            )
        for wrong in canchi.wrong_names(text.text()):
            text.fault(str(wrong), fields.line_of_mark(text, 0, path, wrong.name))
        for place, claim in enumerate(claims):
            for problem in self._problems(claim):
                text.fault(problem, fields.line_of_mark(text, place, path))
        return claims

    def _problems(self, claim: Claim) -> list[str]:
        if not claim.text:
            return ["a mark without a sentence before it; write [one, other]"]
        if not claim.sources:
            return [f"an empty mark behind “{_short(claim.text)}”"]
        return [
            f"no such source: {key}; sources.yaml lists them"
            for key in claim.sources
            if key not in self.known
        ]

    def _keys(self, keys: Field) -> tuple[str, ...]:
        found = []
        for key in keys.items():
            if key.text() not in self.known:
                key.fault(f"no such source: {key.text()}; sources.yaml lists them")
            found.append(key.text())
        if not found:
            keys.fault("name at least one source")
        return tuple(found)

    def _address(self, address: Field) -> Address | None:
        if address.unknown:
            return None
        got = address.mapping(["street", "sources"])
        if not {"street", "sources"} <= got.keys():
            return None
        return Address(street=_text(got["street"]), sources=self._keys(got["sources"]))

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
            note=_text(got["note"]) if "note" in got else None,
            sources=self._keys(got["sources"]),
        )

    def _location(self, place: Field, note: Field | None) -> Location | None:
        if place.unknown:
            if note is None:
                place.fault("say in position_note why it is not known")
            return None
        wanted = ["lat", "lon", "radius_m", "basis", "sources"]
        got = place.mapping(wanted)
        if not {*wanted} <= got.keys():
            return None
        before = len(self.faults)
        position = Position(got["lat"].number(-90, 90), got["lon"].number(-180, 180))
        if len(self.faults) == before and not self.city.box.holds(position):
            place.fault(f"{position.lat}, {position.lon} is not in {self.city.name.en}")
        return Location(
            position=position,
            radius_m=got["radius_m"].number(1, 5000),
            basis=_text(got["basis"]),
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
        title=_text(got["title"]),
        publisher=_text(got["publisher"]),
        date=None if got["date"].unknown else got["date"].text(),
        language=_language(got["language"]),
        url=None if got["url"].unknown else got["url"].text(),
        note=_text(got["note"]) if "note" in got else None,
        read=got["read"].truth() if "read" in got else True,
    )


def _language(language: Field) -> Language:
    word = language.text()
    for known in LANGUAGES:
        if word == known:
            return known
    language.fault(f"“{word}” is not one of {', '.join(LANGUAGES)}")
    return LANGUAGES[0]


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 48 else f"{sentence[:45]}…"
