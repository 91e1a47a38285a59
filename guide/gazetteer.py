"""All places by all their names, in Linked Places Format, for other gazetteers.

Source: Linked Places Format 1.2, https://github.com/LinkedPasts/linked-places-format,
and the schema that the World Historical Gazetteer checks with, lpf_v2.0. Feature
classes are those of GeoNames: S a spot, R a road, A an area of administration.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from guide.streets.pack import Street
from sites.catalogue import Catalogue
from sites.model import Location, Site, Ward
from sites.names import LANGUAGES
from sites.pastnames import PastName
from sites.sources import Source
from sites.streets import NamedStreet, key_of
from sites.wards import NamedWard

MEDIA_TYPE = "application/geo+json"
CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
    "linkedplaces-context-v1.1.jsonld"
)
PART_OF = "gvp:broaderPartitive"
CERTAIN_M, LESS_CERTAIN_M = 30.0, 150.0
"""Up to these radii a position is called certain, and less certain."""

Json = dict[str, Any]
Address = Callable[[str, str], str]
"""Returns the whole address of a ``site``, ``street`` or ``ward`` by its key."""


def linked_places(
    catalogue: Catalogue, streets: Iterable[Street], today: date, address: Address
) -> Json:
    """Return every site, street and ward as a collection of features.

    Args:
        catalogue: whose places.
        streets: of the pack; they say where a street is.
        today: on which the names of today hold.
        address: of each place, its permanent name for others.
    """
    by_key: dict[str, list[Street]] = {}
    for street in streets:
        if street.name:
            by_key.setdefault(key_of(street.name), []).append(street)
    make = _Maker(catalogue, today, address)
    return {
        "type": "FeatureCollection",
        "@context": CONTEXT,
        "features": [
            *map(make.site, catalogue),
            *(
                make.street(one, by_key.get(key_of(one.name or ""), ()))
                for one in catalogue.streets
            ),
            *map(make.ward, catalogue.wards),
        ],
    }


class _Maker:
    """Makes features of one catalogue on one day."""

    def __init__(self, catalogue: Catalogue, today: date, address: Address) -> None:
        self.sources: Mapping[str, Source] = catalogue.sources
        self.wards = catalogue.wards
        self.address = address
        now = {"start": {"latest": str(today)}, "end": {"earliest": str(today)}}
        self.now = {"timespans": [now]}
        self.before = {"timespans": [{"end": {"latest": str(today)}}]}

    def site(self, site: Site) -> Json:
        cited = self.cited(site.lede.sources)
        titles = {site.name.vi: "vi", site.name.en: "en"}
        names = [
            {"toponym": name, "lang": language, "citations": cited, "when": self.now}
            for name, language in titles.items()
        ]
        names += [{"toponym": name} for name in site.also]
        names += [name for once in site.once for name in self.past(once)]
        return self.feature("site", site.slug, site.name.vi, "S") | {
            "names": names,
            "geometry": self.point(site.location) if site.location else None,
            "relations": list(self.parts_of(site)),
            "descriptions": [
                {"value": site.lede.plain(language), "lang": language}
                for language in LANGUAGES
            ],
        }

    def street(self, street: NamedStreet, pieces: Iterable[Street]) -> Json:
        lines = [[list(p.lon_lat) for p in piece.line] for piece in pieces]
        shape = {"type": "MultiLineString", "coordinates": lines}
        names: list[Json] = []
        if street.name:
            cited = [{"label": "© OpenStreetMap contributors"}]
            names += [{"toponym": street.name, "lang": "vi", "when": self.now}]
            names[0] |= {"citations": cited} if lines else {}
        names += [name for once in street.once for name in self.past(once)]
        return self.feature("street", street.slug, street.title, "R") | {
            "names": names,
            "geometry": shape if lines else None,
        }

    def ward(self, ward: NamedWard) -> Json:
        name = {
            "toponym": ward.name,
            "lang": "vi",
            "citations": self.cited(ward.sources),
        }
        when = self.days(ward.since, ward.until)
        return self.feature("ward", ward.slug, ward.name, "A") | {
            "names": [name],
            "geometry": None,
            "when": when if ward.until else self.lasting(when),
        }

    def feature(self, noun: str, key: str, title: str, feature_class: str) -> Json:
        properties = {"title": title, "ccodes": ["VN"], "fclasses": [feature_class]}
        address = self.address(noun, key)
        return {"@id": address, "type": "Feature", "properties": properties}

    def past(self, name: PastName) -> Iterable[Json]:
        cited, when = self.cited(name.all_sources), self.held(name)
        for spelling in name.spellings:
            yield {"toponym": spelling, "citations": cited, "when": when}

    def held(self, name: PastName) -> Json:
        """Say when a name held; of a period, it was some time within."""
        span: Json = {}
        period = name.period
        if name.since:
            span["start"] = {"in": _year(name.since)}
        elif period and period.since:
            span["start"] = {"earliest": _year(period.since)}
        if name.until:
            span["end"] = {"in": _year(name.until)}
        elif period and period.until:
            span["end"] = {"latest": _year(period.until)}
        return {"timespans": [span]} if span else self.before

    def parts_of(self, site: Site) -> Iterable[Json]:
        for ward in site.wards:
            for named in self.wards:
                if named.name == ward.name and _overlap(ward, named):
                    yield {
                        "relationType": PART_OF,
                        "relationTo": self.address("ward", named.slug),
                        "label": named.name,
                        "citations": self.cited(ward.sources),
                        "when": self.days(ward.since, ward.until),
                    }

    def point(self, place: Location) -> Json:
        if place.radius_m <= CERTAIN_M:
            certainty = "certain"
        else:
            near = place.radius_m <= LESS_CERTAIN_M
            certainty = "less-certain" if near else "uncertain"
        return {
            "type": "Point",
            "coordinates": list(place.position.lon_lat),
            "certainty": certainty,
            "approximation": {
                "type": "geo:hasSpatialAccuracy",
                "tolerance": place.radius_m / 1000,
            },
            "citations": self.cited(place.sources),
        }

    def days(self, since: date | None, until: date | None) -> Json:
        span = {
            end: {"in": str(day)}
            for end, day in (("start", since), ("end", until))
            if day
        }
        return {"timespans": [span]} if span else self.now

    def lasting(self, when: Json) -> Json:
        """Say of what has begun that it goes on: an open end would mean a moment."""
        span = when["timespans"][0]
        return {"timespans": [self.now["timespans"][0] | span]}

    def cited(self, keys: Iterable[str]) -> list[Json]:
        found = (self.sources[key] for key in dict.fromkeys(keys))
        return [_citation(source) for source in found]


def _citation(source: Source) -> Json:
    label = f"{source.title.vi} ({source.publisher.vi})"
    return {"label": label} | ({"@id": source.url} if source.url else {})


def _year(year: int) -> str:
    """Write a year with four digits, as ISO 8601 does."""
    return f"{year:04}"


def _overlap(one: Ward, two: NamedWard) -> bool:
    """Say whether a site's ward and a ward of the city share a day."""
    starts = [day for day in (one.since, two.since) if day]
    ends = [day for day in (one.until, two.until) if day]
    return not starts or not ends or max(starts) <= min(ends)
