import pytest
import shapely

from guide.streets.graph import StreetGraph
from guide.streets.land import Land, LandKind
from guide.streets.pack import Pack
from guide.streets.plane import metres_between
from guide.trips.hazards import Hazard, Risk, Terrain, hazards
from guide.trips.plan import TripPlan, plan_trip
from guide.trips.question import SchoolClass
from sites.catalogue import Catalogue
from tests.guide.factories import on, street, temple
from tests.guide.trips.trips import trip

STREETS = (
    *(
        street(on(x, 0), on(x + 100, 0), name="Ngõ Nhỏ", tags=tags)
        for x, tags in ((0, {"sidewalk": "both"}), (100, {}), (200, {"sidewalk": "no"}),
                        (300, {}))
    ),
    *(
        street(on(x, y), on(x, y + 100), name=f"Đường {x}", kind="primary")
        for x in (100, 200, 300)
        for y in (-100, 0)
    ),
    street(on(400, 0), on(400, 20), kind="steps", metres=20.0),
)  # fmt: skip
"""An alley that crosses three main roads, 100 m apart, and ends in steps."""

PACK = Pack(name="risky", attribution="©", streets=STREETS, land="stamp")


def line(*points: tuple[float, float]) -> list[tuple[float, float]]:
    return [on(*point).lon_lat for point in points]


RAILS = shapely.LineString(line((150, -50), (150, 50)))
POND = shapely.Polygon(line((210, 10), (250, 10), (250, 40), (210, 40)))
LAND = (
    Land(kind=LandKind.RAILWAY, name=None, shape=RAILS),
    Land(kind=LandKind.WATER, name=None, shape=POND),
)


@pytest.fixture(scope="module")
def plan() -> TripPlan:
    asked = trip(start=on(0, 0), end=on(0, 0), classes=(SchoolClass("7A", 20),))
    sites = Catalogue([temple("cuoi", on(400, 20))])
    return plan_trip(asked, sites, StreetGraph(PACK))


@pytest.fixture(scope="module")
def there(plan: TripPlan) -> list[Hazard]:
    """What is met on the way there."""
    found = hazards(plan, Terrain(PACK, lambda: LAND))
    return [hazard for hazard in found if hazard.passage == 0]


def of(there: list[Hazard], risk: Risk) -> list[Hazard]:
    return [hazard for hazard in there if hazard.risk is risk]


def test_three_crossings_of_main_roads_are_three_within_ten_metres(
    there: list[Hazard],
) -> None:
    found = of(there, Risk.CROSSING)

    assert [hazard.street for hazard in found] == [
        "Đường 100",
        "Đường 200",
        "Đường 300",
    ]
    for hazard, x in zip(found, (100, 200, 300), strict=True):
        assert hazard.position is not None
        assert metres_between(hazard.position, on(x, 0)) < 10
        assert hazard.along_m == pytest.approx(x, abs=1)


def test_a_missing_pavement_and_an_unknown_one_are_told_apart(
    there: list[Hazard],
) -> None:
    (missing,) = of(there, Risk.NO_PAVEMENT)
    (unknown,) = of(there, Risk.PAVEMENT_UNKNOWN)

    assert (missing.metres, unknown.metres) == pytest.approx((100, 200), abs=1)
    assert missing.street == "Ngõ Nhỏ"


def test_steps_are_measured(there: list[Hazard]) -> None:
    (steps,) = of(there, Risk.STEPS)

    assert steps.metres == pytest.approx(20, abs=1)


def test_a_railway_is_met_where_it_crosses(there: list[Hazard]) -> None:
    (railway,) = of(there, Risk.RAILWAY)

    assert railway.position is not None
    assert metres_between(railway.position, on(150, 0)) < 1


def test_water_beside_the_way_is_measured(there: list[Hazard]) -> None:
    (water,) = of(there, Risk.WATER)

    assert 40 <= water.metres <= 70


def test_to_walk_along_a_main_road_is_no_crossing_of_it() -> None:
    asked = trip(start=on(100, -100), classes=(SchoolClass("7A", 20),))
    sites = Catalogue([temple("bac", on(100, 100))])
    found = hazards(plan_trip(asked, sites, StreetGraph(PACK)), Terrain(PACK))
    along = [hazard for hazard in found if hazard.risk is Risk.MAIN_ROAD]

    assert not [hazard for hazard in found if hazard.risk is Risk.CROSSING]
    assert along[0].metres == pytest.approx(200, abs=1)
    assert along[0].street == "Đường 100"


def test_without_land_nothing_is_said_of_water(plan: TripPlan) -> None:
    bare = Terrain(Pack(name="bare", attribution="©", streets=STREETS))
    kinds = {hazard.risk for hazard in hazards(plan, bare)}

    assert not bare.knows_land
    assert not kinds & {Risk.WATER, Risk.RAILWAY}
