import pytest

from guide.trips.serial import first_free, quick, too_slow
from tests.guide.trips.rotas import apart, faults, rota, seeded


@pytest.mark.parametrize("seed", range(40))
def test_a_quick_rotation_keeps_every_limit(seed: int) -> None:
    asked = seeded(seed)
    found = quick(asked)

    assert found is None or faults(asked, found) == []


def test_one_group_alone_takes_the_shortest_way() -> None:
    found = quick(rota(sizes=(20,)))

    assert found is not None
    assert (found.total, found.rounds[0].depart) == (55, 0)
    assert found.rounds[0].entering(found.rounds[0].visits[1].stop) == 30


def test_it_says_nothing_of_toilets() -> None:
    assert quick(rota(toilet_every=300)) is None


@pytest.mark.parametrize(("earliest", "free"), [(0, 0), (1, 20), (10, 20), (20, 20)])
def test_a_group_waits_until_the_one_before_it_is_out(earliest: int, free: int) -> None:
    asked = rota(open=(((0, 300),), ((0, 300),)))
    others = [(0, 10)] if earliest == 0 else [(0, 20)]

    assert first_free(asked, 0, earliest, (20, others)) == free


def test_a_group_must_not_run_into_one_that_comes_later() -> None:
    assert first_free(rota(), 0, 0, (20, [(19, 20)])) == 39


def test_to_leave_when_the_doors_shut_is_fine() -> None:
    asked = rota(open=(((0, 20),), ((0, 300),)))

    assert first_free(asked, 0, 0, (20, [])) == 0
    assert first_free(asked, 0, 1, (20, [])) is None


def test_no_way_is_no_rotation() -> None:
    travel = ((0, None, 5, 5), (None, 0, 5, 5), (5, 5, 0, 5), (5, 5, 5, 0))

    assert quick(rota(travel=travel)) is None
    assert quick(rota(travel=apart(2, 200))) is None


def test_a_stop_is_too_slow_where_groups_one_after_the_other_take_too_long() -> None:
    asked = rota(sizes=(20, 20, 20), holds=(30, 60), limit=69)

    assert too_slow(asked) == (0,)
    assert too_slow(rota(sizes=(20, 20, 20), holds=(30, 60), limit=70)) == ()
