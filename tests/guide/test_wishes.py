from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.wishes import NO_WISHES, ONE_DAY, Appointment, Break, Where, Wishes
from sites.model import Kind
from sites.position import Position
from tests.guide.factories import CORNER, at

TOMORROW = ONE_DAY
ALL = Wishes(
    first="a",
    last="b",
    order=("c", "d", "e"),
    before=(("f", "g"),),
    at=(Appointment("h", at("09:00")),),
    breaks=(Break(30, time(11), time(12), ("i", CORNER)),),
    max_stops=5,
    most=((Kind.WAR, 2),),
    max_walk_m=2000,
    varied=True,
    sure=True,
    days=2,
    groups=3,
)


def clock(hours_and_minutes: str) -> time:
    return time.fromisoformat(hours_and_minutes)


@pytest.mark.parametrize(
    ("depart", "earliest", "latest", "begin", "end"),
    [
        pytest.param(
            "08:00", "11:30", "13:00", at("11:30"), at("13:00"), id="later that day"
        ),
        pytest.param(
            "12:00", "11:30", "13:00", at("11:30"), at("13:00"), id="already begun"
        ),
        pytest.param(
            "12:59", "11:30", "13:00", at("11:30"), at("13:00"), id="a minute is left"
        ),
        pytest.param(
            "13:00",
            "11:30",
            "13:00",
            at("11:30") + TOMORROW,
            at("13:00") + TOMORROW,
            id="over at the departure",
        ),
        pytest.param(
            "13:01",
            "11:30",
            "13:00",
            at("11:30") + TOMORROW,
            at("13:00") + TOMORROW,
            id="over before the departure",
        ),
        pytest.param(
            "20:00",
            "23:30",
            "00:30",
            at("23:30"),
            at("00:30") + TOMORROW,
            id="over midnight",
        ),
        pytest.param(
            "00:10",
            "23:30",
            "00:30",
            at("23:30") - ONE_DAY,
            at("00:30"),
            id="begun before midnight",
        ),
        pytest.param(
            "00:00", "23:00", "00:00", at("23:00"), at("00:00") + ONE_DAY, id="midnight"
        ),
        pytest.param(
            "23:59",
            "00:00",
            "00:01",
            at("00:00") + TOMORROW,
            at("00:01") + TOMORROW,
            id="just after midnight",
        ),
    ],
)
def test_a_rest_ends_at_the_first_such_time_after_the_departure(
    depart: str, earliest: str, latest: str, begin: datetime, end: datetime
) -> None:
    rest = Break(30, clock(earliest), clock(latest))

    assert rest.span(at(depart)) == (begin, end)


CLOCKS = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@given(CLOCKS, CLOCKS, CLOCKS)
def test_a_rest_lies_within_a_day_after_the_departure(
    depart: time, earliest: time, latest: time
) -> None:
    leave = at(f"{depart:%H:%M}")
    begin, end = Break(30, earliest, latest).span(leave)

    assert leave < end <= leave + ONE_DAY
    assert timedelta() <= end - begin < ONE_DAY
    assert (begin.time(), end.time()) == (earliest, latest)


def test_every_site_is_named_with_its_field_but_no_place_of_a_rest() -> None:
    assert ALL.named == (
        ("first", "a"),
        ("last", "b"),
        ("order", "c"),
        ("order", "d"),
        ("order", "e"),
        ("before", "f"),
        ("before", "g"),
        ("at", "h"),
    )
    assert NO_WISHES.named == ()


def test_all_but_an_order_of_two_makes_a_site_a_part_of_the_walk() -> None:
    assert ALL.needed == {"a", "b", "c", "d", "e", "h"}
    assert NO_WISHES.needed == frozenset()


def test_a_site_is_needed_if_one_of_its_wishes_needs_it() -> None:
    assert Wishes(first="a", before=(("a", "b"),)).needed == {"a"}


@pytest.mark.parametrize(
    ("order", "pairs"),
    [
        pytest.param((), (), id="none"),
        pytest.param(("a",), (), id="one"),
        pytest.param(("a", "b"), (("a", "b"),), id="two"),
        pytest.param(("a", "b", "c"), (("a", "b"), ("b", "c")), id="three"),
    ],
)
def test_an_order_is_read_pair_by_pair(
    order: tuple[str, ...], pairs: tuple[tuple[str, str], ...]
) -> None:
    assert Wishes(order=order).ordered == pairs


def renamed(wishes: Wishes) -> Wishes:
    """Say with each name by which field it was asked for."""

    def where(field: str, place: Where) -> Where:
        return place if isinstance(place, Position) else f"{field} at {place}"

    return wishes.renamed(lambda field, name: f"{field} {name}", where)


def test_each_name_is_changed_by_its_field_and_nothing_else_is() -> None:
    assert renamed(ALL) == Wishes(
        first="first a",
        last="last b",
        order=("order c", "order d", "order e"),
        before=(("before f", "before g"),),
        at=(Appointment("at h", at("09:00")),),
        breaks=(Break(30, time(11), time(12), ("break at i", CORNER)),),
        max_stops=5,
        most=((Kind.WAR, 2),),
        max_walk_m=2000,
        varied=True,
        sure=True,
        days=2,
        groups=3,
    )


def test_where_nothing_is_named_nothing_is_changed() -> None:
    assert renamed(NO_WISHES) == NO_WISHES
