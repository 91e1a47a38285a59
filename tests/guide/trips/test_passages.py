from datetime import time

from guide.trips.passages import mark, passage_name, passages
from guide.trips.question import Lunch
from tests.guide.factories import on
from tests.guide.trips.trips import planned


def test_every_leg_of_every_group_is_one_of_the_passages() -> None:
    plan = planned()
    walks = passages(plan)

    assert sum(len(one.groups) for one in walks) == sum(len(p.legs) for p in plan.parts)
    assert len({(one.begin, one.finish) for one in walks}) == len(walks)


def test_the_walks_from_the_start_come_first() -> None:
    plan = planned()

    assert passage_name(plan, passages(plan)[0], "vi").startswith("Xuất phát – ")


def test_lunch_has_a_word_and_no_number() -> None:
    plan = planned(lunch=Lunch(30, time(9), time(10), on(100, 100)))

    assert [mark(plan, place, "en") for place in range(6)] == [
        "1", "2", "3", "Lunch", "Start", "End",
    ]  # fmt: skip
