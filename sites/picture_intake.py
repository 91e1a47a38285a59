"""Read ``pictures.yaml``: old maps and photographs, each with credit and licence."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from sites import parts, raster
from sites.affine import PINS, Pin, is_thin, on_the_ground, placed
from sites.city import City
from sites.errors import BadPosition
from sites.fields import Field, both
from sites.names import Text
from sites.pictures import LICENCES, Image, Picture, Shows
from sites.position import Position

KEYS = ("shows", "title", "year", "sources", "then")
MAY_SAY = ("now", "site", "note", "points")
POINT = ("x", "y", "lat", "lon")
IMAGE = ("file", "credit", "licence", "alt")

KEY, LONGEST = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"), 80
"""A key is the address of a page, and a key of the database."""

TAKEN = "place"
"""The address beside those of the pictures where staff place one."""

FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
"""A file of the folder ``pictures``, and no way out of it."""

FIRST_YEAR, LAST_YEAR = 1500, 2100

DIGITS = 20
"""Of the digest that names a file: nobody meets the same one twice by chance."""

NO_IMAGE = Image(
    name="?",
    digest="",
    media_type="",
    width=1_000_000,
    height=1_000_000,
    credit="?",
    licence="",
    alt=Text(vi="?", en="?"),
)
"""What stands for a file with faults, so that the rest of its entry is read too."""


@dataclass(frozen=True, slots=True)
class Known:
    """What an entry may point to: the folder of files, sites, sources, the city."""

    folder: Path
    sites: Collection[str]
    sources: Collection[str]
    city: City


def read_pictures(top: Field, known: Known) -> tuple[Picture, ...]:
    """Read every picture; what is wrong is noted in the faults of ``top``."""
    found = (_picture(key, entry, known) for key, entry in top.members())
    return tuple(picture for picture in found if picture)


def _picture(key: str, entry: Field, known: Known) -> Picture | None:
    before = len(entry.faults)
    _check(key, entry)
    got = entry.mapping(KEYS, MAY_SAY)
    if not {*KEYS} <= got.keys():
        return None
    then, year = _image(got["then"], known), got["year"]
    picture = Picture(
        key=key,
        shows=got["shows"].choice(Shows),
        title=both(got["title"]),
        year=None if year.unknown else year.whole(FIRST_YEAR, LAST_YEAR),
        then=then,
        sources=parts.sources(got["sources"], known.sources),
        now=_image(got["now"], known) if "now" in got else None,
        site=_site(got["site"], known) if "site" in got else None,
        note=both(got["note"]) if "note" in got else None,
        pins=_pins(got["points"], then, known.city) if "points" in got else (),
    )
    return None if len(entry.faults) > before else picture


def _check(key: str, entry: Field) -> None:
    if not KEY.fullmatch(key) or len(key) > LONGEST:
        entry.fault(
            "a key has small letters, digits and single hyphens, "
            f"{LONGEST} of them at most"
        )
    if key == TAKEN:
        entry.fault(f"{TAKEN} is the page where pictures are placed; choose another")


def _site(site: Field, known: Known) -> str:
    if site.text() not in known.sites:
        site.fault(f"no such site: {site.text()}; name the address of one")
    return site.text()


def _image(image: Field, known: Known) -> Image:
    got = image.mapping(IMAGE)
    if not {*IMAGE} <= got.keys():
        return NO_IMAGE
    licence = got["licence"]
    if licence.text() not in LICENCES:
        licence.fault(f"“{licence.text()}” is not one of {', '.join(LICENCES)}")
    file = _file(got["file"], known.folder)
    return replace(
        file,
        credit=got["credit"].text(),
        licence=licence.text(),
        alt=both(got["alt"]),
    )


def _file(name: Field, folder: Path) -> Image:
    if not FILE_NAME.fullmatch(name.text()):
        name.fault("write the name of a file in the folder pictures")
        return NO_IMAGE
    try:
        data = (folder / name.text()).read_bytes()
        found = raster.look(data)
    except OSError:
        name.fault(f"there is no file pictures/{name.text()}")
        return NO_IMAGE
    except raster.NotAPicture as problem:
        name.fault(f"{name.text()} {problem}")
        return NO_IMAGE
    return replace(
        NO_IMAGE,
        name=name.text(),
        digest=sha256(data).hexdigest()[:DIGITS],
        media_type=found.media_type,
        width=found.width,
        height=found.height,
        data=data,
    )


def _pins(points: Field, image: Image, city: City) -> tuple[Pin, ...]:
    """Read the three points by which a picture lies on the map."""
    entries = points.items()
    before = len(points.faults)
    if len(entries) != PINS:
        points.fault("three points lay a picture on the map; write three")
    pins = tuple(_pin(entry, image, city) for entry in entries)
    if len(points.faults) > before:
        return ()
    if is_thin([(pin.x, pin.y) for pin in pins]) or is_thin(on_the_ground(pins)):
        points.fault("the points are in one line, or nearly; choose three far apart")
        return ()
    if not _on_the_globe(pins, image):
        points.fault("the points lay the picture beyond the globe; put them far apart")
        return ()
    return pins


def _on_the_globe(pins: tuple[Pin, ...], image: Image) -> bool:
    """Tell whether every corner lies somewhere: points close together reach too far."""
    try:
        for corner in image.corners:
            placed(pins, *corner)
    except BadPosition:
        return False
    return True


def _pin(entry: Field, image: Image, city: City) -> Pin:
    got = entry.mapping(POINT)
    if not {*POINT} <= got.keys():
        return Pin(0, 0, Position(0, 0))
    before = len(entry.faults)
    position = Position(got["lat"].number(-90, 90), got["lon"].number(-180, 180))
    pin = Pin(
        got["x"].number(0, image.width), got["y"].number(0, image.height), position
    )
    if len(entry.faults) == before and not city.box.holds(position):
        entry.fault(f"{position.lat}, {position.lon} is not in {city.name.en}")
    return pin
