from datetime import time
from typing import Any

import pytest

from guide.clashes import FIELDS, said
from guide.no_tour import Clash, DoesNotFit, EndTooFar, NoTour, NoWay
from guide.solver.errors import Impossible
from guide.wishes import ONE_DAY, Appointment, Break, Wishes
from guide.wishwords import CLASHING
from sites.hours import Hours
from sites.model import Kind
from tests.guide.factories import at, on, question, request, temple, walk

NEAR = temple("near", on(100, 0))
FAR = temple("far", on(300, 300))
LATE = temple("late", on(100, 100), hours=Hours(rule="14:00-17:00"))
ISLAND = temple("island", on(1050, 0))
TOWN = (NEAR, FAR, LATE, ISLAND)


def refused(**changes: Any) -> NoTour:
    """Ask for what cannot be: wishes by their names, the rest as of a request."""
    wishes = {
        name: changes.pop(name) for name in tuple(changes) if hasattr(Wishes(), name)
    }
    with pytest.raises(NoTour) as caught:
        walk(request(wishes=Wishes(**wishes), **changes), *TOWN)
    return caught.value


def both(problem: NoTour) -> tuple[str, str]:
    """Read the wishes of a clash in Vietnamese and in English."""
    wishes = problem.values["wishes"]
    return wishes.vi, wishes.en


def appointment(site: str, clock: str) -> Appointment:
    return Appointment(site, at(clock))


@pytest.mark.parametrize(
    ("changes", "field", "vi", "en"),
    [
        pytest.param(
            {"first": "near", "last": "near", "must": ("far",)},
            "first",
            "ghé Đền near đầu tiên; ghé Đền near sau cùng; ghé Đền far",
            "near Temple first; near Temple last; see far Temple",
            id="first and last",
        ),
        pytest.param(
            {"last": "far", "order": ("far", "near")},
            "order",
            "thứ tự bạn đã xếp; ghé Đền far sau cùng",
            "the order that you set; far Temple last",
            id="last and order",
        ),
        pytest.param(
            {"before": (("far", "near"),), "first": "near", "must": ("far",)},
            "before",
            "Đền far trước Đền near; ghé Đền near đầu tiên; ghé Đền far",
            "far Temple before near Temple; near Temple first; see far Temple",
            id="before and first",
        ),
        pytest.param(
            {"before": (("near", "far"), ("far", "near")), "must": ("near", "far")},
            "before",
            "Đền near trước Đền far; Đền far trước Đền near; ghé Đền far; ghé Đền near",
            "near Temple before far Temple; far Temple before near Temple; "
            "see far Temple; see near Temple",
            id="before in a circle",
        ),
        pytest.param(
            {"max_stops": 1, "must": ("near", "far")},
            "stops",
            "không quá 1 điểm dừng; ghé Đền far; ghé Đền near",
            "no more stops than 1; see far Temple; see near Temple",
            id="stops",
        ),
        pytest.param(
            {"most": ((Kind.RELIGIOUS, 0),), "must": ("near",)},
            "most",
            "không quá 0 điểm thuộc loại “Tín ngưỡng”; ghé Đền near",
            "at most 0 of the kind “Religious”; see near Temple",
            id="most",
        ),
        pytest.param(
            {"max_walk_m": 500, "must": ("far",)},
            "walk",
            "đi bộ không quá 500 m; ghé Đền far",
            "at most 500 m on foot; see far Temple",
            id="walk",
        ),
        pytest.param(
            {"at": (appointment("near", "08:10"), appointment("far", "08:10"))},
            "at",
            "có mặt ở Đền near lúc 08:10; có mặt ở Đền far lúc 08:10",
            "at near Temple by 08:10; at far Temple by 08:10",
            id="two appointments",
        ),
        pytest.param(
            {"at": (appointment("late", "09:00"),)},
            "at",
            "có mặt ở Đền late lúc 09:00; giờ mở cửa của Đền late",
            "at late Temple by 09:00; the opening hours of late Temple",
            id="an appointment before closed doors",
        ),
        pytest.param(
            {"at": (appointment("near", "08:01"),)},
            "at",
            "có mặt ở Đền near lúc 08:01",
            "at near Temple by 08:01",
            id="an appointment too early to get there",
        ),
        pytest.param(
            {"at": (Appointment("near", at("09:00") - ONE_DAY),)},
            "at",
            "có mặt ở Đền near lúc 09:00 22/11",
            "at near Temple by 09:00 22/11",
            id="an appointment before the departure",
        ),
        pytest.param(
            {"at": (appointment("far", "08:30"),), "minutes": 15},
            "at",
            "có mặt ở Đền far lúc 08:30; tất cả trong 15 phút",
            "at far Temple by 08:30; all within 15 minutes",
            id="an appointment when the walk is over",
        ),
        pytest.param(
            {"first": "late"},
            "first",
            "ghé Đền late đầu tiên; giờ mở cửa của Đền late",
            "late Temple first; the opening hours of late Temple",
            id="first and closed doors",
        ),
        pytest.param(
            {"last": "far", "minutes": 15},
            "last",
            "ghé Đền far sau cùng; tất cả trong 15 phút",
            "far Temple last; all within 15 minutes",
            id="last and too little time",
        ),
        pytest.param(
            {"breaks": (Break(90, time(8, 30), time(9)),)},
            "break",
            "nghỉ 90 phút trong khoảng 08:30–09:00",
            "a break of 90 min between 08:30 and 09:00",
            id="a break longer than its span",
        ),
        pytest.param(
            {"breaks": (Break(30, time(11), time(12)),)},
            "break",
            "nghỉ 30 phút trong khoảng 11:00–12:00; tất cả trong 120 phút",
            "a break of 30 min between 11:00 and 12:00; all within 120 minutes",
            id="a break when the walk is over",
        ),
        pytest.param(
            {"breaks": (Break(10, time(8), time(9), ("island",)),)},
            "break",
            "nghỉ 10 phút trong khoảng 08:00–09:00",
            "a break of 10 min between 08:00 and 09:00",
            id="a break where no street leads",
        ),
        pytest.param(
            {"end": on(300, 300), "max_walk_m": 500},
            "walk",
            "đi bộ không quá 500 m",
            "at most 500 m on foot",
            id="an end beyond the walk",
        ),
    ],
)
def test_a_clash_names_just_what_clashes_and_the_field_to_change(
    changes: dict[str, Any], field: str, vi: str, en: str
) -> None:
    problem = refused(**changes)

    assert isinstance(problem, Clash)
    assert problem.field == field
    assert both(problem) == (vi, en)
    assert str(problem).startswith(f"{field}: these wishes cannot all be met: {en}; ")


@pytest.mark.parametrize(
    ("changes", "error", "field", "says"),
    [
        pytest.param(
            {"must": ("near", "far"), "minutes": 16},
            DoesNotFit,
            "must",
            "Đền far cannot be seen in 16 minutes from 08:00 23/11/2026",
            id="a must that takes too long",
        ),
        pytest.param(
            {"must": ("near", "far"), "minutes": 36},
            DoesNotFit,
            "must",
            "Đền far; Đền near cannot be seen in 36 minutes",
            id="two that only together take too long",
        ),
        pytest.param(
            {"order": ("near", "far"), "minutes": 15},
            DoesNotFit,
            "order",
            "Đền far cannot be seen in 15 minutes",
            id="an order that takes too long",
        ),
        pytest.param(
            {"must": ("late",)},
            DoesNotFit,
            "must",
            "Đền late cannot be seen in 120 minutes",
            id="closed doors",
        ),
        pytest.param(
            {"end": "island"}, NoWay, "to", "start to Đền island", id="end on an island"
        ),
        pytest.param(
            {"must": ("island",)}, NoWay, "must", "start to Đền island", id="must there"
        ),
        pytest.param(
            {"first": "island"}, NoWay, "first", "start to Đền island", id="first there"
        ),
        pytest.param(
            {"last": "island"}, NoWay, "last", "start to Đền island", id="last there"
        ),
        pytest.param(
            {"order": ("near", "island")},
            NoWay,
            "order",
            "Đền island",
            id="order there",
        ),
        pytest.param(
            {"at": (appointment("island", "09:00"),)},
            NoWay,
            "at",
            "start to Đền island",
            id="an appointment there",
        ),
        pytest.param(
            {"end": "far", "minutes": 8, "first": "near"},
            EndTooFar,
            "minutes",
            "the walk to Đền far alone takes 9 minutes",
            id="an end out of reach",
        ),
    ],
)
def test_what_cannot_be_for_one_plain_reason_is_not_called_a_clash(
    changes: dict[str, Any], error: type[NoTour], field: str, says: str
) -> None:
    problem = refused(**changes)

    assert type(problem) is error
    assert problem.field == field
    assert says in str(problem)


def test_doors_that_open_too_late_to_be_back_in_time_are_no_clash() -> None:
    slow_to_open = temple("a", on(300, 300), hours=Hours(rule="09:45-10:30"))

    with pytest.raises(DoesNotFit, match=r"^must: Đền a cannot be seen in 120 minutes"):
        walk(request(must=("a",)), slow_to_open)


def test_an_end_that_is_reached_on_the_very_second_is_not_to_blame() -> None:
    exact = request(end=on(300, 60), minutes=5)
    asked = request(end=on(300, 60), minutes=5, must=("near",))

    assert walk(exact, *TOWN).arrive == exact.back_by
    with pytest.raises(DoesNotFit):
        walk(asked, *TOWN)


def test_without_any_one_of_its_wishes_a_clash_is_none() -> None:
    far_first = Wishes(first="near", before=(("far", "near"),))

    with pytest.raises(Clash):
        walk(request(must=("far",), wishes=far_first), *TOWN)
    for easier in (
        request(wishes=far_first),
        request(must=("far",), wishes=Wishes(first="near")),
        request(must=("far",), wishes=Wishes(before=(("far", "near"),))),
    ):
        assert walk(easier, *TOWN).stops


def test_a_wish_that_clashes_on_every_day_is_said_once() -> None:
    rest = Break(90, time(8, 30), time(9))
    problem = refused(breaks=(rest,), days=2)

    assert both(problem)[0] == "nghỉ 90 phút trong khoảng 08:30–09:00"


def test_the_minutes_that_a_walk_is_short_of_are_told() -> None:
    problem = refused(last="far", before=(("far", "near"),), minutes=20)

    assert problem.more_minutes == 10
    assert "10 more minutes would do" in str(problem)


def test_no_minutes_are_told_where_time_is_not_to_blame() -> None:
    problem = refused(max_stops=1, first="near", last="far")

    assert problem.more_minutes is None
    assert str(problem).endswith("drop or loosen one of them")


def test_every_field_of_a_problem_has_a_name_and_words() -> None:
    assert FIELDS.keys() == CLASHING.keys()


@pytest.mark.parametrize(
    ("clash", "field", "vi", "en"),
    [
        (("never", 1), "never", "bỏ qua Đền near", "leave out near Temple"),
        (("travel_s", ""), "to", "đường đến nơi kết thúc", "the way to the end"),
    ],
)
def test_what_seldom_clashes_has_words_too(
    clash: tuple[str, object], field: str, vi: str, en: str
) -> None:
    problem = said(question(request(), FAR, NEAR), Impossible([clash]))

    assert problem.field == field
    assert both(problem) == (vi, en)
