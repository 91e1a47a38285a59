"""Between rows and what happens at a site: hours, repairs, festivals."""

from collections.abc import Iterable, Iterator
from typing import Any

from sites.festivals import Calendar, Cancelled, Festival
from sites.hours import Hours, MoonDays, Repair
from sites.model import Site
from sites.store.columns import (
    Citations,
    Parts,
    Row,
    both,
    certain,
    subject,
    text_of,
)
from sites.store.tables import CANCELLED, FESTIVAL, MOON, REPAIR


def moon_rows(site: Site) -> list[dict[str, Any]]:
    """Turn the hours on days of the moon into rows."""
    return [
        {
            "site": site.slug,
            "place": place,
            "days": _written(moon.days),
            "months": _written(moon.months),
            "opens": moon.opens,
            "closes": moon.closes,
        }
        for place, moon in enumerate(site.hours.moon)
    ]


def repair_rows(site: Site) -> list[dict[str, Any]]:
    """Turn the repairs of a site into rows."""
    return [
        {
            "site": site.slug,
            "place": place,
            "since": repair.since,
            "until": repair.until,
            **both("reason", repair.reason),
        }
        for place, repair in enumerate(site.hours.repairs)
    ]


def festival_rows(site: Site) -> list[dict[str, Any]]:
    """Turn the festivals of a site into rows."""
    return [
        {
            "site": site.slug,
            "place": place,
            "key": festival.key,
            **both("name", festival.name),
            "calendar": festival.calendar.value,
            "month": festival.month,
            "day": festival.day,
            "days": festival.days,
            **both("note", festival.note),
        }
        for place, festival in enumerate(site.festivals)
    ]


def cancelled_rows(site: Site) -> list[dict[str, Any]]:
    """Turn the years in which festivals are not held into rows."""
    found = [
        (number, off)
        for number, festival in enumerate(site.festivals)
        for off in festival.cancelled
    ]
    return [
        {
            "site": site.slug,
            "place": place,
            "festival": number,
            "year": off.year,
            **both("reason", off.reason),
        }
        for place, (number, off) in enumerate(found)
    ]


def cited(site: Site) -> Iterator[tuple[str, tuple[str, ...]]]:
    """List what of the hours and festivals rests on which sources."""
    yield subject("hours"), site.hours.sources
    for place, moon in enumerate(site.hours.moon):
        yield subject("moon", place), moon.sources
    for place, repair in enumerate(site.hours.repairs):
        yield subject("repair", place), repair.sources
    for place, festival in enumerate(site.festivals):
        yield subject("festival", place), festival.sources
        for off in festival.cancelled:
            yield subject("festival", place, off.year), off.sources


def hours_of(row: Row, parts: Parts, cited: Citations) -> Hours:
    """Put the hours of a site together from its rows."""
    return Hours(
        rule=row["hours_rule"],
        sources=cited.get(subject("hours"), ()),
        checked=row["hours_checked"],
        moon=tuple(_moon(moon, cited) for moon in parts[MOON.name]),
        repairs=tuple(_repair(repair, cited) for repair in parts[REPAIR.name]),
    )


def festivals_of(parts: Parts, cited: Citations) -> tuple[Festival, ...]:
    """Put the festivals of a site together from its rows."""
    return tuple(
        Festival(
            key=row["key"],
            name=certain(row, "name"),
            calendar=Calendar(row["calendar"]),
            month=row["month"],
            day=row["day"],
            days=row["days"],
            note=text_of(row, "note"),
            sources=cited.get(subject("festival", row["place"]), ()),
            cancelled=tuple(
                Cancelled(
                    year=off["year"],
                    reason=certain(off, "reason"),
                    sources=cited.get(
                        subject("festival", row["place"], off["year"]), ()
                    ),
                )
                for off in parts[CANCELLED.name]
                if off["festival"] == row["place"]
            ),
        )
        for row in parts[FESTIVAL.name]
    )


def _moon(row: Row, cited: Citations) -> MoonDays:
    return MoonDays(
        days=_numbers(row["days"]),
        months=_numbers(row["months"]),
        opens=row["opens"],
        closes=row["closes"],
        sources=cited.get(subject("moon", row["place"]), ()),
    )


def _repair(row: Row, cited: Citations) -> Repair:
    return Repair(
        since=row["since"],
        until=row["until"],
        reason=certain(row, "reason"),
        sources=cited.get(subject("repair", row["place"]), ()),
    )


def _written(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers))


def _numbers(written: str) -> tuple[int, ...]:
    return tuple(map(int, written.split()))
