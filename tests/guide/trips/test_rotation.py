import pytest

from guide.trips.rotation import Because, CannotBe, rotate
from guide.trips.serial import Rotation
from tests.guide.trips.rotas import (
    apart,
    exhaustive,
    faults,
    longest_without_toilet,
    rota,
    seeded,
)


@pytest.mark.parametrize("block", range(20))
def test_it_agrees_with_trying_everything_on_two_hundred_questions(block: int) -> None:
    for seed in range(block * 10, block * 10 + 10):
        asked = seeded(seed)
        found, best = rotate(asked), exhaustive(asked)
        if isinstance(found, CannotBe):
            assert best is None, seed
        else:
            assert faults(asked, found) == [], seed
            assert (found.total, found.proven) == (best, True), seed


def test_two_groups_begin_at_different_stops() -> None:
    found = rotate(rota())

    assert isinstance(found, Rotation)
    assert {one.visits[0].stop for one in found.rounds} == {0, 1}
    assert found.total == 5 + 20 + 5 + 20 + 5


def test_with_one_stop_the_second_group_starts_later() -> None:
    asked = rota(holds=(30,), visit=(20,), travel=apart(1, 5), open=(((0, 300),),))
    found = rotate(asked)

    assert isinstance(found, Rotation)
    assert sorted(one.depart for one in found.rounds) == [0, 20]
    assert all(visit.arrive == visit.enter for r in found.rounds for visit in r.visits)


def test_groups_that_fit_in_together_go_together() -> None:
    found = rotate(rota(holds=(40, 40)))

    assert isinstance(found, Rotation)
    assert found.total == 55


def test_a_group_that_is_too_large_is_told_which_stop_is_too_small() -> None:
    assert rotate(rota(holds=(30, 19))) == CannotBe(because=Because.SIZE, stops=(1,))


def test_too_little_time_says_how_much_would_do() -> None:
    found = rotate(rota(limit=40))

    assert isinstance(found, CannotBe)
    assert (found.because, found.needed, found.proven) == (Because.TIME, 55, True)


def test_a_stop_that_is_not_open_for_all_is_named() -> None:
    found = rotate(rota(open=(((0, 300),), ((0, 40),)), holds=(30, 20)))

    assert isinstance(found, CannotBe)
    assert (found.because, found.stops) == (Because.HOURS, (1,))


def test_where_no_street_leads_there_is_no_rotation() -> None:
    travel = ((0, None, 5, 5), (None, 0, 5, 5), (5, 5, 0, 5), (5, 5, 5, 0))

    found = rotate(rota(travel=travel))

    assert isinstance(found, CannotBe)
    assert found.because is Because.WAYS


@pytest.mark.parametrize("every", [31, 50])
def test_nobody_goes_longer_without_a_toilet_than_is_asked(every: int) -> None:
    asked = rota(toilets=frozenset({0}), toilet_every=every)
    found = rotate(asked)

    assert isinstance(found, Rotation)
    assert longest_without_toilet(asked, found) <= every
    assert faults(asked, found) == []


def test_where_no_toilet_is_near_enough_there_is_no_rotation_for_it() -> None:
    asked = rota(toilets=frozenset({0}), toilet_every=29)

    assert isinstance(rotate(asked), CannotBe)


def test_the_same_question_has_the_same_answer() -> None:
    assert rotate(seeded(6)) == rotate(seeded(6))


def test_eight_groups_are_led_round_five_stops() -> None:
    asked = rota(
        sizes=(44, 44, 43, 43, 42, 42, 40, 40), holds=(50, 50, 90, 50, 100),
        visit=(20, 25, 20, 15, 20), travel=apart(5, 6), limit=420,
        open=(((0, 420),),) * 5,
    )  # fmt: skip
    found = rotate(asked)

    assert isinstance(found, Rotation)
    assert faults(asked, found) == []
