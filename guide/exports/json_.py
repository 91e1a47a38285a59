"""Our own JSON: everything about a tour, for programs. ``docs/api.md`` describes it."""

import json
from collections.abc import Callable
from typing import Any

from guide.asked import to_words
from guide.exports.format import Format
from guide.exports.steps import step_records
from guide.footing import footing
from guide.tour import LeftOut, Leg, Part, Place, Rest, Stop, Tour
from guide.wording import change_words
from sites.names import Language, Text


def render(tour: Tour, language: Language) -> bytes:
    """Write ``tour`` as JSON in UTF-8."""
    document = record(tour, language)
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def record(tour: Tour, language: Language) -> dict[str, Any]:
    """Return what ``render`` writes, as plain values."""
    return {
        "request": to_words(tour.request),
        "start": _place(tour.start, language),
        "end": _place(tour.end, language),
        "depart": tour.request.depart.isoformat(),
        "arrive": tour.arrive.isoformat(),
        "walk_m": round(tour.walk_m),
        "walk_minutes": round(tour.walk_time.total_seconds() / 60),
        "step_free": _footing(tour),
        "optimal": tour.optimal,
        "gap": round(tour.gap, 4),
        "score": tour.score,
        "stops": _numbered(
            tour, lambda part: [_stop(s, tour, language) for s in part.stops]
        ),
        "breaks": _numbered(
            tour, lambda part: [_rest(r, language) for r in part.rests]
        ),
        "legs": _numbered(
            tour, lambda part: [_leg(leg, tour, language) for leg in part.legs]
        ),
        "walks": [_part(part, language) for part in tour.parts],
        "left_out": [_left_out(out, language) for out in tour.left_out],
        "edition": tour.edition,
        "attribution": tour.attribution,
    }


def _footing(tour: Tour) -> dict[str, int] | None:
    found = footing(tour)
    if found is None:
        return None
    return {"sure_m": round(found.sure_m), "ask_m": round(found.ask_m)}


def _numbered(
    tour: Tour, records: Callable[[Part], list[dict[str, Any]]]
) -> list[dict[str, Any]]:
    """List the records of every walk, each with the number of its walk."""
    return [
        {"walk": number, **found}
        for number, part in enumerate(tour.parts, start=1)
        for found in records(part)
    ]


def _place(place: Place, language: Language) -> dict[str, Any]:
    return {
        "site": place.site.slug if place.site else None,
        "name": place.name_in(language),
        "lat": place.position.lat,
        "lon": place.position.lon,
    }


def _stop(stop: Stop, tour: Tour, language: Language) -> dict[str, Any]:
    location = stop.site.way_in
    return {
        "site": stop.site.slug,
        "access": stop.site.access.way,
        "name": stop.site.name.in_(language),
        "kind": stop.site.kind.value,
        "lat": stop.position.lat,
        "lon": stop.position.lon,
        "radius_m": location.radius_m if location else None,
        "arrive": stop.arrive.isoformat(),
        "enter": stop.enter.isoformat(),
        "leave": stop.leave.isoformat(),
        "wait_minutes": round(stop.wait.total_seconds() / 60),
        "hours": stop.site.hours.rule or "unknown",
        "sure": stop.is_sure,
        "stale": stop.is_stale,
        "festival": _festival(stop, language),
        "follows": tour.trail.how(stop.site.slug, language) or None
        if tour.trail
        else None,
    }


def _festival(stop: Stop, language: Language) -> dict[str, Any] | None:
    held = stop.feast
    if held is None:
        return None
    return {
        "key": held.festival.key,
        "name": held.festival.name.in_(language),
        "first": held.first.isoformat(),
        "last": held.last.isoformat(),
    }


def _rest(rest: Rest, language: Language) -> dict[str, Any]:
    return {
        **_place(rest.place, language),
        "arrive": rest.arrive.isoformat(),
        "enter": rest.enter.isoformat(),
        "leave": rest.leave.isoformat(),
        "wished": rest.wished,
    }


def _part(part: Part, language: Language) -> dict[str, Any]:
    """Write one walk of the tour: in which order its stops and breaks are."""
    return {
        "depart": part.depart.isoformat(),
        "arrive": part.arrive.isoformat(),
        "walk_m": round(part.walk_m),
        "halts": [
            {
                "site": halt.site.slug if isinstance(halt, Stop) else None,
                "break": isinstance(halt, Rest),
                "name": halt.name.in_(language),
                "enter": halt.enter.isoformat(),
                "leave": halt.leave.isoformat(),
            }
            for halt in part.halts
        ],
    }


def _leg(leg: Leg, tour: Tour, language: Language) -> dict[str, Any]:
    return {
        "depart": leg.depart.isoformat(),
        "arrive": leg.arrive.isoformat(),
        "metres": round(leg.metres),
        "off_street_metres": round(
            leg.metres - sum(stretch.metres for stretch in leg.stretches)
        ),
        "streets": [
            {"name": stretch.name, "metres": round(stretch.metres)}
            for stretch in leg.stretches
        ],
        "steps": step_records(leg, tour, language),
        "line": [[round(lon, 6), round(lat, 6)] for lon, lat in _lon_lat(leg)],
    }


def _lon_lat(leg: Leg) -> list[tuple[float, float]]:
    return [position.lon_lat for position in leg.line]


def _left_out(out: LeftOut, language: Language) -> dict[str, Any]:
    known = {
        "minutes": out.minutes,
        "metres": None if out.metres is None else round(out.metres),
        "opens": out.opens.isoformat() if out.opens else None,
        "even_open": out.even_open or None,
        "note": out.note.in_(language) if out.note else None,
        "change": _change(out, language),
    }
    return {
        "site": out.site.slug,
        "name": out.site.name.in_(language),
        "reason": out.reason.value,
        **{name: value for name, value in known.items() if value is not None},
    }


def _change(out: LeftOut, language: Language) -> dict[str, Any] | None:
    """Write what would bring a site in: its ``request`` is planned like any other."""
    if out.change is None:
        return None
    return {
        "remedy": out.change.remedy.value,
        "amount": out.change.amount,
        "walk_m": out.change.walk_m,
        "drops": [site.slug for site in out.change.drops],
        "says": change_words(out, language),
        "request": to_words(out.change.request),
    }


FORMAT = Format(
    "json", Text(vi="JSON cho lập trình viên", en="JSON for programs"),
    "application/json", render, explains=True,
)  # fmt: skip
