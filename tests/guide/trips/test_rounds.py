from guide.trips.groups import form
from guide.trips.rounds import rota_of
from sites.hours import Hours
from tests.guide.factories import GRID, on, question, request, temple, walk
from tests.guide.trips.trips import trip


def test_a_rotation_is_asked_for_in_whole_minutes_rounded_up() -> None:
    a = temple("a", on(100, 0), hours=Hours(rule="Mo 08:10-11:00"))
    tour = walk(request(must=("a",)), a)
    asked = trip(holds={"a": 44}, toilets=frozenset({"a"}), toilets_every=60)
    halts = (on(100, 0), tour.start.position, tour.end.position)
    ways = GRID.ways([GRID.snap(position) for position in halts])
    rota = rota_of(asked, form(asked), tour, ways)

    assert rota.sizes == (43, 39)
    assert rota.holds == (44,)
    assert rota.visit == (20,)  # ten, and ten more for the toilet
    assert rota.travel[0][1] == 2  # 100 m at 1.2 m/s are 83 s
    assert rota.open == (((10, 180),),)
    assert rota.toilets == {0}
    assert (rota.toilet_every, rota.limit) == (60, 150)


def test_the_question_of_the_planner_measures_the_same_way() -> None:
    a = temple("a", on(100, 0))
    asked = question(request(), a)

    assert -(-asked.walk_s(0, asked.start_place) // 60) == 2
