"""The sun on the day of a walk: when it is light, and when it is too hot at noon."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from astral import Depression, Observer
from astral.sun import dawn, dusk, sunrise, sunset

from guide.tour import Part, Tour
from sites.position import Position

HOT_MONTHS = range(5, 10)
"""May to September. All accounts of the city's climate call May to August hot and damp,
and differ on the months beside them; in September the sun at noon is still higher than
in April, and the air damper."""

HOT_FROM, HOT_TO = time(11), time(15)
"""The hours around the highest sun, which here is at about 11.45, and the hottest air,
which comes some two hours later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Daylight:
    """When the sun rises and sets on a day, and when it becomes light and dark.

    ``light`` and ``dark`` are the ends of civil twilight: the sun is 6° below the
    horizon, and without lamps one no longer reads an inscription.
    """

    light: datetime
    sunrise: datetime
    sunset: datetime
    dark: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Sky:
    """What the sun means for a tour.

    ``day`` is the daylight of the first walk; None where the sun does not rise or set.
    ``light`` is when it becomes light, for a walk that sets out before; ``dark`` when
    it becomes dark, for a walk that ends later; ``hot`` says that one walks at noon in
    a hot month.
    """

    day: Daylight | None
    light: datetime | None = None
    dark: datetime | None = None
    hot: bool = False


def daylight(day: date, place: Position, zone: tzinfo) -> Daylight | None:
    """Compute when it is light at a place; None where the sun does not rise or set."""
    there = Observer(place.lat, place.lon)
    twilight = Depression.CIVIL
    try:
        return Daylight(
            light=dawn(there, day, twilight, zone),
            sunrise=sunrise(there, day, zone),
            sunset=sunset(there, day, zone),
            dark=dusk(there, day, twilight, zone),
        )
    except ValueError:
        return None


def sky(tour: Tour) -> Sky:
    """Say in which light a tour is walked; of several walks the first in the dark."""
    place, zone = tour.start.position, tour.request.depart.tzinfo
    if zone is None:
        raise ValueError("a tour departs at a time with a zone")
    days = [(part, daylight(part.depart.date(), place, zone)) for part in tour.parts]
    known = [(part, day) for part, day in days if day]
    return Sky(
        day=days[0][1],
        light=_first(day.light for part, day in known if part.depart < day.light),
        dark=_first(day.dark for part, day in known if part.arrive > day.dark),
        hot=any(map(_is_hot, tour.parts)),
    )


def _is_hot(part: Part) -> bool:
    """Tell whether any part of a walk is in the hot hours of a hot month."""
    day, zone = part.depart.date(), part.depart.tzinfo
    while day <= part.arrive.date():
        begin, end = (datetime.combine(day, t, zone) for t in (HOT_FROM, HOT_TO))
        if day.month in HOT_MONTHS and part.depart < end and part.arrive > begin:
            return True
        day += timedelta(days=1)
    return False


def _first(moments: Iterable[datetime]) -> datetime | None:
    return next(iter(moments), None)
