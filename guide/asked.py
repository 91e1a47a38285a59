"""Read a request from words, and write it as words.

The address, the form, the API and the command line share the same words:
``from=ga-hai-phong&minutes=120&like=revolutionary&depart=2026-11-22T08:00``.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from guide.errors import (
    BadChoice,
    BadMinutes,
    BadMoment,
    BadPlace,
    Contradiction,
    Missing,
)
from guide.pace import PACES
from guide.tour import TourRequest, Where
from sites.city import City
from sites.errors import BadPosition
from sites.model import Kind
from sites.position import Position

MIN_MINUTES, MAX_MINUTES = 15, 720
"""Less is no walk; more is no day on foot."""

DEFAULT_MINUTES = 120

FIRST_YEAR, LAST_YEAR = 2000, 2100

Words = Mapping[str, Sequence[str]]
"""The values given for each field; a value may hold several, parted by commas."""

T = TypeVar("T")


def read_request(words: Words, city: City, now: datetime) -> TourRequest:
    """Read what a visitor asks for; fields that are not known are not looked at.

    Args:
        words: ``from`` is required; ``to``, ``depart``, ``minutes``, ``like``,
            ``pace``, ``must`` and ``never`` have defaults.
        city: whose zone a moment without one is in, and where a position must lie.
        now: when to leave if nothing is said; aware.

    Raises:
        BadRequest: a field cannot be read; the error names it and says what to write.
    """
    start = _where("from", _one(words, "from"), city)
    if start is None:
        raise Missing("from")
    must, never = tuple(_many(words, "must")), tuple(_many(words, "never"))
    if both := sorted({*must} & {*never}):
        raise Contradiction("must", both)
    return TourRequest(
        start=start,
        end=_where("to", _one(words, "to"), city),
        depart=_moment("depart", _one(words, "depart"), city, now),
        minutes=_minutes("minutes", _one(words, "minutes")),
        likes=frozenset(_choices("like", _many(words, "like"))),
        pace=_choice("pace", _one(words, "pace") or "normal", PACES),
        must=must,
        never=never,
    )


def to_words(request: TourRequest) -> dict[str, str]:
    """Write a request so that ``read_request`` reads the same one back.

    Likes stand in the order of the kinds; what has its default is left out, but never
    the departure: an address without it would be another tour tomorrow.
    """
    likes = [kind.value for kind in Kind if kind in request.likes]
    words = {
        "from": _written(request.start),
        "to": _written(request.end) if request.end else "",
        "depart": request.depart.replace(tzinfo=None).isoformat(timespec="minutes"),
        "minutes": str(request.minutes),
        "like": ",".join(likes),
        "pace": "" if request.pace == PACES["normal"] else request.pace.name,
        "must": ",".join(request.must),
        "never": ",".join(request.never),
    }
    return {name: value for name, value in words.items() if value}


def next_departure(now: datetime) -> datetime:
    """Return the next full five minutes, ``now`` itself if it is one."""
    late = now + timedelta(minutes=5, microseconds=-1)
    return late.replace(minute=late.minute // 5 * 5, second=0, microsecond=0)


def _written(where: Where) -> str:
    if isinstance(where, Position):
        return f"{where.lat:.6f},{where.lon:.6f}"
    return where


def _many(words: Words, field: str) -> Iterable[str]:
    """Return each value once, in the order given."""
    given = (
        part.strip() for value in words.get(field, ()) for part in value.split(",")
    )
    return dict.fromkeys(part for part in given if part)


def _one(words: Words, field: str) -> str:
    """Return the last value that is not empty: a form sends empty ones along."""
    given = [value.strip() for value in words.get(field, ()) if value.strip()]
    return given[-1] if given else ""


def _where(field: str, given: str, city: City) -> Where | None:
    if not given:
        return None
    numbers = _numbers(given)
    if numbers is None:
        return given
    try:
        position = Position(*numbers)
    except (BadPosition, TypeError):
        raise BadPlace(field, given, city.name.en) from None
    if not city.box.holds(position):
        raise BadPlace(field, given, city.name.en)
    return position


def _numbers(given: str) -> list[float] | None:
    """Read numbers parted by a comma; None where the words are none."""
    # float() also takes "1_0" and the figures of other scripts.
    if not given.isascii() or "_" in given:
        return None
    try:
        return [float(part) for part in given.split(",")]
    except ValueError:
        return None


def _moment(field: str, given: str, city: City, now: datetime) -> datetime:
    if not given:
        return next_departure(now.astimezone(city.zone))
    try:
        moment = datetime.fromisoformat(given)
        if len(given) <= len("2026-11-22"):
            raise BadMoment(field, given)  # a day says nothing of the hour
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=city.zone)
        moment = moment.astimezone(city.zone)
    except (ValueError, OverflowError):
        raise BadMoment(field, given) from None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise BadMoment(field, given)
    return moment.replace(second=0, microsecond=0)


def _minutes(field: str, given: str) -> int:
    if not given:
        return DEFAULT_MINUTES
    # int() takes "1_0" and other scripts' figures; isascii and isdecimal do not.
    if given.isascii() and given.isdecimal() and len(given) <= 6:
        minutes = int(given)
        if MIN_MINUTES <= minutes <= MAX_MINUTES:
            return minutes
    raise BadMinutes(field, given, MIN_MINUTES, MAX_MINUTES)


def _choices(field: str, given: Iterable[str]) -> Iterable[Kind]:
    known = {kind.value: kind for kind in Kind}
    return [_choice(field, word, known) for word in given]


def _choice(field: str, given: str, known: Mapping[str, T]) -> T:
    try:
        return known[given]
    except KeyError:
        raise BadChoice(field, given, known) from None
