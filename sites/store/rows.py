"""Between records and rows: what is written is read back equal."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from sites.model import (
    Access,
    Address,
    Kind,
    Location,
    Site,
    Spot,
    Standpoint,
    Ward,
    Way,
)
from sites.names import LANGUAGES, Language
from sites.pastnames import Period
from sites.position import Position
from sites.sources import Claim, Passage, Source
from sites.store import name_rows, occasions
from sites.store.columns import (
    Citations,
    Parts,
    Row,
    both,
    certain,
    citations,
    subject,
    text_of,
)
from sites.store.tables import ALIAS, CITATION, CLAIM, SITE_NAME, STANDPOINT, WARD


def source_row(source: Source, place: int) -> dict[str, Any]:
    """Turn a source into its row."""
    return {
        "key": source.key,
        "place": place,
        **both("title", source.title),
        **both("publisher", source.publisher),
        "date": source.date,
        "language": source.language,
        "url": source.url,
        **both("note", source.note),
        "read": source.read,
    }


def source_of(row: Row) -> Source:
    """Turn a row into its source."""
    return Source(
        key=row["key"],
        title=certain(row, "title"),
        publisher=certain(row, "publisher"),
        date=row["date"],
        language=row["language"],
        url=row["url"],
        note=text_of(row, "note"),
        read=row["read"],
    )


def site_row(site: Site) -> dict[str, Any]:
    """Turn what a site has once into its row."""
    place = site.location
    return {
        "slug": site.slug,
        "kind": site.kind.value,
        **both("name", site.name),
        **both("street", site.address.street if site.address else None),
        **(_placed(place) if place else NOWHERE),
        **both("position_note", site.position_note),
        "visit_minutes": int(site.visit / timedelta(minutes=1)),
        "interest": site.interest,
        "hours_rule": site.hours.rule,
        "hours_checked": site.hours.checked,
        "former": list(site.former),
        "access": site.access.way.value,
        **both("access_note", site.access.note),
    }


NOWHERE = dict.fromkeys(("lat", "lon", "radius_m", "basis_vi", "basis_en"))


def standpoint_rows(site: Site) -> list[dict[str, Any]]:
    """Turn the further positions of a site into rows."""
    return [
        {
            "site": site.slug,
            "place": place,
            "spot": one.spot.value,
            **both("name", one.name),
            **_placed(one.location),
        }
        for place, one in enumerate(site.also_at)
    ]


def _placed(place: Location) -> dict[str, Any]:
    return {
        "lat": place.position.lat,
        "lon": place.position.lon,
        "radius_m": place.radius_m,
        **both("basis", place.basis),
    }


def alias_rows(site: Site) -> list[dict[str, Any]]:
    """Turn the other names of a site into rows."""
    return [
        {"site": site.slug, "place": place, "name": name}
        for place, name in enumerate(site.also)
    ]


def ward_rows(site: Site) -> list[dict[str, Any]]:
    """Turn the wards of a site into rows."""
    return [
        {
            "site": site.slug,
            "place": place,
            "name": ward.name,
            "since": ward.since,
            "until": ward.until,
            **both("note", ward.note),
        }
        for place, ward in enumerate(site.wards)
    ]


def claim_rows(site: Site) -> list[dict[str, Any]]:
    """Turn every sentence of a site into a row."""
    return [
        {
            "site": site.slug,
            "passage": number,
            "language": language,
            "place": place,
            "text": claim.text,
        }
        for number, passage in enumerate(site.passages)
        for language in LANGUAGES
        for place, claim in enumerate(passage.in_(language))
    ]


def citation_rows(site: Site) -> list[dict[str, Any]]:
    """Turn everything about a site that rests on a source into rows."""
    cited = dict(occasions.cited(site))
    if site.address:
        cited[subject("address")] = site.address.sources
    if site.location:
        cited[subject("position")] = site.location.sources
    cited[subject("access")] = site.access.sources
    for what, several in (
        ("standpoint", [one.location.sources for one in site.also_at]),
        ("ward", [ward.sources for ward in site.wards]),
        ("name", [name.sources for name in site.once]),
    ):
        cited |= {subject(what, place): keys for place, keys in enumerate(several)}
    for number, passage in enumerate(site.passages):
        for language in LANGUAGES:
            for place, claim in enumerate(passage.in_(language)):
                cited[subject("claim", number, language, place)] = claim.sources
    return [
        {"site": site.slug, "subject": what, "place": place, "source": key}
        for what, keys in cited.items()
        for place, key in enumerate(keys)
    ]


def by_site(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Group rows by their site, in the order they come."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["site"]].append(row)
    return grouped


def site_of(row: Row, parts: Parts, periods: Mapping[str, Period]) -> Site:
    """Put a site together from its row, and from its rows of every other table."""
    cited = citations(parts[CITATION.name])
    lede, *story = _passages(parts[CLAIM.name], cited)
    street, keys = text_of(row, "street"), cited.get(subject("address"), ())
    return Site(
        slug=row["slug"],
        kind=Kind(row["kind"]),
        name=certain(row, "name"),
        also=tuple(alias["name"] for alias in parts[ALIAS.name]),
        once=tuple(
            name_rows.past_of(name, periods, cited.get(subject("name", place), ()))
            for place, name in enumerate(parts[SITE_NAME.name])
        ),
        lede=lede,
        story=tuple(story),
        address=Address(street=street, sources=keys) if street else None,
        wards=tuple(_ward(ward, cited) for ward in parts[WARD.name]),
        location=_location(row, cited.get(subject("position"), ())),
        also_at=tuple(_standpoint(one, cited) for one in parts[STANDPOINT.name]),
        former=tuple(row["former"]),
        access=Access(
            way=Way(row["access"]),
            note=text_of(row, "access_note"),
            sources=cited.get(subject("access"), ()),
        ),
        position_note=text_of(row, "position_note"),
        visit=timedelta(minutes=row["visit_minutes"]),
        interest=row["interest"],
        hours=occasions.hours_of(row, parts, cited),
        festivals=occasions.festivals_of(parts, cited),
    )


def _passages(claims: Iterable[Row], cited: Citations) -> list[Passage]:
    found: dict[int, dict[Language, list[Claim]]] = {}
    for row in claims:
        keys = subject("claim", row["passage"], row["language"], row["place"])
        both = found.setdefault(row["passage"], {"vi": [], "en": []})
        both[row["language"]].append(Claim(row["text"], cited.get(keys, ())))
    numbers = range(max(found, default=0) + 1)
    return [
        Passage(
            vi=tuple(found.get(number, {}).get("vi", ())),
            en=tuple(found.get(number, {}).get("en", ())),
        )
        for number in numbers
    ]


def _ward(row: Row, cited: Citations) -> Ward:
    return Ward(
        name=row["name"],
        since=row["since"],
        until=row["until"],
        note=text_of(row, "note"),
        sources=cited.get(subject("ward", row["place"]), ()),
    )


def _standpoint(row: Row, cited: Citations) -> Standpoint:
    keys = cited.get(subject("standpoint", row["place"]), ())
    return Standpoint(
        spot=Spot(row["spot"]), location=_place(row, keys), name=text_of(row, "name")
    )


def _location(row: Row, sources: tuple[str, ...]) -> Location | None:
    return None if row["lat"] is None else _place(row, sources)


def _place(row: Row, sources: tuple[str, ...]) -> Location:
    return Location(
        position=Position(row["lat"], row["lon"]),
        radius_m=row["radius_m"],
        basis=certain(row, "basis"),
        sources=sources,
    )
