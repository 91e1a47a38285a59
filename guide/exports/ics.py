"""iCalendar: each walk of a tour as an appointment, with its timetable.

Source: RFC 5545, https://doi.org/10.17487/RFC5545.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, timedelta

from icalendar import Alarm, Calendar, Event

from guide.asked import to_words
from guide.exports.booklet import printable
from guide.exports.format import Format, Setting
from guide.feed import zone
from guide.links import NO_LINKS, Links
from guide.tour import Part, Rest, Tour
from guide.wording import part_name, rest_words, tour_name
from sites.names import Language, Text

PRODUCT = "-//Heritage guide//Tours//EN"

BEFORE = timedelta(minutes=30)
"""So long before a walk its calendar reminds of it."""


def render(tour: Tour, language: Language) -> bytes:
    """Write ``tour`` as iCalendar, without its address."""
    return _calendar(tour, language, NO_LINKS)


def paint(tour: Tour, language: Language, setting: Setting) -> bytes:
    """Write ``tour`` as iCalendar, with the address of its page."""
    return _calendar(tour, language, setting.links)


def _calendar(tour: Tour, language: Language, links: Links) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    last = tour.parts[-1].arrive
    city = tour.around.catalogue.city
    calendar.add_component(zone(city.zone.key, last.year + 1))
    for place, part in enumerate(tour.parts):
        event = _event(tour, place, language, links)
        event.add("dtstart", part.depart)
        event.add("dtend", max(part.arrive, part.depart))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(tour: Tour, place: int, language: Language, links: Links) -> Event:
    part, event = tour.parts[place], Event()
    names = [tour_name(tour, language), part_name(tour, place, language)]
    name = printable(", ".join(filter(None, names)))
    event.add("uid", f"{_digest(tour)}-{place}@{tour.around.catalogue.city.slug}")
    # The same tour gives the same bytes: it has no other moment than its own.
    event.add("dtstamp", tour.request.depart.astimezone(UTC))
    event.add("summary", name)
    event.add("location", printable(tour.start.name_in(language)))
    event.add("geo", tour.start.position.lat_lon)
    lines = [*_timetable(tour, part, language), links.tour, printable(tour.attribution)]
    event.add("description", "\n".join(filter(None, lines)))
    if links.tour:
        event.add("url", links.tour)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -BEFORE)
    alarm.add("description", name)
    event.add_component(alarm)
    return event


def _timetable(tour: Tour, part: Part, language: Language) -> Iterator[str]:
    yield f"{part.depart:%H:%M} {printable(tour.start.name_in(language))}"
    for halt in part.halts:
        name = halt.name.in_(language)
        words = rest_words(halt, language) if isinstance(halt, Rest) else name
        yield f"{halt.enter:%H:%M}–{halt.leave:%H:%M} {printable(words)}"
    yield f"{part.arrive:%H:%M} {printable(tour.end.name_in(language))}"


def _digest(tour: Tour) -> str:
    words = json.dumps(to_words(tour.request), sort_keys=True)
    return hashlib.sha256(words.encode()).hexdigest()[:24]


FORMAT = Format(
    "ics", Text(vi="Lịch (iCalendar)", en="Calendar (iCalendar)"), "text/calendar",
    render, paint=paint,
)  # fmt: skip
