"""Valid records with as little in them as possible; a test changes what it is about."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from sites.catalogue import Catalogue
from sites.festivals import Calendar, Cancelled, Festival
from sites.hours import UNKNOWN, Hours, MoonDays, Repair
from sites.model import Kind, Location, Site, Spot, Standpoint
from sites.names import Text
from sites.position import Position
from sites.sources import Claim, Passage, Source

KEY = "a-source"
"""The key of the source behind everything that these records claim."""


def claims(*sentences: str, sources: tuple[str, ...] = (KEY,)) -> tuple[Claim, ...]:
    return tuple(Claim(sentence, sources) for sentence in sentences)


def passage(vi: str = "Một câu.", en: str = "A sentence.") -> Passage:
    return Passage(vi=claims(vi), en=claims(en))


def source(key: str = KEY, **changes: Any) -> Source:
    valid = Source(
        key=key,
        title=Text(vi="Một cuốn sách", en="A book"),
        publisher=Text(vi="Một nhà xuất bản", en="A publisher"),
        date=None,
        language="vi",
        url=None,
    )
    return replace(valid, **changes)


def location(lat: float = 20.86, lon: float = 106.69) -> Location:
    return Location(
        position=Position(lat, lon),
        radius_m=30,
        basis=Text(vi="Theo bản đồ.", en="From a map."),
        sources=(KEY,),
    )


def site(slug: str = "a-site", **changes: Any) -> Site:
    valid = Site(
        slug=slug,
        kind=Kind.LANDMARK,
        name=Text(vi="Một nơi", en="A place"),
        also=(),
        lede=passage(),
        story=(),
        address=None,
        wards=(),
        location=location(),
        position_note=None,
        visit=timedelta(minutes=20),
        interest=3,
        hours=UNKNOWN,
    )
    return replace(valid, **changes)


def catalogue(*sites: Site, sources: tuple[Source, ...] = (source(),)) -> Catalogue:
    return Catalogue(sites, sources)


def festival(day: int = 8, month: int = 2, **changes: Any) -> Festival:
    """Return the feast of the 8th of the second lunar month, one day long."""
    values: dict[str, Any] = {
        "key": "feast",
        "name": Text(vi="Hội", en="Feast"),
        "calendar": Calendar.LUNAR,
        "sources": (KEY,),
    }
    return Festival(**values | {"month": month, "day": day} | changes)


OFF_2027 = Cancelled(
    year=2027, reason=Text(vi="đền tu bổ", en="repairs"), sources=(KEY,)
)

VARIED = Hours(
    rule="Mo-Su 08:00-17:00; PH off",
    sources=(KEY,),
    checked=date(2026, 11, 22),
    moon=(
        MoonDays(days=(1, 15), opens=time(5), closes=time(), sources=(KEY,)),
        MoonDays(days=(23,), months=(11, 12)),
    ),
    repairs=(
        Repair(
            since=date(2027, 1, 5),
            until=date(2027, 2, 28),
            reason=Text(vi="tu bổ", en="works"),
            sources=(KEY,),
        ),
        Repair(since=date(2028, 1, 5), until=None, reason=Text(vi="mái", en="roof")),
    ),
)
"""Hours with every exception that there is."""

STANDPOINTS = (
    Standpoint(spot=Spot.GATE, location=location(20.8601, 106.6901)),
    Standpoint(
        spot=Spot.VIEWPOINT,
        location=replace(location(20.8602, 106.6902), sources=()),
        name=Text(vi="bên kia đường", en="across the street"),
    ),
)
"""A gate, and a viewpoint that has a name and no source."""

FESTIVE = site(
    "festive",
    hours=VARIED,
    festivals=(
        festival(days=3, note=Text(vi="Đông.", en="Crowded."), cancelled=(OFF_2027,)),
        festival(13, 5, key="solar", calendar=Calendar.SOLAR, sources=()),
        festival(30, 12, key="last", cancelled=(OFF_2027,)),
    ),
)
"""A site with all that may happen at one."""
