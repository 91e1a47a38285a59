"""How far one gets, as GeoJSON: the area, the start, and the sites in reach.

Source: RFC 7946, https://doi.org/10.17487/RFC7946 (longitude first).
"""

import json

from guide.asked import to_words
from guide.exports.geojson import feature
from guide.within import Within
from sites.names import Language

MEDIA_TYPE = "application/geo+json"

SAID = ("from", "minutes", "pace", "walker", "pupils", "streets")
"""The words of a request that matter for how far one gets."""


def render(found: Within, language: Language) -> bytes:
    """Write what is within reach as a GeoJSON FeatureCollection in UTF-8."""
    words = to_words(found.request)
    area = [
        [
            [_rounded(pair) for pair in ring.coords]
            for ring in (part.exterior, *part.interiors)
        ]
        for part in found.area.geoms
    ]
    sites = [
        feature(
            "Point",
            _rounded(near.position.lon_lat),
            {
                "what": "site",
                "site": near.site.slug,
                "name": near.site.name.in_(language),
                "metres": round(near.metres),
                "walk_minutes": round(near.walk.total_seconds() / 60, 1),
            },
        )
        for near in found.sites
    ]
    document = {
        "type": "FeatureCollection",
        "attribution": found.attribution,
        "features": [
            feature(
                "MultiPolygon",
                area,
                {"what": "area"}
                | {name: words[name] for name in SAID if name in words},
            ),
            feature(
                "Point",
                _rounded(found.start.position.lon_lat),
                {"what": "start", "name": found.start.name_in(language)},
            ),
            *sites,
        ],
    }
    return json.dumps(document, ensure_ascii=False).encode() + b"\n"


def _rounded(pair: tuple[float, ...]) -> list[float]:
    return [round(number, 6) for number in pair]
