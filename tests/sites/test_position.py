from math import inf, nan

import pytest

from sites.errors import BadPosition
from sites.position import Box, Position

BOX = Box(south=20.8, west=106.6, north=20.9, east=106.7)


def test_the_order_of_the_axes_is_asked_for_by_name() -> None:
    opera_house = Position(20.8575, 106.6818)

    assert opera_house.lat_lon == (20.8575, 106.6818)
    assert opera_house.lon_lat == (106.6818, 20.8575)


@pytest.mark.parametrize(
    ("lat", "lon"), [(90, 180), (-90, -180), (90, -180), (0, 0)], ids=str
)
def test_the_ends_of_the_earth_are_positions(lat: float, lon: float) -> None:
    assert Position(lat, lon).lat_lon == (lat, lon)


@pytest.mark.parametrize(
    ("lat", "lon"),
    [
        pytest.param(90.0001, 0, id="north of the pole"),
        pytest.param(-90.0001, 0, id="south of the pole"),
        pytest.param(0, 180.0001, id="too far east"),
        pytest.param(0, -180.0001, id="too far west"),
        pytest.param(nan, 0, id="latitude not a number"),
        pytest.param(0, nan, id="longitude not a number"),
        pytest.param(inf, 0, id="infinitely far north"),
        pytest.param(0, -inf, id="infinitely far west"),
    ],
)
def test_what_is_no_position_is_refused(lat: float, lon: float) -> None:
    with pytest.raises(BadPosition, match="a latitude lies between -90 and 90"):
        Position(lat, lon)


def test_swapped_axes_are_refused_where_they_cannot_be_right() -> None:
    with pytest.raises(BadPosition):
        Position(106.69, 20.86)


@pytest.mark.parametrize(
    ("lat", "lon", "inside"),
    [
        pytest.param(20.85, 106.65, True, id="in the middle"),
        pytest.param(20.8, 106.65, True, id="on the southern edge"),
        pytest.param(20.9, 106.65, True, id="on the northern edge"),
        pytest.param(20.85, 106.6, True, id="on the western edge"),
        pytest.param(20.85, 106.7, True, id="on the eastern edge"),
        pytest.param(20.7999, 106.65, False, id="south of it"),
        pytest.param(20.9001, 106.65, False, id="north of it"),
        pytest.param(20.85, 106.5999, False, id="west of it"),
        pytest.param(20.85, 106.7001, False, id="east of it"),
    ],
)
def test_a_box_holds_what_lies_in_it(lat: float, lon: float, *, inside: bool) -> None:
    assert BOX.holds(Position(lat, lon)) is inside
