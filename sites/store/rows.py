"""Between records and rows: what is written is read back equal."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from sites.hours import Hours
from sites.model import Address, Kind, Location, Site, Ward
from sites.names import LANGUAGES, Language, Text
from sites.position import Position
from sites.sources import Claim, Passage, Source

Row = Mapping[str, Any]
Citations = Mapping[str, tuple[str, ...]]


def subject(part: str, *path: object) -> str:
    """Name what rests on a source: ``address``, ``ward/0``, ``claim/1/vi/0``."""
    return "/".join(map(str, (part, *path)))


def source_row(source: Source, place: int) -> dict[str, Any]:
    """Turn a source into its row."""
    return {
        "key": source.key,
        "place": place,
        **_both("title", source.title),
        **_both("publisher", source.publisher),
        "date": source.date,
        "language": source.language,
        "url": source.url,
        **_both("note", source.note),
        "read": source.read,
    }


def source_of(row: Row) -> Source:
    """Turn a row into its source."""
    return Source(
        key=row["key"],
        title=_certain(row, "title"),
        publisher=_certain(row, "publisher"),
        date=row["date"],
        language=row["language"],
        url=row["url"],
        note=_text(row, "note"),
        read=row["read"],
    )


def site_row(site: Site) -> dict[str, Any]:
    """Turn what a site has once into its row."""
    place = site.location
    return {
        "slug": site.slug,
        "kind": site.kind.value,
        **_both("name", site.name),
        **_both("street", site.address.street if site.address else None),
        "lat": place.position.lat if place else None,
        "lon": place.position.lon if place else None,
        "radius_m": place.radius_m if place else None,
        **_both("basis", place.basis if place else None),
        **_both("position_note", site.position_note),
        "visit_minutes": int(site.visit / timedelta(minutes=1)),
        "interest": site.interest,
        "hours_rule": site.hours.rule,
        "hours_checked": site.hours.checked,
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
            **_both("note", ward.note),
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
    cited: dict[str, tuple[str, ...]] = {subject("hours"): site.hours.sources}
    if site.address:
        cited[subject("address")] = site.address.sources
    if site.location:
        cited[subject("position")] = site.location.sources
    for place, ward in enumerate(site.wards):
        cited[subject("ward", place)] = ward.sources
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


def citations(rows: Iterable[Row]) -> Citations:
    """Group the sources of one site by what rests on them."""
    cited: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in rows:
        cited[row["subject"]] += (row["source"],)
    return cited


def site_of(
    row: Row, aliases: list[Row], wards: list[Row], claims: list[Row], cited: Citations
) -> Site:
    """Put a site together from its rows."""
    lede, *story = _passages(claims, cited)
    street, keys = _text(row, "street"), cited.get(subject("address"), ())
    return Site(
        slug=row["slug"],
        kind=Kind(row["kind"]),
        name=_certain(row, "name"),
        also=tuple(alias["name"] for alias in aliases),
        lede=lede,
        story=tuple(story),
        address=Address(street=street, sources=keys) if street else None,
        wards=tuple(_ward(ward, cited) for ward in wards),
        location=_location(row, cited),
        position_note=_text(row, "position_note"),
        visit=timedelta(minutes=row["visit_minutes"]),
        interest=row["interest"],
        hours=Hours(
            rule=row["hours_rule"],
            sources=cited.get(subject("hours"), ()),
            checked=row["hours_checked"],
        ),
    )


def _passages(claims: list[Row], cited: Citations) -> list[Passage]:
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
        note=_text(row, "note"),
        sources=cited.get(subject("ward", row["place"]), ()),
    )


def _location(row: Row, cited: Citations) -> Location | None:
    if row["lat"] is None:
        return None
    return Location(
        position=Position(row["lat"], row["lon"]),
        radius_m=row["radius_m"],
        basis=_certain(row, "basis"),
        sources=cited.get(subject("position"), ()),
    )


def _both(name: str, text: Text | None) -> dict[str, str | None]:
    return {
        f"{name}_{language}": text.in_(language) if text else None
        for language in LANGUAGES
    }


def _text(row: Row, name: str) -> Text | None:
    return None if row[f"{name}_vi"] is None else _certain(row, name)


def _certain(row: Row, name: str) -> Text:
    return Text(vi=row[f"{name}_vi"], en=row[f"{name}_en"])
