"""How templates write times, distances and dates."""

from datetime import date, datetime, timedelta

from flask import Flask, url_for
from flask_babel import format_date, gettext, ngettext

from guide import (
    direction_words,
    history_words,
    old_names,
    old_words,
    place_words,
    wording,
)
from guide import rule_words as rules
from guide.tour import LeftOut, Leg, Rest, Tour
from guide.web.here import language, services
from guide.wishes import Style
from sites import holidays
from sites.dates import Told
from sites.festivals import Held
from sites.finding import Thing
from sites.history import Event
from sites.model import Kind, Site, Standpoint, Way
from sites.names import Text
from sites.pastnames import PastName
from sites.streets import NamedStreet
from sites.wards import NamedWard


def register(app: Flask) -> None:
    """Give templates the filters of this module."""
    for function in FILTERS:
        app.add_template_filter(function)
    app.context_processor(
        lambda: {
            "attribution": services().streets.attribution,
            "kind_names": {kind.value: kind_name(kind) for kind in Kind},
        }
    )


def clock(moment: datetime) -> str:
    """Write the time of day: ``08:05``."""
    return f"{moment:%H:%M}"


def minutes(span: timedelta) -> str:
    """Write a duration: ``45 phút``, ``2 giờ 05 phút``."""
    hours, rest = divmod(round(span.total_seconds() / 60), 60)
    if not hours:
        return str(ngettext("%(num)s minute", "%(num)s minutes", rest))
    whole = str(ngettext("%(num)s hour", "%(num)s hours", hours))
    if not rest:
        return whole
    return str(gettext("%(hours)s %(rest)s min", hours=whole, rest=rest))


def duration(count: int) -> str:
    """Write a number of minutes as a duration."""
    return minutes(timedelta(minutes=count))


def distance(metres: float) -> str:
    """Write a distance in round figures: ``320 m``, ``1,2 km``."""
    return wording.distance(metres, language())


def day(when: date) -> str:
    """Write a date the way the language does."""
    return str(
        format_date(when, "EEEE, d/M/y" if language() == "vi" else "EEEE, d MMMM y")
    )


def short_day(when: date) -> str:
    """Write a date in figures: ``1/7/2025``, ``1 Jul 2025``."""
    return str(format_date(when, "d/M/y" if language() == "vi" else "d MMM y"))


def soon(when: datetime, now: datetime) -> str:
    """Write a moment that is near: the day is left out where it is today's."""
    days = (when.date() - now.date()).days
    if days == 0:
        return clock(when)
    if days == 1:
        return str(gettext("%(time)s tomorrow", time=clock(when)))
    return str(gettext("%(time)s on %(day)s", time=clock(when), day=day(when)))


def lunar_day(when: date) -> str:
    """Write a date by the moon: ``8/2 âm lịch``."""
    return wording.lunar_words(when, language())


def held(found: Held) -> str:
    """Say when a feast is, by the sun and by the moon."""
    return wording.held_words(found, language())


def rule_words(rule: str) -> str:
    """Write an opening rule in words."""
    return rules.rule_words(rule, language())


def holiday(when: date) -> str:
    """Name the public holiday of a day; "" where it is none."""
    found = holidays.on(when)
    if found is None:
        return ""
    name = found.name.in_(language())
    return name if found.sure else str(gettext("%(name)s, perhaps", name=name))


def site_name(slug: str) -> str:
    """Write the name of the site at an address."""
    return services().catalogue.get(slug).name.in_(language())


def entry_name(slug: str) -> str:
    """Write the name of the person or event at an address."""
    return services().catalogue.history.get(slug).name.in_(language())


def entry_address(slug: str) -> str:
    """Return the address of the page of a person or an event."""
    known = services().catalogue.history.people
    noun = "person" if slug in known else "event"
    return url_for(f"history.{noun}", slug=slug)


def text(both: Text) -> str:
    """Choose the language of a text."""
    return both.in_(language())


def leg_words(leg: Leg) -> str:
    """Say how far a leg is and along which streets."""
    return wording.leg_words(leg, language())


def directions(leg: Leg, tour: Tour) -> list[str]:
    """Say how to walk a leg of a tour, a sentence a step."""
    return direction_words.directions(leg, tour, language())


def old_street_names(tour: Tour) -> tuple[old_names.Walked, ...]:
    """List the streets of a tour that have other names."""
    return old_names.walked(tour)


def old_name_note(name: PastName) -> str:
    """Write an old name of a street with when and where it was used."""
    return old_words.old_name_note(name, language())


def old_name_when(name: PastName) -> str:
    """Write when and where a name was used; "" where that is not known."""
    return old_words.old_name_when(name, language())


def thing_address(thing: Thing) -> str:
    """Return the address of what was found: a page, or a place on the page of names."""
    if isinstance(thing, Site):
        return url_for("visit.site", slug=thing.slug)
    if isinstance(thing, NamedStreet | NamedWard):
        noun = "street" if isinstance(thing, NamedStreet) else "ward"
        return url_for("names.names", _anchor=f"{noun}-{thing.slug}")
    return entry_address(thing.slug)


def thing_noun(thing: Thing) -> str:
    """Say what sort of thing was found."""
    if isinstance(thing, Event):
        return dates(thing.when)
    if isinstance(thing, NamedWard):
        return str(gettext("ward"))
    noun = gettext("street") if isinstance(thing, NamedStreet) else gettext("person")
    return str(noun)


def source_title(key: str) -> str:
    """Name the source of a key; what is no key stays as it is."""
    source = services().catalogue.sources.get(key)
    return source.title.in_(language()) if source else key


def reason_words(out: LeftOut) -> str:
    """Say why a site was left out."""
    return wording.reason_words(out, language())


def change_words(out: LeftOut) -> str:
    """Say what would bring a site in; "" where nothing is known."""
    return wording.change_words(out, language())


def rest_words(rest: Rest) -> str:
    """Say how long one rests, and where."""
    return wording.rest_words(rest, language())


def part_name(tour: Tour, place: int) -> str:
    """Name one walk of several: a day, or a group."""
    return wording.part_name(tour, place, language())


def kind_name(kind: str) -> str:
    """Name a kind of sites."""
    return wording.KIND_NAMES[Kind(kind)].in_(language())


def spot_name(one: Standpoint) -> str:
    """Name a further position of a site."""
    return place_words.spot_name(one, language())


def access_words(way: Way) -> str:
    """Say how far one comes at a site."""
    return place_words.access_words(way, language())


def told(one: Told) -> str:
    """Write a date as it is told."""
    return history_words.told_words(one, language())


def dates(several: tuple[Told, ...]) -> str:
    """Write when something was, by each teller."""
    return history_words.dates_words(several, language())


def event_kind(kind: str) -> str:
    """Name a kind of events."""
    return history_words.EVENT_KINDS[Kind(kind)].in_(language())


def style_name(style: Style) -> str:
    """Name a style of walking."""
    return wording.STYLE_NAMES[style].in_(language())


FILTERS = (
    clock,
    minutes,
    duration,
    distance,
    day,
    short_day,
    soon,
    lunar_day,
    held,
    holiday,
    rule_words,
    site_name,
    entry_name,
    entry_address,
    text,
    leg_words,
    directions,
    old_street_names,
    old_name_note,
    old_name_when,
    thing_address,
    thing_noun,
    source_title,
    reason_words,
    change_words,
    rest_words,
    part_name,
    kind_name,
    style_name,
    spot_name,
    access_words,
    told,
    dates,
    event_kind,
)
