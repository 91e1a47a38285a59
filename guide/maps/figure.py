"""A folium map that asks no other host for anything, and becomes part of our page.

folium evaluates every string that it gets: as a template on the server, as JavaScript
and as HTML. So none gets there. What is to be read stands in ``Drawing.words``, which
the page carries as JSON, and ``map.js`` puts it in place with ``textContent``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

import branca.element
import folium
from branca.element import CssLink, Element, Figure, JavascriptLink
from folium.template import Template

from sites.position import Box, Position

FARTHEST_OUT, CLOSEST_IN = 13, 19
"""Zoom levels: the whole centre on a phone; single houses."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map as a page takes it in: its element, its script, and the words on it."""

    html: str
    script: str
    words: Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Plain:
    """A text that is itself, where branca would compile a template for it."""

    text: str

    def render(self, **_values: object) -> str:
        """Return the text, as a template would: without the last line's end."""
        return self.text.removesuffix("\n")


TEMPLATE_MARKS = ("{{", "{%", "{#")


def template_of(text: str) -> Template | Plain:
    """Return what renders a text; without marks of a template nothing is compiled."""
    marked = any(mark in text for mark in TEMPLATE_MARKS)
    return Template(text) if marked else Plain(text)


# branca compiles every piece of script that it has written as a template of its own:
# more than a hundred for a tour, a third of the time of its page.
vars(branca.element)["Template"] = template_of


class OutsideFile(Exception):
    """A map wants a file of another host: a plugin of folium that is not ours yet."""


class OwnMap(folium.Map):
    """A folium map without folium's own page: the page around it is ours."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - folium's own way
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    _template = Template("""
        {% macro html(this, kwargs) %}
          <div class="map" id="{{ this.get_name() }}"></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
          var {{ this.get_name() }} = guideMap.open("{{ this.get_name() }}", {
            minZoom: {{ this.options.min_zoom }}, maxZoom: {{ this.options.max_zoom }},
            maxBounds: {{ this.limits|tojson }}
          });
          {{ this.get_name() }}.fitBounds({{ this.seen|tojson }}, {padding: [28, 28]});
        {% endmacro %}
    """)

    def __init__(self, seen: Sequence[Position], limits: Box) -> None:
        super().__init__(tiles=None, min_zoom=FARTHEST_OUT, max_zoom=CLOSEST_IN)
        self.options |= {"min_zoom": FARTHEST_OUT, "max_zoom": CLOSEST_IN}
        self.limits = [[limits.south, limits.west], [limits.north, limits.east]]
        self.seen = _bounds(seen) if seen else self.limits


def rendered(own_map: OwnMap, words: Sequence[dict[str, Any]]) -> Drawing:
    """Turn a map into the parts that a page takes in; the same map, the same text.

    Raises:
        OutsideFile: something on the map wants a file that is not ours.
    """
    figure = Figure()
    figure.header._children.clear()  # noqa: SLF001 - branca has no other way
    figure.add_child(own_map)
    _number(figure)
    own_map.render()
    for child in figure.header._children.values():  # noqa: SLF001
        if isinstance(child, JavascriptLink | CssLink):
            raise OutsideFile(child.url)
    return Drawing(figure.html.render(), figure.script.render(), words)


def _number(figure: Figure) -> None:
    """Give every element a name of its own that is the same each time."""
    numbers = count()

    def visit(element: Element) -> None:
        element._id = str(next(numbers))  # noqa: SLF001 - random otherwise
        for child in element._children.values():  # noqa: SLF001
            visit(child)

    visit(figure)


def _bounds(positions: Sequence[Position]) -> list[list[float]]:
    lats = [position.lat for position in positions]
    lons = [position.lon for position in positions]
    return [[min(lats), min(lons)], [max(lats), max(lons)]]
