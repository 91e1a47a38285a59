"""Between old street names and rows: what is written is read back equal."""

from collections.abc import Iterable, Mapping
from typing import Any

from sites.names import Text
from sites.store.columns import Citations, Row, subject
from sites.streets import NamedStreet, Period, StreetName


def period_rows(streets: Iterable[NamedStreet]) -> list[dict[str, Any]]:
    """Turn every period that a name speaks of into a row, each once."""
    return [
        {
            "key": period.key,
            "place": place,
            "name_vi": period.name.vi,
            "name_en": period.name.en,
            "since": period.since,
            "until": period.until,
        }
        for place, period in enumerate(_periods(streets).values())
    ]


def street_rows(streets: Iterable[NamedStreet]) -> list[dict[str, Any]]:
    """Turn what a street has once into rows."""
    return [
        {"slug": street.slug, "place": place, "name": street.name}
        for place, street in enumerate(streets)
    ]


def name_rows(streets: Iterable[NamedStreet]) -> list[dict[str, Any]]:
    """Turn every old name into a row."""
    return [
        {
            "street": street.slug,
            "place": place,
            "name": name.name,
            "since": name.since,
            "until": name.until,
            "period": name.period.key if name.period else None,
            "part_vi": name.part.vi if name.part else None,
            "part_en": name.part.en if name.part else None,
        }
        for street in streets
        for place, name in enumerate(street.once)
    ]


def citation_rows(streets: tuple[NamedStreet, ...]) -> list[dict[str, Any]]:
    """Turn every source behind a period or an old name into a row."""
    cited = {
        subject("period", key): period.sources
        for key, period in _periods(streets).items()
    }
    for street in streets:
        for place, name in enumerate(street.once):
            cited[subject("street", street.slug, place)] = name.sources
    return [
        {"subject": what, "place": place, "source": key}
        for what, keys in cited.items()
        for place, key in enumerate(keys)
    ]


def streets_of(
    streets: Iterable[Row],
    names: Iterable[Row],
    periods: Iterable[Row],
    cited: Citations,
) -> tuple[NamedStreet, ...]:
    """Put the streets together from their rows, in their order."""
    known = {row["key"]: _period(row, cited) for row in periods}
    once: dict[str, list[StreetName]] = {}
    for row in names:
        once.setdefault(row["street"], []).append(_name(row, known, cited))
    return tuple(
        NamedStreet(
            slug=row["slug"], name=row["name"], once=tuple(once.get(row["slug"], ()))
        )
        for row in streets
    )


def _periods(streets: Iterable[NamedStreet]) -> dict[str, Period]:
    return {
        name.period.key: name.period
        for street in streets
        for name in street.once
        if name.period
    }


def _period(row: Row, cited: Citations) -> Period:
    return Period(
        key=row["key"],
        name=Text(vi=row["name_vi"], en=row["name_en"]),
        since=row["since"],
        until=row["until"],
        sources=cited.get(subject("period", row["key"]), ()),
    )


def _name(row: Row, periods: Mapping[str, Period], cited: Citations) -> StreetName:
    part = row["part_vi"] is not None
    return StreetName(
        name=row["name"],
        since=row["since"],
        until=row["until"],
        period=periods[row["period"]] if row["period"] else None,
        part=Text(vi=row["part_vi"], en=row["part_en"]) if part else None,
        sources=cited.get(subject("street", row["street"], row["place"]), ()),
    )
