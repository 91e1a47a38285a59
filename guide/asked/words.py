"""Read the values of one field: texts, numbers, choices, places, moments."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import TypeVar

from guide.bad_request import BadChoice, BadCount, BadMoment, BadPlace, BadWish
from guide.wishes import Where
from sites.city import City
from sites.errors import BadPosition
from sites.position import Position

FIRST_YEAR, LAST_YEAR = 2000, 2100

Words = Mapping[str, Sequence[str]]
"""The values given for each field; a value may hold several, parted by commas."""

T = TypeVar("T")


def one(words: Words, field: str) -> str:
    """Return the last value that is not empty: a form sends empty ones along."""
    given = [value.strip() for value in words.get(field, ()) if value.strip()]
    return given[-1] if given else ""


def many(words: Words, field: str, between: str = ",") -> tuple[str, ...]:
    """Return each value once, in the order given."""
    given = (
        part.strip() for value in words.get(field, ()) for part in value.split(between)
    )
    return tuple(dict.fromkeys(part for part in given if part))


def choice(field: str, given: str, known: Mapping[str, T]) -> T:
    """Return what a word stands for.

    Raises:
        BadChoice: it is none of those that the field knows.
    """
    try:
        return known[given]
    except KeyError:
        raise BadChoice(field, given, known) from None


def number(given: str) -> int | None:
    """Read a whole number, 0 or more; None where the word is none."""
    # int() takes "1_0" and other scripts' figures; isascii and isdecimal do not.
    if given.isascii() and given.isdecimal() and len(given) <= 6:
        return int(given)
    return None


def count(field: str, given: str, low: int, high: int) -> int:
    """Read a whole number between two limits, both included.

    Raises:
        BadCount: it is none, or too small or large.
    """
    found = number(given)
    if found is None or not low <= found <= high:
        raise BadCount(field, given, low, high)
    return found


def where(field: str, given: str, city: City) -> Where:
    """Read a place: a position, or the name of a site.

    Whether one can walk there is for the streets to say: they may be of another city.

    Raises:
        BadPlace: the position is none.
    """
    numbers = _numbers(given)
    if numbers is None:
        return given
    try:
        return Position(*numbers)
    except (BadPosition, TypeError):
        raise BadPlace(field, given, city.name.en) from None


def _numbers(given: str) -> list[float] | None:
    """Read numbers parted by a comma; None where the words are none."""
    # float() also takes "1_0" and the figures of other scripts.
    if not given.isascii() or "_" in given:
        return None
    try:
        return [float(part) for part in given.split(",")]
    except ValueError:
        return None


def written(place: Where) -> str:
    """Write a place so that ``where`` reads the same one back."""
    if isinstance(place, Position):
        return f"{place.lat:.6f},{place.lon:.6f}"
    return place


def moment(field: str, given: str, city: City) -> datetime:
    """Read a date and time, in the city's zone where none is said.

    Raises:
        BadMoment: it is none, or of another century.
    """
    try:
        found = datetime.fromisoformat(given)
        # A day says nothing of the hour; and fromisoformat() takes a NUL at the end.
        if len(given) <= len("2026-11-22") or not given.isprintable():
            raise BadMoment(field, given)
        if found.tzinfo is None:
            found = found.replace(tzinfo=city.zone)
        found = found.astimezone(city.zone)
    except (ValueError, OverflowError):
        raise BadMoment(field, given) from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise BadMoment(field, given)
    return found.replace(second=0, microsecond=0)


def clock(given: str) -> time | None:
    """Read a time of day like 9:05 or 09:05; None where the words are none."""
    hours, colon, minutes = given.partition(":")
    hour, minute = number(hours), number(minutes)
    if not colon or len(minutes) != 2 or hour is None or minute is None:
        return None
    return time(hour, minute) if hour < 24 and minute < 60 else None


def pair(field: str, given: str, between: str, like: str) -> tuple[str, str]:
    """Read two words with a sign between them.

    Raises:
        BadWish: one is missing; it says what to write.
    """
    left, _sign, right = (part.strip() for part in given.partition(between))
    if not left or not right:
        raise BadWish(field, given, like)
    return left, right
