"""Valid records with as little in them as possible; a test changes what it is about."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from sites.catalogue import Catalogue
from sites.hours import UNKNOWN
from sites.model import Kind, Location, Site
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
