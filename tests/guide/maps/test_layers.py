import pytest
from shapely import MultiPolygon

from guide.maps import layers
from guide.maps.figure import OwnMap, rendered
from guide.maps.style import WALKS
from sites.position import Box, Position

LIMITS = Box(south=20.8, west=106.6, north=20.9, east=106.8)
HERE, THERE = Position(20.85, 106.69), Position(20.86, 106.70)


@pytest.fixture
def own_map() -> OwnMap:
    return OwnMap([HERE], LIMITS)


def script(own_map: OwnMap) -> str:
    return rendered(own_map, []).script


@pytest.mark.parametrize(("radius_m", "drawn"), [(40.0, False), (40.1, True)])
def test_a_circle_smaller_than_its_pin_is_not_drawn(
    own_map: OwnMap, radius_m: float, *, drawn: bool
) -> None:
    layers.add_circle(own_map, HERE, radius_m)

    assert ("L.circle(" in script(own_map)) == drawn


def test_a_line_has_a_white_edge_below_it(own_map: OwnMap) -> None:
    layers.add_line(own_map, [HERE, THERE])
    drawn = script(own_map)

    assert drawn.index("#ffffff") < drawn.index(WALKS[0])
    assert drawn.count("L.polyline(") == 2


def test_a_line_of_one_point_is_no_line(own_map: OwnMap) -> None:
    layers.add_line(own_map, [HERE])

    assert "L.polyline(" not in script(own_map)


def test_a_pin_knows_its_words_by_their_place(own_map: OwnMap) -> None:
    layers.add_pin(own_map, HERE, "stop", 7)
    drawn = script(own_map)

    assert ", 7);" in drawn
    assert "[20.85, 106.69]" in drawn


def test_a_pin_steps_aside(own_map: OwnMap) -> None:
    layers.add_pin(own_map, HERE, "stop", 0, aside=2)

    assert '"iconAnchor": [-41, 15]' in script(own_map)


def test_the_tiles_of_another_host_are_off_at_first(own_map: OwnMap) -> None:
    layers.add_base(own_map)
    drawn = script(own_map)
    tiles = drawn[drawn.index("L.tileLayer(") :]

    assert ".addTo(" not in tiles[: tiles.index("guideMap.tilesSwitch")]


def test_an_area_is_filled_without_its_holes(own_map: OwnMap) -> None:
    ring = [(106.69, 20.85), (106.70, 20.85), (106.70, 20.86)]
    hole = [(106.698, 20.851), (106.699, 20.851), (106.699, 20.852)]
    layers.add_area(own_map, MultiPolygon([(ring, [hole])]))
    drawn = script(own_map)

    assert drawn.count("L.polygon(") == 1
    assert "[20.851, 106.699]" in drawn
    assert "[20.86, 106.7]" in drawn
