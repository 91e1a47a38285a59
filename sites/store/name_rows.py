"""Between old names, streets, wards and rows: what is written is read back equal."""

from collections.abc import Iterable, Mapping
from typing import Any

from sites.catalogue import Catalogue
from sites.pastnames import PastName, Period
from sites.store.columns import Citations, Row, both, certain, subject, text_of
from sites.streets import NamedStreet
from sites.wards import NamedWard

Periods = Mapping[str, Period]


def period_rows(catalogue: Catalogue) -> list[dict[str, Any]]:
    """Turn every period that a name speaks of into a row, each once."""
    return [
        {
            "key": period.key,
            "place": place,
            **both("name", period.name),
            "since": period.since,
            "until": period.until,
        }
        for place, period in enumerate(_periods(catalogue).values())
    ]


def street_rows(streets: Iterable[NamedStreet]) -> list[dict[str, Any]]:
    """Turn what a street has once into rows."""
    return [
        {"slug": street.slug, "place": place, "name": street.name}
        for place, street in enumerate(streets)
    ]


def ward_rows(wards: Iterable[NamedWard]) -> list[dict[str, Any]]:
    """Turn wards into rows."""
    return [
        {
            "slug": ward.slug,
            "place": place,
            "name": ward.name,
            "since": ward.since,
            "until": ward.until,
            "became": list(ward.became),
            **both("note", ward.note),
        }
        for place, ward in enumerate(wards)
    ]


def past_rows(
    owner: str, owners: Iterable[tuple[str, tuple[PastName, ...]]]
) -> list[dict[str, Any]]:
    """Turn every old name into a row; ``owner`` names the column of whose it is."""
    return [
        {
            owner: slug,
            "place": place,
            "name": name.name,
            "since": name.since,
            "until": name.until,
            "period": name.period.key if name.period else None,
            **both("part", name.part),
            "spelt": list(name.spelt),
        }
        for slug, names in owners
        for place, name in enumerate(names)
    ]


def citation_rows(catalogue: Catalogue) -> list[dict[str, Any]]:
    """Turn every source behind a period, a street's name or a ward into a row."""
    cited = {
        subject("period", key): period.sources
        for key, period in _periods(catalogue).items()
    }
    for street in catalogue.streets:
        for place, name in enumerate(street.once):
            cited[subject("street", street.slug, place)] = name.sources
    for ward in catalogue.wards:
        cited[subject("ward", ward.slug)] = ward.sources
    return [
        {"subject": what, "place": place, "source": key}
        for what, keys in cited.items()
        for place, key in enumerate(keys)
    ]


def periods_of(rows: Iterable[Row], cited: Citations) -> dict[str, Period]:
    """Put the periods together from their rows, by key."""
    return {
        row["key"]: Period(
            key=row["key"],
            name=certain(row, "name"),
            since=row["since"],
            until=row["until"],
            sources=cited.get(subject("period", row["key"]), ()),
        )
        for row in rows
    }


def streets_of(
    streets: Iterable[Row], names: Iterable[Row], periods: Periods, cited: Citations
) -> tuple[NamedStreet, ...]:
    """Put the streets together from their rows, in their order."""
    once: dict[str, list[PastName]] = {}
    for row in names:
        keys = cited.get(subject("street", row["street"], row["place"]), ())
        once.setdefault(row["street"], []).append(past_of(row, periods, keys))
    return tuple(
        NamedStreet(
            slug=row["slug"], name=row["name"], once=tuple(once.get(row["slug"], ()))
        )
        for row in streets
    )


def wards_of(wards: Iterable[Row], cited: Citations) -> tuple[NamedWard, ...]:
    """Put the wards together from their rows, in their order."""
    return tuple(
        NamedWard(
            slug=row["slug"],
            name=row["name"],
            since=row["since"],
            until=row["until"],
            became=tuple(row["became"]),
            note=text_of(row, "note"),
            sources=cited.get(subject("ward", row["slug"]), ()),
        )
        for row in wards
    )


def past_of(row: Row, periods: Periods, sources: tuple[str, ...]) -> PastName:
    """Turn a row into an old name."""
    return PastName(
        name=row["name"],
        since=row["since"],
        until=row["until"],
        period=periods[row["period"]] if row["period"] else None,
        part=text_of(row, "part"),
        sources=sources,
        spelt=tuple(row["spelt"]),
    )


def _periods(catalogue: Catalogue) -> dict[str, Period]:
    owners = (*catalogue.streets, *catalogue)
    return {
        name.period.key: name.period
        for owner in owners
        for name in owner.once
        if name.period
    }
