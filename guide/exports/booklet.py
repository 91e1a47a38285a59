"""A tour told from beginning to end, as plain values: what PDF and HTML both print.

Whatever a text holds, it is only text here: whoever prints it need not trust it.
"""

from collections.abc import Iterator
from itertools import count
from typing import Any

from guide.direction_words import directions
from guide.exports import booklet_words as words
from guide.links import Links
from guide.tour import Leg, Part, Rest, Stop, Tour
from guide.wording import (
    distance,
    held_words,
    leg_words,
    part_name,
    rest_words,
    span,
    tour_name,
)
from sites.names import Language
from sites.sources import Claim, Passage, Source


class Notes:
    """The numbers of sources, in the order in which they are first cited."""

    def __init__(self, tour: Tour) -> None:
        self._known = tour.around.catalogue.sources
        self._numbers: dict[str, int] = {}

    def numbers(self, keys: tuple[str, ...]) -> list[int]:
        """Return the numbers of some sources."""
        return [self._numbers.setdefault(k, len(self._numbers) + 1) for k in keys]

    def listed(self, language: Language) -> list[dict[str, Any]]:
        """List what was cited, by number."""
        return [
            {"number": number, "says": _source(self._known.get(key), key, language)}
            for key, number in self._numbers.items()
        ]


def booklet(tour: Tour, language: Language, links: Links) -> dict[str, Any]:
    """Return all that is printed of a tour.

    Args:
        tour: the tour.
        language: of every word.
        links: the addresses that are printed beside the QR codes.
    """
    notes, number = Notes(tour), count(1)
    parts = [
        {
            "name": printable(part_name(tour, place, language)),
            "entries": list(_entries(tour, part, (language, links, notes, number))),
        }
        for place, part in enumerate(tour.parts)
    ]
    return {
        "language": language,
        "title": printable(_title(tour, language)),
        "name": printable(tour_name(tour, language)),
        "day": words.day(tour.request.depart, language),
        "figures": _figures(tour, language),
        "stops": len(tour.stops),
        "parts": parts,
        "sources": notes.listed(language),
        "address": links.tour,
        "attribution": printable(tour.attribution),
        "words": words.all_words(language),
    }


def printable(text: str) -> str:
    """Drop what has no shape on paper, and what would move what has one."""
    shown = (c if c.isprintable() else " " * c.isspace() for c in text)
    return " ".join("".join(shown).split())


def _title(tour: Tour, language: Language) -> str:
    start, end = (place.name_in(language) for place in (tour.start, tour.end))
    if tour.start == tour.end:
        return words.FROM.in_(language).format(start)
    return words.FROM_TO.in_(language).format(start, end)


def _figures(tour: Tour, language: Language) -> list[str]:
    minutes = round(tour.walk_time.total_seconds() / 60)
    on_foot = words.ON_FOOT.in_(language).format(
        distance(tour.walk_m, language), span(minutes, language)
    )
    found = [words.stops(len(tour.stops), language), on_foot]
    if len(tour.parts) == 1:
        found.insert(0, f"{tour.request.depart:%H:%M} – {tour.arrive:%H:%M}")
    return found


Telling = tuple[Language, Links, Notes, "count[int]"]
"""How it is told: in which language, with which addresses, notes and numbers."""


def _entries(tour: Tour, part: Part, told: Telling) -> Iterator[dict[str, Any]]:
    language, _links, _notes, number = told
    yield _end(f"{part.depart:%H:%M}", tour.start.name_in(language))
    for leg, halt in zip(part.legs, part.halts, strict=False):
        yield _leg(leg, tour, language)
        if isinstance(halt, Rest):
            yield _rest(halt, language)
        else:
            yield {**_stop(halt, tour, told), "number": next(number)}
    if part.legs:
        yield _leg(part.legs[-1], tour, language)
    yield _end(f"{part.arrive:%H:%M}", tour.end.name_in(language))


def _end(time: str, name: str) -> dict[str, Any]:
    return {"kind": "end", "time": time, "name": printable(name)}


def _leg(leg: Leg, tour: Tour, language: Language) -> dict[str, Any]:
    return {
        "kind": "leg",
        "says": printable(leg_words(leg, language)),
        "steps": [printable(step) for step in directions(leg, tour, language)],
    }


def _rest(rest: Rest, language: Language) -> dict[str, Any]:
    return {
        "kind": "rest",
        "time": f"{rest.enter:%H:%M}",
        "until": f"{rest.leave:%H:%M}",
        "name": printable(rest_words(rest, language)),
    }


def _stop(stop: Stop, tour: Tour, told: Telling) -> dict[str, Any]:
    language, links, notes, _number = told
    site = stop.site
    followed = tour.trail.how(site.slug, language) if tour.trail else ""
    return {
        "kind": "stop",
        "slug": site.slug,
        "time": f"{stop.enter:%H:%M}",
        "until": f"{stop.leave:%H:%M}",
        "stay": span(round((stop.leave - stop.enter).total_seconds() / 60), language),
        "name": printable(site.name.in_(language)),
        "address": printable(site.address.street.in_(language)) if site.address else "",
        "lede": _claims(site.lede, language, notes),
        "story": [_claims(passage, language, notes) for passage in site.story],
        "notes": [printable(note) for note in _doubts(stop, language) if note],
        "followed": printable(followed),
        "page": links.site(site.slug),
        "short": links.short(site.slug),
    }


def _claims(passage: Passage, language: Language, notes: Notes) -> list[dict[str, Any]]:
    return [_claim(claim, notes) for claim in passage.in_(language)]


def _claim(claim: Claim, notes: Notes) -> dict[str, Any]:
    return {
        "says": printable(claim.text),
        "notes": notes.numbers(claim.sources),
        "tradition": claim.by_tradition,
    }


def _doubts(stop: Stop, language: Language) -> Iterator[str]:
    """Say what a visitor has to know of doors, feasts and doubts."""
    site = stop.site
    if stop.wait:
        yield words.WAIT.in_(language).format(f"{stop.enter:%H:%M}")
    yield words.hours(site.hours, language)
    if not stop.is_sure:
        yield words.ASK.in_(language)
    elif stop.is_stale and site.hours.checked:
        yield words.STALE.in_(language).format(f"{site.hours.checked:%d/%m/%Y}")
    if stop.feast:
        feast = stop.feast.festival.name.in_(language)
        when = held_words(stop.feast, language)
        yield words.FEAST.in_(language).format(feast, when)
    yield from words.access(site.access, language)
    if site.way_in and site.way_in.radius_m > words.DOUBT_M:
        yield words.UNCERTAIN.in_(language).format(site.way_in.radius_m)


def _source(source: Source | None, key: str, language: Language) -> str:
    if source is None:
        return printable(key)
    parts = [source.title.in_(language), source.publisher.in_(language)]
    parts += [given for given in (source.date, source.url) if given]
    return printable(". ".join(part.rstrip(".") for part in parts if part))
