from guide.trips.hazards import Hazard, Risk
from guide.trips.papers.blocks import Grid, Para
from guide.trips.papers.risks import NO_LAND, RISKS, risks, where
from guide.trips.plan import TripPlan
from sites.hours import UNKNOWN
from sites.model import Access, Way
from tests.guide.factories import at, on, temple
from tests.guide.trips.papers.conftest import gathered
from tests.guide.trips.trips import TEMPLES, planned


def test_every_risk_has_words_and_advice() -> None:
    assert set(RISKS) == set(Risk)


def test_a_map_that_knows_no_water_says_so(ready: TripPlan) -> None:
    assert Para(NO_LAND.vi, strong=True) in list(risks(gathered(ready)))


def test_a_crossing_is_said_with_its_place_and_metres(ready: TripPlan) -> None:
    found = Hazard(
        risk=Risk.CROSSING, passage=0, street="Phố Lớn", position=on(0, 0), along_m=80.4
    )

    assert where(gathered(ready), found) == (
        "Phố Lớn, 80 m từ đầu chặng, tại 20.86000, 106.69000"
    )


def test_a_stretch_is_said_with_its_length(ready: TripPlan) -> None:
    found = Hazard(risk=Risk.NO_PAVEMENT, passage=0, street="Phố Lớn", metres=132)

    assert where(gathered(ready), found) == "130 m: Phố Lớn"


def test_what_is_not_sure_at_a_stop_is_a_risk() -> None:
    doubtful = temple("x", on(100, 0), hours=UNKNOWN, access=Access(way=Way.BY_ASKING))
    *_, grid = [
        block for block in risks(gathered(planned(doubtful))) if isinstance(block, Grid)
    ]

    said = [row[1] for row in grid.rows]
    assert {"Chưa rõ giờ mở cửa", "Muốn vào phải xin phép"} <= set(said)


def test_a_day_of_worship_is_a_risk_of_a_temple_that_the_teacher_named() -> None:
    full_moon = at("08:00").replace(month=12, day=23)
    plan = planned(*TEMPLES, depart=full_moon, stops=("giua",))
    *_, grid = [b for b in risks(gathered(plan)) if isinstance(b, Grid)]

    assert grid.rows[0][1] == "Ngày rằm, mồng một: nhiều người đi lễ"


def test_each_risk_is_advised_on_once(ready: TripPlan) -> None:
    advice, rows, _stops = [
        block for block in risks(gathered(ready)) if isinstance(block, Grid)
    ]
    named = [row[0] for row in advice.rows]

    assert len(set(named)) == len(named)
    assert {row[1] for row in rows.rows} == set(named)
