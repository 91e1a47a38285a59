"""GeoJSON: the stops as points, the legs as lines.

Source: RFC 7946, https://doi.org/10.17487/RFC7946 (longitude first).
"""

import json
from typing import Any

from guide.exports.format import Format
from guide.exports.json_ import record
from guide.tour import Tour
from sites.names import Language, Text


def render(tour: Tour, language: Language) -> bytes:
    """Write ``tour`` as a GeoJSON FeatureCollection in UTF-8."""
    known = record(tour, language)
    features = [
        feature("Point", [stop.pop("lon"), stop.pop("lat")], stop | {"stop": number})
        for number, stop in enumerate(known["stops"], start=1)
    ]
    features += [
        feature("Point", [rest.pop("lon"), rest.pop("lat")], rest | {"break": number})
        for number, rest in enumerate(known["breaks"], start=1)
    ]
    features += [
        feature("LineString", _at_least_two(leg.pop("line")), leg | {"leg": number})
        for number, leg in enumerate(known["legs"], start=1)
    ]
    document = {
        "type": "FeatureCollection",
        "attribution": tour.attribution,
        "features": features,
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def feature(
    kind: str, coordinates: list[Any], properties: dict[str, Any]
) -> dict[str, Any]:
    """Return a feature of such a geometry."""
    return {
        "type": "Feature",
        "geometry": {"type": kind, "coordinates": coordinates},
        "properties": properties,
    }


def _at_least_two(line: list[Any]) -> list[Any]:
    """Repeat the only point of a leg between equal places: a line has two or more."""
    return line if len(line) > 1 else line * 2


FORMAT = Format(
    "geojson", Text(vi="GeoJSON", en="GeoJSON"), "application/geo+json", render
)
