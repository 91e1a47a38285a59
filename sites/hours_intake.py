"""Read opening hours from the content: the rule, days of the moon, repairs."""

from collections.abc import Callable
from datetime import time

from sites.errors import BadHours, BadMoonDays
from sites.fields import Field, both
from sites.hours import MIDNIGHT, UNKNOWN, Hours, MoonDays, Repair
from sites.lunar import FULL_MONTH

Keys = Callable[[Field], tuple[str, ...]]
"""Reads the keys of sources, and sees that there are such sources."""

WHOLE_DAY = "24:00"
"""How the files write the midnight that ends a day."""


def hours(entry: Field, keys: Keys) -> Hours:
    """Read when a site is open; ``unknown`` where nothing is known.

    ``moon`` lists days of the moon with hours of their own, ``repairs`` the times in
    which the site is closed.
    """
    if entry.unknown:
        return UNKNOWN
    got = entry.mapping(["rule", "sources", "checked"], ["moon", "repairs"])
    if not {"rule", "sources", "checked"} <= got.keys():
        return UNKNOWN
    checked, sources = got["checked"].day(), keys(got["sources"])
    moon = [_moon(each, keys) for each in got["moon"].items()] if "moon" in got else ()
    repairs = got["repairs"].items() if "repairs" in got else ()
    try:
        return Hours(
            rule=None if got["rule"].unknown else got["rule"].text(),
            sources=sources,
            checked=checked,
            moon=tuple(filter(None, moon)),
            repairs=tuple(filter(None, (_repair(each, keys) for each in repairs))),
        )
    except BadHours as problem:
        got["rule"].fault(str(problem))
        return UNKNOWN


def _moon(entry: Field, keys: Keys) -> MoonDays | None:
    got = entry.mapping(["days", "sources"], ["months", "closed", "opens", "closes"])
    if not {"days", "sources"} <= got.keys():
        return None
    before = len(entry.faults)
    if ("closed" in got) == ("opens" in got):
        entry.fault("write closed: true, or opens and closes")
    elif "closed" in got and not got["closed"].truth():
        got["closed"].fault("write true, or opens and closes instead")
    days = tuple(day.whole(1, FULL_MONTH) for day in got["days"].items())
    months = got["months"].items() if "months" in got else ()
    numbers = tuple(month.whole(1, 12) for month in months)
    opens, closes = (
        _clock(got[name]) if name in got else None for name in ("opens", "closes")
    )
    sources = keys(got["sources"])
    try:
        return MoonDays(
            days=days, months=numbers, opens=opens, closes=closes, sources=sources
        )
    except BadMoonDays as problem:
        if len(entry.faults) == before:
            entry.fault(str(problem))
        return None


def _clock(field: Field) -> time:
    """Read a time of day; 24:00 is the midnight that ends it."""
    word = field.text()
    try:
        return MIDNIGHT if word == WHOLE_DAY else time.fromisoformat(word)
    except ValueError:
        field.fault(f"“{word}” is not a time like 05:00, in quotes")
        return MIDNIGHT


def _repair(entry: Field, keys: Keys) -> Repair | None:
    got = entry.mapping(["from", "until", "reason", "sources"])
    if not {"from", "until", "reason", "sources"} <= got.keys():
        return None
    since = got["from"].day()
    until = None if got["until"].unknown else got["until"].day()
    if until and since > until:
        entry.fault(f"from {since} comes after until {until}")
    return Repair(
        since=since,
        until=until,
        reason=both(got["reason"]),
        sources=keys(got["sources"]),
    )
