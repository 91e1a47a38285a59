from datetime import time
from itertools import pairwise

from guide.trips.chart import Doing, chart
from guide.trips.question import Lunch
from tests.guide.factories import on
from tests.guide.trips.trips import planned


def test_every_minute_of_a_group_is_told_and_none_twice() -> None:
    plan = planned()
    for row, one in zip(chart(plan).rows, plan.rotation.rounds, strict=True):
        assert row.bars[0].begin == one.depart
        assert row.bars[-1].end == one.back
        assert all(a.end == b.begin for a, b in pairwise(row.bars))


def test_a_visit_has_the_number_of_its_stop() -> None:
    visits = [b.place for b in chart(planned()).rows[0].bars if b.doing is Doing.VISIT]

    assert sorted(place or 0 for place in visits) == [1, 2, 3]


def test_lunch_is_told_apart() -> None:
    plan = planned(lunch=Lunch(30, time(9), time(10), on(100, 100)))
    (bar,) = [b for b in chart(plan).rows[0].bars if b.doing is Doing.LUNCH]

    assert bar.minutes == 30


def test_there_is_a_tick_every_half_hour() -> None:
    assert chart(planned()).ticks[:3] == (0, 30, 60)
