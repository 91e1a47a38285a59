"""Read a request from words, and write it as words.

The address, the form, the API and the command line share the same words:
``from=ga-hai-phong&minutes=120&like=revolutionary&depart=2026-11-22T08:00``.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from guide.asked.naming import old_names, written_names
from guide.asked.wishes import read_wishes, wishes_to_words
from guide.asked.words import Words, choice, count, many, moment, number, one
from guide.asked.words import where as _where
from guide.asked.words import written as _written
from guide.bad_request import BadMinutes, Contradiction, Missing
from guide.pace import DEFAULT_PUPILS, MOST_PUPILS, PACES, WALKERS
from guide.request import TourRequest
from guide.wishes import Style, Where
from sites.city import City
from sites.model import Kind

MIN_MINUTES, MAX_MINUTES = 15, 720
"""Less is no walk; more is no day on foot."""

DEFAULT_MINUTES = 120

MIN_REACH, DEFAULT_REACH, MAX_REACH = 1, 15, 120
"""How many minutes on foot one may ask to see on a map at once."""

MORNING, EVENING = 8, 17
"""The hours between which the form offers to leave now, and not tomorrow morning."""


def read_request(words: Words, city: City, now: datetime) -> TourRequest:
    """Read what a visitor asks for; fields that are not known are not looked at.

    Args:
        words: ``from`` is required; all others have defaults. docs/api.md lists them.
        city: whose zone a moment without one is in.
        now: when to leave if nothing is said; aware.

    Raises:
        BadRequest: a field cannot be read; the error names it and says what to write.
    """
    start = _place(words, "from", city)
    if start is None:
        raise Missing("from")
    depart = _departure(one(words, "depart"), city, now)
    request = TourRequest(
        start=start,
        end=_place(words, "to", city),
        depart=depart,
        minutes=_minutes("minutes", one(words, "minutes")),
        likes=frozenset(_kinds("like", many(words, "like"))),
        pace=choice("pace", one(words, "pace") or "normal", PACES),
        walker=choice("walker", one(words, "walker") or "adult", WALKERS),
        pupils=_pupils("pupils", one(words, "pupils")),
        must=many(words, "must"),
        never=many(words, "never"),
        wishes=read_wishes(words, city, depart),
        style=choice("style", one(words, "style") or "most", _STYLES),
        names=old_names("names", one(words, "names")),
    )
    refuse_contradictions(request)
    return request


def read_reach(words: Words, city: City, now: datetime) -> TourRequest:
    """Read what a visitor asks who wants to know how far one gets.

    Args:
        words: ``from`` is required; the minutes have another default and other limits
            than those of a walk.
        city: whose zone a moment without one is in.
        now: when to leave; aware.

    Raises:
        BadRequest: a field cannot be read; the error names it and says what to write.
    """
    given = one(words, "minutes") or str(DEFAULT_REACH)
    minutes = count("minutes", given, MIN_REACH, MAX_REACH)
    rest = {name: values for name, values in words.items() if name != "minutes"}
    return replace(read_request(rest, city, now), minutes=minutes)


_STYLES = {style.value: style for style in Style}


def refuse_contradictions(request: TourRequest) -> None:
    """See that nothing is wanted and not wanted at once.

    Raises:
        Contradiction: a site is; the error names the field that wants it.
    """
    both = {s: field for s, field in request.wanted.items() if s in request.never}
    for field in sorted(both.values(), key="must".__ne__):
        raise Contradiction(field, sorted(s for s, f in both.items() if f == field))


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
        "walker": "" if request.walker == WALKERS["adult"] else request.walker.name,
        "pupils": _written_pupils(request),
        "must": ",".join(request.must),
        "never": ",".join(request.never),
        **wishes_to_words(request.wishes, request.depart),
        "style": "" if request.style is Style.MOST else request.style.value,
        "names": written_names(request.names),
    }
    return {name: value for name, value in words.items() if value}


def next_departure(now: datetime) -> datetime:
    """Return the next full five minutes, ``now`` itself if it is one."""
    late = now + timedelta(minutes=5, microseconds=-1)
    return late.replace(minute=late.minute // 5 * 5, second=0, microsecond=0)


def next_walk(now: datetime) -> datetime:
    """Return when a walk is likely to be wanted next: by day, at full five minutes."""
    soon = next_departure(now)
    if soon.hour < MORNING:
        return soon.replace(hour=MORNING, minute=0)
    if soon.hour >= EVENING:
        return soon.replace(hour=MORNING, minute=0) + timedelta(days=1)
    return soon


def _place(words: Words, field: str, city: City) -> Where | None:
    given = one(words, field)
    return _where(field, given, city) if given else None


def _departure(given: str, city: City, now: datetime) -> datetime:
    if given:
        return moment("depart", given, city)
    return next_departure(now.astimezone(city.zone))


def _minutes(field: str, given: str) -> int:
    if not given:
        return DEFAULT_MINUTES
    minutes = number(given)
    if minutes is None or not MIN_MINUTES <= minutes <= MAX_MINUTES:
        raise BadMinutes(field, given, MIN_MINUTES, MAX_MINUTES)
    return minutes


def _pupils(field: str, given: str) -> int:
    return count(field, given, 1, MOST_PUPILS) if given else DEFAULT_PUPILS


def _written_pupils(request: TourRequest) -> str:
    return "" if request.pupils == DEFAULT_PUPILS else str(request.pupils)


def _kinds(field: str, given: Iterable[str]) -> Iterable[Kind]:
    known = {kind.value: kind for kind in Kind}
    return [choice(field, word, known) for word in given]
