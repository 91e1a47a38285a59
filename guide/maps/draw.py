"""Draw the maps of our pages: all sites, one site, a tour."""

from collections.abc import Iterable, Sequence
from typing import Any

from guide.maps import layers
from guide.maps.figure import Drawing, OwnMap, rendered
from guide.maps.style import WALKS
from guide.place_words import spot_name
from guide.tour import Stop, Tour
from guide.within import Within
from guide.wording import rest_words
from sites.model import Site
from sites.names import Language
from sites.pictures import Picture
from sites.position import Box, Position

EDGE_DEGREES = 0.01
"""How far one may drag beyond the streets: about a kilometre."""


SAME_PLACE_DEGREES = 0.0003
"""Closer than some 30 m, two pins cover each other at any zoom that shows a walk."""


def area(positions: Iterable[Position]) -> Box:
    """Return the box that holds the positions, with an edge around it."""
    lats, lons = zip(*(position.lat_lon for position in positions), strict=True)
    return Box(
        south=min(lats) - EDGE_DEGREES,
        west=min(lons) - EDGE_DEGREES,
        north=max(lats) + EDGE_DEGREES,
        east=max(lons) + EDGE_DEGREES,
    )


def draw_sites(sites: Iterable[Site], limits: Box, language: Language) -> Drawing:
    """Draw every site that has a position."""
    placed = [site for site in sites if site.location]
    own_map = OwnMap([_position(site) for site in placed], limits)
    layers.add_base(own_map)
    _pin_sites(own_map, placed)
    return rendered(own_map, [_site_words(site, language) for site in placed])


def draw_ground(positions: Iterable[Position], limits: Box) -> Drawing:
    """Draw the streets around some positions, and nothing on them."""
    own_map = OwnMap([*positions], limits)
    layers.add_base(own_map)
    return rendered(own_map, [])


def draw_picture(picture: Picture, limits: Box) -> Drawing:
    """Draw the streets below an old picture; the page says which one."""
    own_map = OwnMap(picture.corners, limits)
    layers.add_base(own_map)
    layers.Overlay().add_to(own_map)
    return rendered(own_map, [])


def draw_site(site: Site, limits: Box, language: Language) -> Drawing | None:
    """Draw one site with its circle of doubt; None where its position is unknown."""
    if site.location is None:
        return None
    position = site.location.position
    own_map = OwnMap(_around(position, site.location.radius_m), limits)
    layers.add_base(own_map)
    layers.add_circle(own_map, position, site.location.radius_m, from_m=0)
    words = [_site_words(site, language)]
    for one in site.also_at:
        at, radius_m = one.location.position, one.location.radius_m
        layers.add_circle(own_map, at, radius_m, from_m=0)
        layers.add_pin(own_map, at, f"spot spot-{one.spot}", len(words))
        words.append({"title": spot_name(one, language)})
    layers.add_pin(own_map, position, site.kind.value, 0)
    return rendered(own_map, words)


def draw_doubts(sites: Iterable[Site], limits: Box, language: Language) -> Drawing:
    """Draw every site that has a position, each in its circle of doubt."""
    placed = [site for site in sites if site.location]
    own_map = OwnMap([_position(site) for site in placed], limits)
    layers.add_base(own_map)
    circles = {(s.location.position, s.location.radius_m) for s in placed if s.location}
    for position, radius_m in sorted(circles, key=lambda circle: -circle[1]):
        layers.add_circle(own_map, position, radius_m)
    _pin_sites(own_map, placed)
    return rendered(own_map, [_site_words(site, language) for site in placed])


def draw_within(found: Within, limits: Box, language: Language) -> Drawing:
    """Draw how far one gets: the area, the start, and the sites in reach."""
    west, south, east, north = found.area.bounds
    corners = [Position(south, west), Position(north, east)]
    own_map = OwnMap([*corners, found.start.position], limits)
    layers.add_base(own_map)
    layers.add_area(own_map, found.area)
    words: list[dict[str, Any]] = []
    pinned = [found.start.position]
    for near in found.sites:
        aside = _standing_there(near.position, pinned)
        pinned.append(near.position)
        layers.add_pin(own_map, near.position, near.site.kind.value, len(words), aside)
        words.append(_site_words(near.site, language))
    layers.add_pin(own_map, found.start.position, "start", len(words))
    words.append({"title": found.start.name_in(language)})
    return rendered(own_map, words)


def draw_tour(tour: Tour, limits: Box, language: Language) -> Drawing:
    """Draw a tour: the line, numbered stops, and in grey what was left out."""
    own_map = OwnMap([*tour.path, *(stop.position for stop in tour.stops)], limits)
    layers.add_base(own_map)
    words: list[dict[str, Any]] = []
    for out in tour.left_out:
        if out.site.location:
            layers.add_pin(own_map, _position(out.site), "left-out", len(words))
            words.append(_site_words(out.site, language))
    circles = {
        (stop.position, stop.site.way_in.radius_m)
        for stop in tour.stops
        if stop.site.way_in
    }
    for position, radius_m in sorted(circles, key=lambda circle: circle[1]):
        layers.add_circle(own_map, position, radius_m)
    for walk, part in enumerate(tour.parts):
        layers.add_line(own_map, part.path, walk)
    for look, place in (("end", tour.end), ("start", tour.start)):
        layers.add_pin(own_map, place.position, look, len(words))
        words.append({"title": place.name_in(language)})
    numbered = [(w, stop) for w, part in enumerate(tour.parts) for stop in part.stops]
    for number, (walk, stop) in enumerate(numbered, start=1):
        earlier = (other.position for other in tour.stops[: number - 1])
        aside = _standing_there(stop.position, earlier)
        look = f"stop walk-{walk % len(WALKS)}"
        layers.add_pin(own_map, stop.position, look, len(words), aside)
        words.append(_stop_words(stop, number, language))
    pinned = [stop.position for stop in tour.stops]
    for rest in tour.rests:
        aside = _standing_there(rest.position, pinned)
        pinned.append(rest.position)
        layers.add_pin(own_map, rest.position, "rest", len(words), aside)
        words.append({"title": rest_words(rest, language)})
    return rendered(own_map, words)


def _pin_sites(own_map: OwnMap, placed: Sequence[Site]) -> None:
    """Pin sites, each with its own number among the words."""
    for number, site in enumerate(placed):
        aside = _standing_there(_position(site), map(_position, placed[:number]))
        layers.add_pin(own_map, _position(site), site.kind.value, number, aside)


def _standing_there(position: Position, earlier: Iterable[Position]) -> int:
    """Count the positions that a pin at this one would cover."""
    return sum(
        abs(other.lat - position.lat) < SAME_PLACE_DEGREES
        and abs(other.lon - position.lon) < SAME_PLACE_DEGREES
        for other in earlier
    )


def _position(site: Site) -> Position:
    if site.location is None:
        raise ValueError(f"{site.slug} has no position to draw")
    return site.location.position


def _around(position: Position, radius_m: float) -> list[Position]:
    """Return two corners that show a site with the streets around it."""
    away = max(radius_m * 1.2, 180) / 111_000
    return [
        Position(position.lat + sign * away, position.lon + sign * away)
        for sign in (-1, 1)
    ]


def _site_words(site: Site, language: Language) -> dict[str, Any]:
    return {
        "title": site.name.in_(language),
        "kind": site.kind.value,
        "text": site.lede.in_(language)[0].text,
        "site": site.slug,
    }


def _stop_words(stop: Stop, number: int, language: Language) -> dict[str, Any]:
    return {
        "title": stop.site.name.in_(language),
        "kind": stop.site.kind.value,
        "text": f"{stop.enter:%H:%M} – {stop.leave:%H:%M}",
        "label": str(number),
        "site": stop.site.slug,
        "anchor": f"stop-{stop.site.slug}",
    }
