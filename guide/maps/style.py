"""How our maps look: one table of colours and widths for screens and for paper."""

from dataclasses import dataclass
from typing import Any

FONT = "Be Vietnam Pro"
FONT_WEIGHT = 600
"""Names are set semi-bold: they are small, and lie on colours."""

FIRST_ZOOM, LAST_ZOOM = 11, 16
"""The levels for which tiles are made; a map that goes closer enlarges the last."""

SCREEN_PX = 2
"""A tile is shown over so many tiles of 256 px, each way: level 16 is seen at 17."""

Widths = tuple[tuple[int, float], ...]
"""Pairs of a zoom level of the screen and a width in pixels, from far to near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colours of one map, as a style sheet writes them."""

    ground: str
    water: str
    park: str
    building: str
    building_edge: str
    railway: str
    main: str
    minor: str
    path: str
    edge: str
    name: str
    water_name: str
    park_name: str
    halo: str
    spot: str


LIGHT = Colours(
    ground="#f4f3ee", water="#bcd9e4", park="#d7e7cb", building="#e5e0d6",
    building_edge="#d3ccbe", railway="#8f8a80", main="#fbe3b0", minor="#ffffff",
    path="#c0a888", edge="#cfc8b8", name="#4b4840", water_name="#2d6076",
    park_name="#3d6630", halo="#ffffff", spot="#6b655a",
)  # fmt: skip

DARK = Colours(
    ground="#1c2220", water="#17384a", park="#22372a", building="#2a312e",
    building_edge="#38413d", railway="#7d8681", main="#6d5c36", minor="#465049",
    path="#857a66", edge="#121715", name="#e4e8e2", water_name="#9fcbe0",
    park_name="#a9cf9b", halo="#161b19", spot="#b5bcb6",
)  # fmt: skip

PAPER = Colours(
    ground="#ffffff", water="#c6dbe4", park="#e3eed9", building="#ebe8e1",
    building_edge="#cdc8bd", railway="#6d6a64", main="#f6e2b6", minor="#ffffff",
    path="#8d8069", edge="#a7a195", name="#2c2a25", water_name="#1f4c60",
    park_name="#2f5223", halo="#ffffff", spot="#55504a",
)  # fmt: skip
"""Paler land and darker edges and letters: it must also read in black and white."""


WALKS = ("#c2311f", "#1f5c4d", "#5a4a7a", "#945c05", "#1c5a8a", "#7a2f5b")
"""A colour for each walk of a tour; they begin anew where there are more walks."""

WALK_DASHES = ("", "4 1.6", "1.2 1.6", "6 1.4 1.2 1.4", "2.4 1.4", "8 2")
"""On paper the walks differ in their dashes too: a printer may have no colours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreetLook:
    """How the streets of one class look.

    Args:
        name: what the class is called here.
        kinds: the kinds of street in it.
        from_zoom: the first level whose tiles hold them.
        fill: which of the colours.
        widths: in pixels, by the zoom level of the screen.
        paper_mm: how wide they are on paper.
        name_zoom: from which level of the screen their names are written.
        name_px: how large.
        dash: lengths of dash and gap, as multiples of the width; none if empty.
    """

    name: str
    kinds: frozenset[str]
    from_zoom: int
    fill: str
    widths: Widths
    paper_mm: float
    name_zoom: int
    name_px: int
    dash: tuple[float, ...] = ()


STREETS: tuple[StreetLook, ...] = (
    StreetLook(
        name="steps", kinds=frozenset({"steps"}), from_zoom=14, fill="path",
        widths=((15, 1.5), (17, 4), (19, 8)), paper_mm=0.7,
        name_zoom=17, name_px=11, dash=(0.4, 0.4),
    ),
    StreetLook(
        name="path",
        kinds=frozenset({"footway", "path", "cycleway", "track", "bridleway"}),
        from_zoom=14, fill="path", widths=((15, 0.8), (17, 1.8), (19, 4)),
        paper_mm=0.3, name_zoom=17, name_px=11, dash=(2, 1.4),
    ),
    StreetLook(
        name="service", kinds=frozenset({"service"}), from_zoom=13, fill="minor",
        widths=((14, 0.6), (16, 2.5), (17, 5), (19, 14)), paper_mm=0.7,
        name_zoom=16, name_px=11,
    ),
    StreetLook(
        name="residential", kinds=frozenset(), from_zoom=12, fill="minor",
        widths=((13, 0.8), (15, 2.5), (16, 5), (17, 9), (19, 24)), paper_mm=1.2,
        name_zoom=15, name_px=12,
    ),
    StreetLook(
        name="tertiary", kinds=frozenset({"tertiary", "tertiary_link"}),
        from_zoom=11, fill="minor",
        widths=((13, 1.4), (15, 4), (16, 7), (17, 11), (19, 28)), paper_mm=1.6,
        name_zoom=15, name_px=12,
    ),
    StreetLook(
        name="main",
        kinds=frozenset(
            {f"{kind}{link}" for kind in ("motorway", "trunk", "primary", "secondary")
             for link in ("", "_link")}
        ),
        from_zoom=11, fill="main",
        widths=((13, 2), (15, 5.5), (16, 9), (17, 14), (19, 34)), paper_mm=2.2,
        name_zoom=14, name_px=13,
    ),
)  # fmt: skip
"""From the least to the greatest, as they are painted; one class takes all others."""

OTHERS = next(look for look in STREETS if not look.kinds)


def look_of(kind: str) -> StreetLook:
    """Return how a kind of street looks; a kind that nobody knows is residential."""
    return next((look for look in STREETS if kind in look.kinds), OTHERS)


def for_browser() -> dict[str, Any]:
    """Return what ``map.js`` needs to draw tiles as we do: plain values for JSON."""
    return {
        "font": FONT,
        "weight": FONT_WEIGHT,
        "lastZoom": LAST_ZOOM,
        "light": _plain(LIGHT),
        "dark": _plain(DARK),
        "streets": [
            {
                "kinds": sorted(look.kinds),
                "fill": look.fill,
                "widths": look.widths,
                "nameZoom": look.name_zoom,
                "namePx": look.name_px,
                "dash": look.dash,
            }
            for look in STREETS
        ],
    }


def _plain(colours: Colours) -> dict[str, str]:
    return {name: getattr(colours, name) for name in Colours.__dataclass_fields__}
