"""What GPX 1.1 says of the order of elements and of their values.

Source: the sequences of https://www.topografix.com/GPX/1/1/gpx.xsd, retold as tables.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from xml.etree import ElementTree as ET

_POINT = (
    "ele time magvar geoidheight name cmt desc src link sym type fix sat hdop vdop "
    "pdop ageofdgpsdata dgpsid extensions"
)
CHILDREN: dict[str, str] = {
    "gpx": "metadata wpt rte trk extensions",
    "metadata": "name desc author copyright link time keywords bounds extensions",
    "copyright": "year license",
    "wpt": _POINT,
    "rtept": _POINT,
    "trkpt": _POINT,
    "rte": "name cmt desc src link number type extensions rtept",
    "trk": "name cmt desc src link number type extensions trkseg",
    "trkseg": "trkpt extensions",
    "link": "text type",
}
MANY = {"wpt", "rte", "trk", "rtept", "trkpt", "trkseg", "link"}
POINTS = {"wpt", "rtept", "trkpt"}
NAMESPACE = "{http://www.topografix.com/GPX/1/1}"


def faults(document: str) -> list[str]:
    """Return what in a document is not as the schema has it."""
    root = ET.fromstring(document)
    found = list(_faults(root))
    if root.tag != f"{NAMESPACE}gpx" or root.get("version") != "1.1":
        found.append("no gpx 1.1")
    if not root.get("creator"):
        found.append("no creator")
    return found


def _faults(element: ET.Element) -> Iterator[str]:
    name = element.tag.removeprefix(NAMESPACE)
    allowed = CHILDREN.get(name, "").split()
    tags = [child.tag.removeprefix(NAMESPACE) for child in element]
    yield from (f"{tag} in {name}" for tag in tags if tag not in allowed)
    places = [allowed.index(tag) for tag in tags if tag in allowed]
    if places != sorted(places):
        yield f"{name}: {tags} out of order"
    yield from (f"{t} twice" for t in {*tags} - MANY if tags.count(t) > 1)
    if name in POINTS:
        yield from _position(element)
    if name == "time" and datetime.fromisoformat(element.text or "").tzinfo is None:
        yield "a time without a zone"
    if name == "copyright" and not element.get("author"):
        yield "a copyright of nobody"
    for child in element:
        yield from _faults(child)


def _position(element: ET.Element) -> Iterator[str]:
    for field, limit in (("lat", 90), ("lon", 180)):
        given = element.get(field, "")
        # xsd:decimal knows no exponents.
        if not re.fullmatch(r"-?\d+(\.\d+)?", given) or abs(float(given)) > limit:
            yield f"{field}={given}"
