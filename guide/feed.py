"""The festivals as a calendar that others subscribe to.

Source: RFC 5545, https://doi.org/10.17487/RFC5545; the names of the calendar: RFC 7986.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from icalendar import Calendar, Event, Timezone

from guide.wording import held_words
from sites.catalogue import Catalogue
from sites.festivals import Held
from sites.model import Site
from sites.names import Language, Text

YEARS = 5
"""So many years ahead: calendars ask again, and no feast is moved that far ahead."""

MEDIA_TYPE = "text/calendar"

PRODUCT = "-//Heritage guide//Festivals//EN"
NAME = Text(vi="Lễ hội ở {0}", en="Festivals in {0}")
OFF = Text(vi="Không tổ chức: {0}", en="Not held: {0}")

Address = Callable[[str], str]
"""Returns the whole address of the page of a site."""


def render(
    catalogue: Catalogue, today: date, language: Language, address: Address
) -> bytes:
    """Write every festival of the coming years as iCalendar.

    Args:
        catalogue: whose festivals.
        today: from which day on; also the stamp of the whole, so that one day gives
            the same bytes.
        language: of names and descriptions.
        address: of the page of a site.
    """
    city = catalogue.city
    calendar = Calendar()
    name = NAME.in_(language).format(city.name.in_(language))
    for field, value in {
        "prodid": PRODUCT,
        "version": "2.0",
        "name": name,
        "x-wr-calname": name,
        "x-wr-timezone": city.zone.key,
    }.items():
        calendar.add(field, value)
    calendar.add(
        "refresh-interval", timedelta(days=7), parameters={"value": "DURATION"}
    )
    # Whole days need no zone; those who show the calendar like to know its own.
    calendar.add_component(zone(city.zone.key, today.year + YEARS + 1))
    stamp = datetime.combine(today, time(), UTC)
    for held, site in catalogue.festivals(today, YEARS):
        event = _event(held, site, language)
        event.add("uid", f"{held.festival.key}-{held.year}@{city.slug}.heritage-guide")
        event.add("dtstamp", stamp)
        event.add("url", address(site.slug))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


@lru_cache(maxsize=8)
def zone(key: str, year: int) -> Timezone:
    """Describe a zone until the first of a year; it looks at every day since 1970."""
    return Timezone.from_tzid(key, last_date=date(year, 1, 1))


def _event(held: Held, site: Site, language: Language) -> Event:
    """Write one feast; a cancelled one stays, so that it goes from every calendar."""
    event = Event()
    name = held.festival.name.in_(language)
    words = [held_words(held, language)]
    if held.festival.note:
        words.append(held.festival.note.in_(language))
    if held.cancelled:
        reason = held.cancelled.reason.in_(language)
        words.insert(0, OFF.in_(language).format(reason))
    event.add("summary", name)
    event.add("dtstart", held.first)
    event.add("dtend", held.last + timedelta(days=1))
    event.add("status", "CANCELLED" if held.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("location", site.name.in_(language))
    event.add("description", "\n".join(words))
    if site.location:
        event.add("geo", site.location.position.lat_lon)
    return event
