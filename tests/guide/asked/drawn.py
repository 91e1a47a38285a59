"""Requests and wishes drawn at random: all that words can say."""

from datetime import datetime, time, timedelta

from hypothesis import strategies as st

from guide.asked.naming import FIRST_YEAR, LAST_YEAR
from guide.pace import PACES, WALKERS
from guide.request import TourRequest
from guide.streets.profile import Profile
from guide.wishes import Appointment, Break, OldNames, Style, Wishes
from sites.city import HAI_PHONG
from sites.model import Kind
from sites.position import Position

SLUGS = st.from_regex(r"[a-z]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True).filter(
    lambda slug: slug not in {"nan", "inf", "infinity"}
)
POSITIONS = st.builds(
    lambda lat, lon: Position(lat / 1e6, lon / 1e6),
    st.integers(20_800_000, 20_920_000),
    st.integers(106_600_000, 106_780_000),
)
MOMENTS = st.integers(0, 101 * 365 * 24 * 60).map(
    lambda minutes: (
        datetime(2000, 1, 1, tzinfo=HAI_PHONG.zone) + timedelta(minutes=minutes)
    )
)
YEARS = st.integers(FIRST_YEAR, LAST_YEAR)
CLOCKS = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@st.composite
def rests(draw: st.DrawFn) -> Break:
    earliest, latest = draw(st.lists(CLOCKS, min_size=2, max_size=2, unique=True))
    places = draw(st.lists(SLUGS | POSITIONS, unique=True, max_size=3))
    return Break(draw(st.integers(5, 180)), earliest, latest, tuple(places))


@st.composite
def all_wishes(draw: st.DrawFn) -> Wishes:
    days = draw(st.integers(1, 7))
    pairs = st.lists(SLUGS, unique=True, min_size=2, max_size=2)
    kinds = draw(st.lists(st.sampled_from(Kind), unique=True))
    appointments = st.builds(Appointment, SLUGS, MOMENTS)
    return Wishes(
        follow=draw(st.none() | SLUGS),
        first=draw(st.none() | SLUGS),
        last=draw(st.none() | SLUGS),
        order=tuple(draw(st.lists(SLUGS, unique=True, max_size=4))),
        before=tuple(
            (site, other)
            for site, other in draw(st.lists(pairs, max_size=3, unique_by=tuple))
        ),
        at=tuple(draw(st.lists(appointments, unique=True, max_size=3))),
        max_stops=draw(st.none() | st.integers(1, 60)),
        most=tuple((kind, draw(st.integers(0, 60))) for kind in Kind if kind in kinds),
        max_walk_m=draw(st.none() | st.integers(100, 60_000)),
        breaks=tuple(draw(st.lists(rests(), unique=True, max_size=3))),
        varied=draw(st.booleans()),
        streets=draw(st.builds(Profile, st.booleans(), st.booleans(), st.booleans())),
        sure=draw(st.booleans()),
        days=days,
        groups=draw(st.integers(1, 7 // days)),
    )


@st.composite
def requests(draw: st.DrawFn) -> TourRequest:
    wishes = draw(all_wishes())
    names = draw(st.lists(SLUGS, unique=True, max_size=6))
    cut = draw(st.integers(0, len(names)))
    return TourRequest(
        start=draw(SLUGS | POSITIONS),
        end=draw(st.none() | SLUGS | POSITIONS),
        depart=draw(MOMENTS),
        minutes=draw(st.integers(15, 720)),
        likes=draw(st.frozensets(st.sampled_from(Kind))),
        pace=draw(st.sampled_from(list(PACES.values()))),
        walker=draw(st.sampled_from(list(WALKERS.values()))),
        pupils=draw(st.integers(1, 200)),
        must=tuple(names[:cut]),
        never=tuple(name for name in names[cut:] if name not in wishes.needed),
        wishes=wishes,
        style=draw(st.sampled_from(Style)),
        names=draw(st.none() | st.builds(OldNames, st.none() | YEARS)),
    )
