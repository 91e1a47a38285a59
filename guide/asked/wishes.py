"""Read the further wishes of a visitor from words, and write them as words."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from guide.asked.words import (
    Words,
    choice,
    clock,
    count,
    many,
    moment,
    one,
    pair,
    where,
    written,
)
from guide.bad_request import BadWish, TooManyWalks
from guide.streets.profile import Profile
from guide.wishes import ONE_DAY, Appointment, Break, Wishes
from sites.city import City
from sites.model import Kind

MOST_STOPS = 60
MIN_WALK_M, MAX_WALK_M = 100, 60_000
MIN_BREAK, MAX_BREAK = 5, 180
MOST_DAYS, MOST_GROUPS, MOST_WALKS = 7, 7, 7
"""More walks at once take longer to plan than anybody waits for a page."""

LIKE_BEFORE = "den-nghe:chua-do"
LIKE_AT = "chua-do@09:30"
LIKE_MOST = "religious:2"
LIKE_BREAK = "30@11:30-13:00 / 30@11:30-13:00@nha-hat-lon"
"""How a wish is written: what an error shows."""

YES = {"yes": True, "no": False}
ONLY = {"sure": True, "any": False}

STREETS = {"no-steps": "step_free", "quiet": "quiet", "lit": "lit"}
"""What may be said of streets, and what that is called in a profile."""


def read_wishes(words: Words, city: City, depart: datetime) -> Wishes:
    """Read everything beyond start, end, time, interests and pace.

    Args:
        words: the fields ``follow``, ``first``, ``last``, ``order``, ``before``,
            ``at``, ``stops``, ``most``, ``walk``, ``break``, ``varied``, ``streets``,
            ``only``, ``days``, ``groups``.
        city: whose zone times are in.
        depart: times of day mean the next ones after it.

    Raises:
        BadRequest: a field cannot be read; the error names it and says what to write.
    """
    days = _count(words, "days", 1, MOST_DAYS) or 1
    groups = _count(words, "groups", 1, MOST_GROUPS) or 1
    if days * groups > MOST_WALKS:
        raise TooManyWalks("groups", days, groups, MOST_WALKS)
    return Wishes(
        follow=one(words, "follow") or None,
        first=one(words, "first") or None,
        last=one(words, "last") or None,
        order=many(words, "order"),
        before=tuple(_before(given) for given in many(words, "before")),
        at=tuple(_at(given, city, depart) for given in many(words, "at")),
        max_stops=_count(words, "stops", 1, MOST_STOPS),
        most=_in_order(dict(map(_most, many(words, "most")))),
        max_walk_m=_count(words, "walk", MIN_WALK_M, MAX_WALK_M),
        breaks=tuple(_break(given, city) for given in many(words, "break", ";")),
        varied=choice("varied", one(words, "varied") or "no", YES),
        streets=_streets(many(words, "streets")),
        sure=choice("only", one(words, "only") or "any", ONLY),
        days=days,
        groups=groups,
    )


def wishes_to_words(wishes: Wishes, depart: datetime) -> dict[str, str]:
    """Write wishes so that ``read_wishes`` reads the same back; "" is the default."""
    return {
        "follow": wishes.follow or "",
        "first": wishes.first or "",
        "last": wishes.last or "",
        "order": ",".join(wishes.order),
        "before": ",".join(f"{site}:{other}" for site, other in wishes.before),
        "at": ",".join(_written_at(wish, depart) for wish in wishes.at),
        "stops": _number(wishes.max_stops),
        "most": ",".join(f"{kind}:{most}" for kind, most in wishes.most),
        "walk": _number(wishes.max_walk_m),
        "break": ";".join(map(_written_break, wishes.breaks)),
        "varied": "yes" if wishes.varied else "",
        "streets": ",".join(streets_wanted(wishes.streets)),
        "only": "sure" if wishes.sure else "",
        "days": "" if wishes.days == 1 else str(wishes.days),
        "groups": "" if wishes.groups == 1 else str(wishes.groups),
    }


def _streets(given: Iterable[str]) -> Profile:
    return Profile(**{choice("streets", word, STREETS): True for word in given})


def streets_wanted(profile: Profile) -> list[str]:
    """List what is said of streets, in one order: one wish has one address."""
    return [word for word, name in STREETS.items() if getattr(profile, name)]


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _count(words: Words, field: str, low: int, high: int) -> int | None:
    given = one(words, field)
    return count(field, given, low, high) if given else None


def _before(given: str) -> tuple[str, str]:
    site, other = pair("before", given, ":", LIKE_BEFORE)
    if site == other:
        raise BadWish("before", given, LIKE_BEFORE)
    return site, other


def _at(given: str, city: City, depart: datetime) -> Appointment:
    """Read a site and a time of day, or a site and a moment."""
    site, when = pair("at", given, "@", LIKE_AT)
    if "T" in when:
        return Appointment(site, moment("at", when, city))
    time_of_day = clock(when)
    if time_of_day is None:
        raise BadWish("at", given, LIKE_AT)
    return Appointment(site, _next(time_of_day, depart))


def _next(when: time, depart: datetime) -> datetime:
    """Return the first moment at or after the departure at which a clock shows it."""
    found = depart.replace(hour=when.hour, minute=when.minute, second=0, microsecond=0)
    return found if found >= depart else found + ONE_DAY


def _written_at(wish: Appointment, depart: datetime) -> str:
    soon = timedelta() <= wish.moment - depart < ONE_DAY
    pattern = "%H:%M" if soon else "%Y-%m-%dT%H:%M"
    return f"{wish.site}@{wish.moment:{pattern}}"


def _most(given: str) -> tuple[Kind, int]:
    kind, most = pair("most", given, ":", LIKE_MOST)
    known = {kind.value: kind for kind in Kind}
    return choice("most", kind, known), count("most", most, 0, MOST_STOPS)


def _in_order(most: dict[Kind, int]) -> tuple[tuple[Kind, int], ...]:
    """List the kinds in their own order: one wish has one address."""
    return tuple((kind, most[kind]) for kind in Kind if kind in most)


def _break(given: str, city: City) -> Break:
    minutes, _sign, rest = given.partition("@")
    span, _sign, places = rest.partition("@")
    begin, _sign, end = span.partition("-")
    earliest, latest = clock(begin.strip()), clock(end.strip())
    if earliest is None or latest is None or earliest == latest:
        raise BadWish("break", given, LIKE_BREAK)
    return Break(
        minutes=count("break", minutes.strip(), MIN_BREAK, MAX_BREAK),
        earliest=earliest,
        latest=latest,
        places=tuple(where("break", place, city) for place in _places(places)),
    )


def _places(given: str) -> Iterable[str]:
    return dict.fromkeys(part.strip() for part in given.split("|") if part.strip())


def _written_break(wish: Break) -> str:
    words = f"{wish.minutes}@{wish.earliest:%H:%M}-{wish.latest:%H:%M}"
    places = "|".join(map(written, wish.places))
    return f"{words}@{places}" if places else words
