import pytest
import shapely

from guide.streets.beside import Beside
from guide.streets.land import Land, LandKind
from guide.streets.plane import metres_between
from tests.guide.factories import on

LINE = (on(0, 0), on(100, 0))
RIVER = Land(
    kind=LandKind.WATERWAY,
    name=None,
    shape=shapely.LineString([on(50, -20).lon_lat, on(50, 20).lon_lat]),
)
FAR = Land(
    kind=LandKind.WATER,
    name=None,
    shape=shapely.Point(on(5000, 0).lon_lat).buffer(0.001),
)


def test_the_metres_beside_water_are_measured() -> None:
    beside = Beside([RIVER, FAR], [LINE])

    assert beside.metres(LINE, [LandKind.WATERWAY], 10) == pytest.approx(20, abs=0.5)
    assert beside.metres(LINE, [LandKind.WATER], 10) == 0


def test_a_line_is_met_where_it_is_crossed() -> None:
    (position,) = Beside([RIVER], [LINE]).met(LINE, [LandKind.WATERWAY])

    assert metres_between(position, on(50, 0)) < 0.1


def test_a_line_of_one_point_meets_nothing() -> None:
    here = (on(50, 0),)
    beside = Beside([RIVER], [here])

    assert beside.metres(here, [LandKind.WATERWAY], 10) == 0
    assert beside.met(here, [LandKind.WATERWAY]) == ()
