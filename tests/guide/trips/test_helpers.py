from dataclasses import replace

from guide.around import Around
from guide.streets.spots import Spot
from guide.trips.helpers import nearest
from tests.guide.factories import on
from tests.guide.trips.trips import planned


def test_the_nearest_come_first_and_those_far_away_not_at_all() -> None:
    spots = [
        Spot(kind="police", position=on(north, north), name=f"P{north}")
        for north in (900, 250, 9000)
    ]
    plan = planned()
    plan = replace(plan, tour=replace(plan.tour, around=Around(spots=spots)))
    found = nearest(plan, "police")

    assert [helper.name_in("vi") for helper in found] == ["P250", "P900"]
    assert nearest(plan, "hospital") == ()


def test_an_english_name_is_told_in_english() -> None:
    spot = Spot(
        kind="police", position=on(0, 0), name="Công an", tags={"name:en": "Police"}
    )
    plan = planned()
    plan = replace(plan, tour=replace(plan.tour, around=Around(spots=[spot])))

    assert nearest(plan, "police")[0].name_in("en") == "Police"
