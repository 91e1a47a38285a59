"""When a visit may be: opening hours, how sure they are, and festivals.

On the day of its festival a site is worth more and takes longer; a class is not led
into the crowd.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta

from guide.request import TourRequest
from guide.tour import Reason
from guide.wishes import ONE_DAY
from sites.festivals import Held
from sites.hours import Opening
from sites.model import Site

FESTIVE_WORTH = 2
"""So many times as much a site is worth on the day of its festival. Our own advice."""

FESTIVE_STAY = 1.5
"""So many times as long a visit takes on that day. Our own advice: nobody measured."""

Span = tuple[datetime, datetime]
"""From when to when one may be inside; aware."""


def visits(
    request: TourRequest, site: Site, start: datetime, end: datetime
) -> list[Span]:
    """List when these people may be inside a site, in order.

    Where nobody knows the hours, one may come at any time, unless only what is sure
    was asked for. Who may come to a festival comes on its day; a class on others.
    """
    spans = list(_open(request, site, start, end))
    if not _festive_days(request, site):
        return spans
    if request.walker.column:
        return list(_on(spans, lambda day: not site.festival_on(day)))
    if feast(request, site):
        return list(_on(spans, lambda day: site.festival_on(day) is not None))
    return spans


def feast(request: TourRequest, site: Site) -> Held | None:
    """Return the festival that a visit of these people is a part of.

    None for a class, where an appointment is for another day, and where the doors are
    shut on the day of the festival while these people are on the way.
    """
    pinned = {
        wish.moment.date() for wish in request.wishes.at if wish.site == site.slug
    }
    days = _festive_days(request, site)
    days &= pinned or days
    if request.walker.column or not days:
        return None
    inside = _on(_on_the_way(request, site), days.__contains__)
    return site.festival_on(min(days)) if any(inside) else None


def stay_s(request: TourRequest, site: Site) -> int:
    """Return how long a visit takes these people, a festival on that day included."""
    return request.stay_s(site, FESTIVE_STAY if feast(request, site) else 1.0)


def worth(request: TourRequest, site: Site) -> int:
    """Return how many points of interest a site has for these people."""
    return site.interest * (FESTIVE_WORTH if feast(request, site) else 1)


def refusal(request: TourRequest, site: Site) -> Reason | None:
    """Say why a site is refused that other people, or without a wish, could visit.

    That is, its hours are unknown and only what is sure was asked for, or it has its
    festival and a class walks. One that is closed anyway is not refused.
    """
    if request.wishes.sure:
        found = [o for span in _walks(request) for o in site.hours.openings(*span)]
        if found and not any(opening.sure for opening in found):
            return Reason.UNSURE
    if not (request.walker.column and _festive_days(request, site)):
        return None
    spans = list(_on_the_way(request, site))
    calm = _on(spans, lambda day: not site.festival_on(day))
    return Reason.FESTIVAL if spans and not any(calm) else None


def _walks(request: TourRequest) -> list[Span]:
    length = timedelta(minutes=request.minutes)
    return [(leave, leave + length) for leave in sorted(set(request.departures))]


def _open(
    request: TourRequest, site: Site, start: datetime, end: datetime
) -> Iterator[Span]:
    for opening in _wanted(request, site.hours.openings(start, end)):
        yield opening.start, opening.end


def _wanted(request: TourRequest, openings: Iterable[Opening]) -> Iterator[Opening]:
    for opening in openings:
        if opening.sure or not request.wishes.sure:
            yield opening


def _on_the_way(request: TourRequest, site: Site) -> Iterator[Span]:
    for start, end in _walks(request):
        yield from _open(request, site, start, end)


def _festive_days(request: TourRequest, site: Site) -> set[date]:
    """Return the days of the walks on which a site has a festival."""
    if not site.festivals:
        return set()
    days = {
        moment.date()
        for start, end in _walks(request)
        for moment in (start, end - timedelta(seconds=1))
    }
    return {day for day in days if site.festival_on(day)}


def _on(spans: Iterable[Span], keep: Callable[[date], bool]) -> Iterator[Span]:
    """Cut spans to the days that are kept; what goes on over midnight stays whole."""
    found: list[Span] = []
    kept = (part for span in spans for part in _by_day(*span) if keep(part[0].date()))
    for begin, finish in kept:
        goes_on = found and found[-1][1] == begin
        found.append((found.pop()[0] if goes_on else begin, finish))
    yield from found


def _by_day(start: datetime, end: datetime) -> Iterator[Span]:
    while start < end:
        midnight = start.replace(hour=0, minute=0, second=0, microsecond=0) + ONE_DAY
        yield start, min(end, midnight)
        start = midnight
