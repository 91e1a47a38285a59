"""KML 2.2: stops as points with their times, walks as lines.

Source: OGC 07-147r2, https://www.ogc.org/standards/kml/ (longitude first).
"""

from collections.abc import Iterator
from html import escape
from typing import Any

from guide.exports.booklet import printable
from guide.exports.format import Format
from guide.tour import Rest, Stop, Tour
from guide.wording import part_name, rest_words, tour_name
from sites.names import Language, Text

STOPS = Text(vi="Điểm dừng", en="Stops")
WALKS = Text(vi="Lộ trình", en="Walk")

RED = "ff1f31c2"
"""The colour of the walk: alpha, blue, green, red."""


def render(tour: Tour, language: Language) -> bytes:
    """Write ``tour`` as a KML document in UTF-8."""
    from fastkml import (  # noqa: PLC0415 - the command line starts faster without
        KML,
        Document,
        Folder,
        LineStyle,
        Style,
    )

    name = printable(tour_name(tour, language))
    stops = Folder(name=STOPS.in_(language), features=list(_halts(tour, language)))
    walks = Folder(name=WALKS.in_(language), features=list(_walks(tour, language)))
    document = Document(
        name=name,
        description=_html(tour.attribution),
        styles=[Style(id="walk", styles=[LineStyle(color=RED, width=4)])],
        features=[stops, walks],
    )
    text = KML(features=[document]).to_string(prettyprint=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text.strip()}\n'.encode()


def _halts(tour: Tour, language: Language) -> Iterator[Any]:
    for number, stop in enumerate(tour.stops, start=1):
        name = f"{number}. {printable(stop.site.name.in_(language))}"
        lede = stop.site.lede.plain(language)
        yield _point(stop, name, f"{stop.enter:%H:%M}–{stop.leave:%H:%M}. {lede}")
    for rest in tour.rests:
        words = printable(rest_words(rest, language))
        yield _point(rest, words, f"{rest.enter:%H:%M}–{rest.leave:%H:%M}")


def _point(halt: Stop | Rest, name: str, about: str) -> Any:  # noqa: ANN401 - a Placemark
    from fastkml import KmlDateTime, Placemark, TimeSpan  # noqa: PLC0415 - as above
    from pygeoif.geometry import Point  # noqa: PLC0415 - as above

    return Placemark(
        name=name,
        description=_html(about),
        times=TimeSpan(begin=KmlDateTime(halt.enter), end=KmlDateTime(halt.leave)),
        geometry=Point(*halt.position.lon_lat),
    )


def _walks(tour: Tour, language: Language) -> Iterator[Any]:
    from fastkml import Placemark, StyleUrl  # noqa: PLC0415 - as above
    from pygeoif.geometry import LineString  # noqa: PLC0415 - as above

    for place, part in enumerate(tour.parts):
        points = [position.lon_lat for position in part.path]
        if len(points) == 1:  # a walk between equal places; a line has two or more
            points *= 2
        if points:
            yield Placemark(
                name=part_name(tour, place, language) or WALKS.in_(language),
                style_url=StyleUrl(url="#walk"),
                geometry=LineString(points),
            )


def _html(text: str) -> str:
    """Write a text so that programs which take it for HTML show the same text."""
    return escape(printable(text), quote=False)


FORMAT = Format(
    "kml",
    Text(vi="KML cho Google Earth", en="KML for Google Earth"),
    "application/vnd.google-earth.kml+xml",
    render,
)
