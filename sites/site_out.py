"""A site as the document that the content files hold: what ``intake`` reads back."""

from datetime import date, time, timedelta
from typing import Any

from sites.festivals import Festival
from sites.fields import UNKNOWN
from sites.hours import MIDNIGHT, Hours, MoonDays, Repair
from sites.hours import UNKNOWN as NO_HOURS
from sites.hours_intake import WHOLE_DAY
from sites.model import Access, Address, Location, Site, Standpoint, Ward
from sites.names import LANGUAGES, Text
from sites.pastnames import PastName
from sites.sources import Passage, written

Document = dict[str, Any]
"""What JSON and YAML can hold, key by key as the files have it."""


def document(site: Site) -> Document:
    """Write a site; its festivals are not in it: they have a file of their own."""
    return {
        "kind": site.kind.value,
        "name": both(site.name),
        "also": list(site.also),
        **some("once", [past_name(name) for name in site.once]),
        "lede": passage(site.lede),
        "story": [passage(one) for one in site.story],
        "address": _address(site.address),
        "wards": [_ward(ward) for ward in site.wards] or UNKNOWN,
        "position": _location(site.location) if site.location else UNKNOWN,
        **some("position_note", both(site.position_note)),
        **some("also_at", [_standpoint(one) for one in site.also_at]),
        **some("access", _access(site.access)),
        **some("former", list(site.former)),
        "visit_minutes": int(site.visit / timedelta(minutes=1)),
        "interest": site.interest,
        "hours": _hours(site.hours),
    }


def both(text: Text | None) -> dict[str, str]:
    """Write a text in both languages; nothing where there is none."""
    return {name: text.in_(name) for name in LANGUAGES} if text else {}


def passage(one: Passage) -> dict[str, str]:
    """Write a paragraph, a line for each sentence with its mark."""
    return {
        name: "\n".join(written((claim,)) for claim in one.in_(name))
        for name in LANGUAGES
    }


def some(key: str, value: Any) -> Document:  # noqa: ANN401 - whatever YAML holds
    """Write a key only where there is something to say."""
    return {key: value} if value else {}


def past_name(name: PastName) -> Document:
    """Write what something was once called."""
    return {
        "name": name.name,
        **some("spelt", list(name.spelt)),
        "from": UNKNOWN if name.since is None else name.since,
        "until": UNKNOWN if name.until is None else name.until,
        **some("period", name.period.key if name.period else None),
        **some("part", both(name.part)),
        "sources": list(name.sources),
    }


def festival(one: Festival) -> Document:
    """Write a festival, without its key and its site."""
    return {
        "name": both(one.name),
        one.calendar.value: f"{one.day}/{one.month}",
        **some("days", one.days if one.days > 1 else None),
        **some("note", both(one.note)),
        "sources": list(one.sources),
        **some(
            "cancelled",
            [
                {
                    "year": off.year,
                    "reason": both(off.reason),
                    "sources": list(off.sources),
                }
                for off in one.cancelled
            ],
        ),
    }


def day(when: date | None) -> str | None:
    """Write a date, year first."""
    return when.isoformat() if when else None


def number(value: float) -> float:
    """Write a whole number without a point."""
    return int(value) if value == int(value) else value


def _address(address: Address | None) -> Document | str:
    if address is None:
        return UNKNOWN
    return {"street": both(address.street), "sources": list(address.sources)}


def _ward(ward: Ward) -> Document:
    return {
        "name": ward.name or UNKNOWN,
        **some("from", day(ward.since)),
        **some("until", day(ward.until)),
        **some("note", both(ward.note)),
        "sources": list(ward.sources),
    }


def _location(place: Location) -> Document:
    return {
        "lat": place.position.lat,
        "lon": place.position.lon,
        "radius_m": number(place.radius_m),
        "basis": both(place.basis),
        "sources": list(place.sources),
    }


def _standpoint(one: Standpoint) -> Document:
    return {
        "spot": one.spot.value,
        **some("name", both(one.name)),
        **_location(one.location),
    }


def _access(access: Access) -> Document:
    if access == Access():
        return {}
    return {
        "way": access.way.value,
        **some("note", both(access.note)),
        "sources": list(access.sources),
    }


def _hours(hours: Hours) -> Document | str:
    if hours == NO_HOURS:
        return UNKNOWN
    return {
        "rule": hours.rule or UNKNOWN,
        "sources": list(hours.sources),
        "checked": day(hours.checked) or UNKNOWN,
        **some("moon", [_moon(moon) for moon in hours.moon]),
        **some("repairs", [_repair(repair) for repair in hours.repairs]),
    }


def _moon(moon: MoonDays) -> Document:
    inside: Document = {"closed": True}
    if moon.opens is not None and moon.closes is not None:
        inside = {"opens": _clock(moon.opens), "closes": _clock(moon.closes, end=True)}
    return {
        "days": list(moon.days),
        **some("months", list(moon.months)),
        **inside,
        "sources": list(moon.sources),
    }


def _clock(moment: time, *, end: bool = False) -> str:
    if end and moment == MIDNIGHT:
        return WHOLE_DAY
    return moment.isoformat("seconds" if moment.second else "minutes")


def _repair(repair: Repair) -> Document:
    return {
        "from": day(repair.since),
        "until": day(repair.until) or UNKNOWN,
        "reason": both(repair.reason),
        "sources": list(repair.sources),
    }
