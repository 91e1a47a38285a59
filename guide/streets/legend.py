"""What is shown of OpenStreetMap beside the streets, and by which tags.

Source:
    OpenStreetMap Wiki, "Map features".
"""

from collections.abc import Mapping
from typing import TypeVar

from guide.streets.access import CLOSED, KEPT, Tags
from guide.streets.land import LandKind
from guide.streets.spots import CROSSING, LANDMARKS

T = TypeVar("T")

SPOTS: Mapping[str, Mapping[str, str]] = {
    "amenity": {
        "bench": "bench", "toilets": "toilets", "drinking_water": "drinking_water",
        "cafe": "cafe", "place_of_worship": "place_of_worship", "school": "school",
        "university": "university", "college": "university", "hospital": "hospital",
        "marketplace": "market", "bank": "bank", "fuel": "fuel",
        "post_office": "post_office", "police": "police", "townhall": "townhall",
        "theatre": "theatre", "cinema": "cinema", "library": "library",
        "fountain": "fountain",
    },
    "highway": {"bus_stop": "bus_stop", "crossing": CROSSING},
    "tourism": {"museum": "museum", "hotel": "hotel"},
    "historic": {"monument": "monument", "memorial": "monument"},
    "railway": {"station": "station"},
    "shop": {"supermarket": "supermarket"},
}  # fmt: skip
"""The kind of a spot by key and value; the first key that says one counts."""

AREAS: Mapping[str, Mapping[str, LandKind]] = {
    "natural": {"water": LandKind.WATER, "wood": LandKind.PARK},
    "waterway": {"riverbank": LandKind.WATER, "dock": LandKind.WATER},
    "landuse": {
        "reservoir": LandKind.WATER, "basin": LandKind.WATER,
        "grass": LandKind.PARK, "forest": LandKind.PARK,
        "recreation_ground": LandKind.PARK, "village_green": LandKind.PARK,
    },
    "leisure": {"park": LandKind.PARK, "garden": LandKind.PARK},
}  # fmt: skip
"""What an area of the land is by key and value; buildings come after these."""

LINES: Mapping[str, Mapping[str, LandKind]] = {
    "waterway": dict.fromkeys(
        ("river", "canal", "stream", "drain", "ditch"), LandKind.WATERWAY
    ),
    "railway": dict.fromkeys(
        ("rail", "light_rail", "tram", "narrow_gauge", "monorail", "subway"),
        LandKind.RAILWAY,
    ),
}
"""What a line of the land is; what runs below the ground is not seen."""

BELOW = frozenset({"yes", "culvert", "building_passage"})

SPOT_KEYS = (*SPOTS, "barrier")
"""Nodes with none of these are only corners of ways."""

LAND_KEYS = (*AREAS, *LINES, "building")

SPOTS_KEEP = KEPT | {
    "fee", "access", "opening_hours", "shelter", "backrest", "religion", "kerb",
    "tactile_paving", "crossing:signals", "crossing:markings", "crossing:island",
    "button_operated", "traffic_signals:sound",
}  # fmt: skip
"""The tags that spots keep."""


def spot_of(tags: Tags, name: str | None) -> str | None:
    """Return the kind of spot that something is, if it is one that counts.

    What is private is none; a landmark without a name is none.
    """
    if tags.get("access") in CLOSED:
        return None
    kind = _first(SPOTS, tags)
    return None if kind in LANDMARKS and not name else kind


def area_of(tags: Tags) -> LandKind | None:
    """Return what a closed line is the outline of, if it is land that is shown."""
    building = LandKind.BUILDING if tags.get("building", "no") != "no" else None
    return _first(AREAS, tags) or building


def line_of(tags: Tags) -> LandKind | None:
    """Return what a line of the land is, if it is one that is shown."""
    return None if tags.get("tunnel") in BELOW else _first(LINES, tags)


def _first(table: Mapping[str, Mapping[str, T]], tags: Tags) -> T | None:
    """Return what the first key says that says something."""
    kinds = (table[key].get(tags[key]) for key in table if key in tags)
    return next(filter(None, kinds), None)
