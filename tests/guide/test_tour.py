from datetime import timedelta

import pytest

from guide.tour import Place, Reason
from sites.position import Position
from tests.guide.factories import at, leg, on, request, stop, temple, tour


def test_a_walk_must_be_over_when_its_minutes_are() -> None:
    assert request(minutes=90).back_by == at("09:30")


def test_a_place_without_a_site_is_called_by_its_numbers() -> None:
    place = Place(position=Position(20.8560001, 106.68741))

    assert place.name_in("vi") == "20.85600, 106.68741"
    assert place.name_in("en") == "20.85600, 106.68741"


def test_a_place_with_a_site_is_called_by_its_name() -> None:
    place = Place(position=on(0, 0), site=temple("a", on(0, 0)))

    assert (place.name_in("vi"), place.name_in("en")) == ("Đền a", "a Temple")


def test_a_visitor_waits_from_arriving_to_entering() -> None:
    early = stop(temple("a", on(0, 0)), "07:40", "08:00", "08:10")

    assert early.wait == timedelta(minutes=20)


def test_a_stop_stands_where_its_site_does() -> None:
    assert stop(temple("a", on(5, 6)), "08:00", "08:00", "08:10").position == on(5, 6)


def test_a_stop_cannot_be_nowhere() -> None:
    nowhere = stop(temple("a"), "08:00", "08:00", "08:10")

    with pytest.raises(ValueError, match="a is a stop without a position"):
        _ = nowhere.position


def test_a_leg_lasts_from_departure_to_arrival() -> None:
    assert leg(on(0, 0), minutes=7).duration == timedelta(minutes=7)


def test_a_tour_adds_up_the_legs_and_not_the_visits() -> None:
    found = tour(
        [leg(on(0, 0), metres=100, minutes=2), leg(on(1, 0), metres=30.5, minutes=1)],
        [stop(temple("a", on(1, 0)), "08:02", "08:02", "08:30")],
    )

    assert found.walk_m == 130.5
    assert found.walk_time == timedelta(minutes=3)


def test_a_tour_is_over_when_its_last_leg_is() -> None:
    found = tour([leg(depart="08:00"), leg(depart="09:00", minutes=5)])

    assert found.arrive == at("09:05")


def test_a_tour_without_legs_is_over_at_once() -> None:
    found = tour()

    assert found.arrive == at("08:00")
    assert found.walk_m == 0
    assert list(found.path) == []


def test_the_path_holds_the_point_where_two_legs_meet_once() -> None:
    a, b, c = on(0, 0), on(100, 0), on(100, 100)

    assert tour([leg(a, b), leg(b, c)]).path == [a, b, c]


def test_the_path_keeps_both_ends_of_legs_that_do_not_meet() -> None:
    a, b, c, d = on(0, 0), on(1, 0), on(2, 0), on(3, 0)

    assert tour([leg(a, b), leg(c, d)]).path == [a, b, c, d]


def test_the_path_does_not_stand_still_on_a_leg_of_one_point() -> None:
    a, b = on(0, 0), on(1, 0)

    assert tour([leg(a), leg(a, b), leg(b), leg(b, a)]).path == [a, b, a]


def test_a_reason_is_a_word_for_addresses_and_programs() -> None:
    assert all(reason.replace("-", "").isalpha() for reason in Reason)
