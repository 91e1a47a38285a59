"""What can lie on a map: pins, circles of doubt, the walked line, our base, tiles."""

from collections.abc import Sequence

import folium
from branca.element import MacroElement
from folium.template import Template

from guide.maps.figure import OwnMap
from guide.maps.style import WALKS
from guide.streets.engine import Area
from sites.position import Position

PALETTE = {"ochre": "#945c05", "green": "#1f5c4d"}
"""Ochre walls and green shutters, as in the style sheet."""

SURE_M = 40.0
"""A circle smaller than its own pin says nothing, and is not drawn."""

OSM_TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"


class Base(MacroElement):
    """The base map of the pack, read from our own address."""

    _template = Template("""
        {% macro script(this, kwargs) %}
          guideMap.base({{ this._parent.get_name() }});
        {% endmacro %}
    """)


class Overlay(MacroElement):
    """The old picture that the page names, over the base map and below all else."""

    _template = Template("""
        {% macro script(this, kwargs) %}
          guideOverlay.add({{ this._parent.get_name() }});
        {% endmacro %}
    """)


class Words(MacroElement):
    """What a pin says, by its place in the words that the page carries."""

    _template = Template("""
        {% macro script(this, kwargs) %}
          guideMap.describe({{ this._parent.get_name() }}, {{ this.place }});
        {% endmacro %}
    """)

    def __init__(self, place: int) -> None:
        super().__init__()
        self._name = "Words"
        self.place = place


class TilesSwitch(MacroElement):
    """A switch, off at first, for OpenStreetMap's own tiles: for those online."""

    _template = Template("""
        {% macro script(this, kwargs) %}
          guideMap.tilesSwitch(
            {{ this._parent.get_name() }}, {{ this.tiles.get_name() }});
        {% endmacro %}
    """)

    def __init__(self, tiles: folium.TileLayer) -> None:
        super().__init__()
        self._name = "TilesSwitch"
        self.tiles = tiles


def add_base(own_map: OwnMap) -> None:
    """Add our base map, and the switch for the tiles of another host."""
    Base().add_to(own_map)
    tiles = folium.TileLayer(OSM_TILES, attr="-", max_zoom=19, show=False)
    tiles.add_to(own_map)
    TilesSwitch(tiles).add_to(own_map)


def add_circle(
    own_map: OwnMap, position: Position, radius_m: float, from_m: float = SURE_M
) -> None:
    """Draw the circle within which a site lies, where it is wider than ``from_m``."""
    if radius_m > from_m:
        folium.Circle(
            position.lat_lon,
            radius=radius_m,
            color=PALETTE["ochre"],
            weight=1,
            dash_array="4 5",
            fill=True,
            fill_opacity=0.05,
            interactive=False,
        ).add_to(own_map)


def add_area(own_map: OwnMap, area: Area) -> None:
    """Fill an area, holes left out."""
    for part in area.geoms:
        rings = [part.exterior, *part.interiors]
        folium.Polygon(
            [[(lat, lon) for lon, lat in ring.coords] for ring in rings],
            color=PALETTE["green"],
            weight=1,
            fill=True,
            fill_opacity=0.15,
            interactive=False,
        ).add_to(own_map)


def add_line(own_map: OwnMap, line: Sequence[Position], number: int = 0) -> None:
    """Draw a walked line, coloured on a white edge, so that it stands off any street.

    ``number`` says which walk of the tour it is; each has a colour.
    """
    points = [position.lat_lon for position in line]
    if len(points) < 2:
        return
    for colour, weight in (("#ffffff", 9), (WALKS[number % len(WALKS)], 5)):
        folium.PolyLine(
            points, color=colour, weight=weight, opacity=0.95, interactive=False
        ).add_to(own_map)


PIN_PX = 30
PIN_STEP_PX = 28
"""How far a pin steps aside for one that stands in its place."""


def add_pin(
    own_map: OwnMap, position: Position, look: str, place: int, aside: int = 0
) -> None:
    """Put a pin on the map.

    Args:
        own_map: the map.
        position: where.
        look: the class of the style sheet: ``stop``, ``left-out``, a kind …
        place: which of the drawing's words it says.
        aside: how many pins stand here already; it steps to their right.
    """
    marker = folium.Marker(
        position.lat_lon,
        icon=folium.DivIcon(
            class_name=f"pin pin-{look}",
            icon_size=(PIN_PX, PIN_PX),
            icon_anchor=(PIN_PX // 2 - PIN_STEP_PX * aside, PIN_PX // 2),
        ),
    )
    marker.add_to(own_map)
    Words(place).add_to(marker)
