from guide.trips.papers.map import trip_map
from guide.trips.plan import TripPlan
from tests.guide.factories import on
from tests.guide.trips.papers.conftest import gathered
from tests.guide.trips.trips import planned


def test_a_round_trip_has_one_end_and_another_has_two(ready: TripPlan) -> None:
    assert "Xuất phát, kết thúc: ".encode() in trip_map(gathered(ready))
    there = trip_map(gathered(planned(end=on(300, 0))))
    assert "Kết thúc: ".encode() in there


def test_the_map_says_whose_the_streets_are(ready: TripPlan) -> None:
    assert "© Somebody".encode() in trip_map(gathered(ready, "en"))
