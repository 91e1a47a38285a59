from datetime import date

import pytest
from sqlalchemy import Engine, text

from sites.kept_trips import KeptTrip
from sites.store.store import Store
from sites.store.trips import LETTERS, Trips

TODAY = date(2026, 11, 29)
WORDS = {"classes": ["7A: 40"], "fact_school": ["THCS Ngô Quyền"]}


@pytest.fixture
def trips(store: Store) -> Trips:
    return store.trips


@pytest.fixture
def number(trips: Trips) -> int:
    found = trips.by_link(trips.add(WORDS, TODAY))
    assert found is not None
    return found.number


def test_who_has_the_link_finds_the_trip(trips: Trips) -> None:
    token = trips.add(WORDS, TODAY)

    assert trips.by_link(token) == KeptTrip(1, WORDS, shared=False)
    assert trips.by_link(token[:-1]) is None
    assert trips.by_share(token) is None


def test_the_database_does_not_hold_the_link(trips: Trips, engine: Engine) -> None:
    token = trips.add(WORDS, TODAY)
    found = trips.by_link(token)
    assert found is not None
    shared = trips.share(found.number)
    with engine.connect() as connection:
        rows = str(connection.execute(text("SELECT * FROM trip")).all())

    assert token not in rows
    assert shared not in rows


def test_a_trip_changes(trips: Trips, number: int) -> None:
    trips.change(number, {"classes": ["8A: 30"]}, TODAY)
    found = trips.by_number(number)

    assert found is not None
    assert found.words == {"classes": ["8A: 30"]}


def test_a_link_to_look_at_it_can_be_withdrawn(trips: Trips, number: int) -> None:
    token = trips.share(number)
    found = trips.by_share(token)

    assert found is not None
    assert found.shared
    trips.withdraw(number)
    assert trips.by_share(token) is None


def test_a_new_link_to_look_at_it_ends_the_old_one(trips: Trips, number: int) -> None:
    old, new = trips.share(number), trips.share(number)

    assert trips.by_share(old) is None
    assert trips.by_share(new) is not None


def test_a_code_is_easy_to_type_and_opens_the_class(trips: Trips, number: int) -> None:
    code = trips.open_class(number, (7, "middle"), TODAY)
    found = trips.class_of(code)

    assert len(code) == 6
    assert set(code) <= set(LETTERS)
    assert found is not None
    assert (found.trip, found.seed, found.level, found.animals) == (
        number, 7, "middle", 0,
    )  # fmt: skip
    assert trips.classes(number) == [found]
    assert trips.class_of("AAAAAA") is None


def test_every_pupil_is_another_animal(trips: Trips, number: int) -> None:
    code = trips.open_class(number, (7, "middle"), TODAY)

    assert [trips.join(code) for _pupil in range(3)] == [0, 1, 2]


def test_the_last_answer_to_a_task_counts(trips: Trips, number: int) -> None:
    code = trips.open_class(number, (7, "middle"), TODAY)
    trips.answer(code, 1, {1: 4, 2: 5})
    trips.answer(code, 0, {1: 9})
    trips.answer(code, 1, {2: 6})
    trips.answer(code, 1, {})

    assert [(a.animal, a.task, a.answer) for a in trips.answers(code)] == [
        (0, 1, 9), (1, 1, 4), (1, 2, 6),
    ]  # fmt: skip


def test_answers_are_erased_on_their_day_and_not_before(
    trips: Trips, number: int
) -> None:
    code = trips.open_class(number, (7, "middle"), date(2026, 12, 13))
    trips.answer(code, 0, {1: 1})
    trips.erase_old(date(2026, 12, 12))
    assert len(trips.answers(code)) == 1
    trips.erase_old(date(2026, 12, 13))

    assert trips.answers(code) == []
    assert trips.class_of(code) is None
    assert trips.by_number(number) is not None


def test_a_trip_that_is_erased_takes_its_classes_along(
    trips: Trips, number: int
) -> None:
    code = trips.open_class(number, (7, "middle"), TODAY)
    trips.answer(code, 0, {1: 1})
    trips.erase(number)

    assert trips.by_number(number) is None
    assert trips.answers(code) == []


def test_a_trip_is_found_in_the_account_that_keeps_it(trips: Trips) -> None:
    trips.add(WORDS, TODAY, "lan")
    trips.add(WORDS, TODAY, "hoa")

    assert [trip.owner for trip in trips.of("lan")] == ["lan"]
    assert trips.of("nobody") == []


def test_a_trip_of_nobody_may_be_taken_into_an_account_once(
    trips: Trips, number: int
) -> None:
    trips.own(number, "lan")
    trips.own(number, "hoa")

    assert [trip.number for trip in trips.of("lan")] == [number]
    assert trips.of("hoa") == []
