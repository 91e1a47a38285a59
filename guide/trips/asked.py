"""Read a trip from the fields of a form; what is kept of them; a copy for another year.

A trip is kept as the words that were typed: what can be wrong with them is said when
they are read, also a year later.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from guide.asked.words import choice, clock, count, many, moment, one, where
from guide.bad_request import BadWish
from guide.pace import PACES
from guide.trips.errors import BadClasses, NotSaid
from guide.trips.facts import FACTS
from guide.trips.question import Lunch, SchoolClass, Trip
from guide.wishes import Where
from sites.city import City

Words = Mapping[str, Sequence[str]]

PLAIN = (
    "classes", "adults", "age_from", "age_to", "wheelchairs", "pace", "from", "to",
    "depart", "minutes", "ratio", "groups", "stop", "most_stops", "toilets_every",
    "lunch_minutes", "lunch_from", "lunch_to", "lunch_place",
)  # fmt: skip
BY_STOP = ("holds_", "objective_", "toilet_")
FACT = "fact_"

LONGEST, MOST_FIELDS = 2000, 300
"""More than this of a field, or more fields, nobody types into a form of ours."""

MOST_CLASSES, MOST_PUPILS, MOST_ADULTS = 40, 300, 400
MIN_MINUTES, MAX_MINUTES = 45, 600
MOST_TRIP_STOPS = 8

CLASS = re.compile(r"(?P<name>[^:\n]{1,12}?)\s*:\s*(?P<pupils>[0-9]{1,3})")

OF_ONE_YEAR = {"classes", "adults", "wheelchairs", "depart", "groups"}
"""Dates and people: a copy for another year begins without them."""


def kept(fields: Words) -> dict[str, list[str]]:
    """Return what is kept of a form: the fields that are known, without empty ones."""
    found = {}
    for name, values in islice(fields.items(), MOST_FIELDS):
        given = [_cleaned(value) for value in values[:MOST_FIELDS] if value.strip()]
        if given and _is_known(name):
            found[name] = given
    return found


def _cleaned(value: str) -> str:
    """Drop signs that nobody types, but keep the ends of lines."""
    lines = value[:LONGEST].replace("\r", "").split("\n")
    printable = ("".join(filter(str.isprintable, line)) for line in lines)
    return "\n".join(printable).strip()


def _is_known(name: str) -> bool:
    if name.startswith(FACT):
        return name.removeprefix(FACT) in FACTS
    return name in PLAIN or name.startswith(BY_STOP)


def for_another_year(words: Words) -> dict[str, list[str]]:
    """Return the words of a trip without dates and people."""
    personal = {FACT + key for key, fact in FACTS.items() if fact.of_people}
    gone = OF_ONE_YEAR | personal
    return {name: list(values) for name, values in words.items() if name not in gone}


def read_trip(words: Words, city: City) -> Trip:
    """Read what a teacher asks for.

    Args:
        words: fields as ``kept`` keeps them.
        city: in whose zone times are.

    Raises:
        BadTrip, BadRequest: a field cannot be read; the error names it.
    """
    for field in ("classes", "from", "depart"):
        if not one(words, field):
            raise NotSaid(field)
    return Trip(
        classes=_classes(one(words, "classes")),
        adults=_count(words, "adults", 0, MOST_ADULTS) or 0,
        ages=_ages(words),
        wheelchairs=_count(words, "wheelchairs", 0, 20) or 0,
        pace=choice("pace", one(words, "pace") or "normal", PACES),
        start=where("from", one(words, "from"), city),
        end=where("to", one(words, "to"), city) if one(words, "to") else None,
        depart=moment("depart", one(words, "depart"), city),
        minutes=_count(words, "minutes", MIN_MINUTES, MAX_MINUTES) or 180,
        ratio=_count(words, "ratio", 1, 60),
        groups=_count(words, "groups", 1, MOST_PUPILS),
        stops=many(words, "stop"),
        most_stops=_count(words, "most_stops", 1, MOST_TRIP_STOPS) or 4,
        toilets_every=_count(words, "toilets_every", 20, 300),
        lunch=_lunch(words, city),
        holds=_holds(words),
        objectives={
            name.removeprefix("objective_"): one(words, name)
            for name in words
            if name.startswith("objective_")
        },
        toilets=frozenset(
            name.removeprefix("toilet_") for name in words if name.startswith("toilet_")
        ),
        facts={
            name.removeprefix(FACT): one(words, name)
            for name in words
            if name.startswith(FACT)
        },
    )


def _count(words: Words, field: str, low: int, high: int) -> int | None:
    given = one(words, field)
    return count(field, given, low, high) if given else None


def _classes(given: str) -> tuple[SchoolClass, ...]:
    lines = [line.strip() for line in re.split(r"[\n;]", given) if line.strip()]
    found: list[SchoolClass] = []
    for line in lines[:MOST_CLASSES]:
        read = CLASS.fullmatch(line)
        if not read:
            raise BadClasses("classes", line)
        pupils = count("classes", read["pupils"], 1, MOST_PUPILS)
        found.append(SchoolClass(read["name"].strip(), pupils))
    names = [one_class.name for one_class in found]
    if len(set(names)) < len(names):
        raise BadClasses("classes", next(n for n in names if names.count(n) > 1))
    return tuple(found)


def _ages(words: Words) -> tuple[int, int] | None:
    low, high = (_count(words, field, 3, 20) for field in ("age_from", "age_to"))
    known = [age for age in (low, high) if age is not None]
    return (min(known), max(known)) if known else None


def _lunch(words: Words, city: City) -> Lunch | None:
    minutes = _count(words, "lunch_minutes", 15, 120)
    if minutes is None:
        return None
    begin = one(words, "lunch_from") or "10:45"
    end = one(words, "lunch_to") or "12:45"
    earliest, latest = clock(begin), clock(end)
    if earliest is None or latest is None or earliest >= latest:
        raise BadWish("lunch_from", f"{begin}–{end}", "10:45–12:45")
    place: Where | None = None
    if given := one(words, "lunch_place"):
        place = where("lunch_place", given, city)
    return Lunch(minutes, earliest, latest, place)


def _holds(words: Words) -> dict[str, int]:
    return {
        name.removeprefix("holds_"): count(name, one(words, name), 1, 999)
        for name in words
        if name.startswith("holds_")
    }
