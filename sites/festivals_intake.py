"""Read festivals from the content: whose they are, on which day, and when not."""

import re
from collections.abc import Callable, Collection

from sites import canchi
from sites.errors import BadLunarDay, BadSolarDay
from sites.festivals import Calendar, Cancelled, Festival
from sites.fields import Field, both
from sites.lunar import FIRST, LAST, year_name

Keys = Callable[[Field], tuple[str, ...]]
"""Reads the keys of sources, and sees that there are such sources."""

LONGEST_DAYS = 30

DAY = re.compile(r"(\d{1,2})/(\d{1,2})")
YEAR = re.compile(r"(?:(?P<name>\D+?)\s+)?(?P<year>\d{4})")
"""A year, and before it perhaps its name: ``2027``, ``Đinh Mùi 2027``."""


def festival(
    key: str, entry: Field, slugs: Collection[str], keys: Keys
) -> tuple[str, Festival] | None:
    """Read one festival.

    Args:
        key: what it is called for good; calendars that subscribed know it by that.
        entry: the rest of it.
        slugs: the addresses of all sites.
        keys: reads what it rests on.

    Returns:
        The address of its site, and the festival; None, and faults, where it is none.
    """
    wanted = ["site", "name", "sources"]
    got = entry.mapping(wanted, ["lunar", "solar", "days", "note", "cancelled"])
    if ("lunar" in got) == ("solar" in got):
        entry.fault("write either lunar: 8/2 or solar: 13/5 (day/month)")
        return None
    if not {*wanted} <= got.keys():
        return None
    if (site := got["site"].text()) not in slugs:
        got["site"].fault(f"no such site: {site}; sites/ has a file for each")
    calendar = Calendar.LUNAR if "lunar" in got else Calendar.SOLAR
    day, month = _day(got[calendar])
    off = got["cancelled"].items() if "cancelled" in got else ()
    try:
        return site, Festival(
            key=key,
            name=both(got["name"]),
            calendar=calendar,
            month=month,
            day=day,
            days=got["days"].whole(1, LONGEST_DAYS) if "days" in got else 1,
            note=both(got["note"]) if "note" in got else None,
            sources=keys(got["sources"]),
            cancelled=tuple(filter(None, (_cancelled(each, keys) for each in off))),
        )
    except (BadLunarDay, BadSolarDay) as problem:
        got[calendar].fault(str(problem))
        return None


def _day(field: Field) -> tuple[int, int]:
    """Read day and month; 0, which no month has, where there is none."""
    found = DAY.fullmatch(field.text())
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _cancelled(entry: Field, keys: Keys) -> Cancelled | None:
    got = entry.mapping(["year", "reason", "sources"])
    if not {"year", "reason", "sources"} <= got.keys():
        return None
    year = _year(got["year"])
    reason, sources = both(got["reason"]), keys(got["sources"])
    return Cancelled(year=year, reason=reason, sources=sources) if year else None


def _year(field: Field) -> int | None:
    """Read a year, and see that it bears its own name if it bears one."""
    found = YEAR.fullmatch(field.text())
    year = int(found["year"]) if found else 0
    if not found or not FIRST.year <= year <= LAST.year:
        field.fault(f"“{field.text()}” is not a year like 2027, or Đinh Mùi 2027")
        return None
    if found["name"] and not canchi.is_name_of(found["name"], year):
        field.fault(f"“{field.text()}” cannot be: {year} is {year_name(year)}")
        return None
    return year
