import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from guide.maps.mercator import (
    EQUATOR_M,
    MAX_LAT,
    from_square,
    metres_across,
    shapes_to_square,
    to_square,
)
from guide.streets.plane import metres_between
from sites.position import Position


def at(lon: float, lat: float) -> tuple[float, float]:
    ((x, y),) = to_square(np.array([(lon, lat)])).tolist()
    return x, y


@pytest.mark.parametrize(
    ("lon", "lat", "x", "y"),
    [
        pytest.param(0, 0, 0.5, 0.5, id="the middle"),
        pytest.param(-180, MAX_LAT, 0, 0, id="the north-west corner"),
        pytest.param(180, -MAX_LAT, 1, 1, id="the south-east corner"),
        pytest.param(0, 90, 0.5, 0, id="the pole lies on the edge"),
        # By the formula of EPSG 3857 itself, with R = 6378137 and ln tan(π/4 + φ/2)
        pytest.param(
            106.6852, 20.8597,
            0.5 + 11876142.139 / EQUATOR_M, 0.5 - 2375157.153 / EQUATOR_M,
            id="Hải Phòng",
        ),
    ],
)  # fmt: skip
def test_where_positions_lie(lon: float, lat: float, x: float, y: float) -> None:
    assert at(lon, lat) == pytest.approx((x, y), abs=1e-9)


@given(lon=st.floats(-180, 180), lat=st.floats(-85, 85))
def test_there_and_back_is_where_one_was(lon: float, lat: float) -> None:
    back = from_square(*at(lon, lat))

    assert back.lon_lat == pytest.approx((lon, lat), abs=1e-9)


def test_shapes_are_moved_point_by_point() -> None:
    line = shapely.LineString([(106.6, 20.8), (106.7, 20.9)])
    (moved,) = shapes_to_square(np.array([line], dtype=object))

    assert moved.coords[0] == pytest.approx(at(106.6, 20.8))
    assert moved.coords[1] == pytest.approx(at(106.7, 20.9))


@pytest.mark.parametrize("away", [(0.001, 0.0), (0.0, 0.001)], ids=["north", "east"])
def test_a_side_is_as_long_as_on_the_ground(away: tuple[float, float]) -> None:
    here = Position(20.86, 106.69)
    there = Position(here.lat + away[0], here.lon + away[1])
    (x0, y0), (x1, y1) = at(here.lon, here.lat), at(there.lon, there.lat)
    drawn = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 * metres_across(here.lat)

    assert drawn == pytest.approx(metres_between(here, there), rel=7e-3)
