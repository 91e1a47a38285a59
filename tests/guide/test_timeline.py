from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide import timeline
from guide.timeline import APART, BY_KEY, PERIODS, WHOLE, Mark
from sites.history import Event, History
from sites.intake import read_content
from sites.model import Kind
from tests.sites.history import event, told

TODAY = date(2026, 11, 28)
EVENTS = tuple(read_content().history.events.values())


def marks(*events: Event, period: str | None = None) -> dict[str, Mark]:
    chosen = BY_KEY[period] if period else None
    picture = timeline.draw(events, TODAY, chosen)
    return {mark.event.slug: mark for mark in picture.marks}


def test_the_periods_follow_each_other_without_a_gap() -> None:
    for one, other in pairwise(PERIODS):
        assert one.last is not None
        assert one.last + 1 == other.first


def test_every_event_is_drawn_once_and_keeps_its_number() -> None:
    picture = timeline.draw(EVENTS, TODAY)

    assert [mark.event for mark in picture.marks] == list(EVENTS)
    assert [mark.number for mark in picture.marks] == list(range(1, len(EVENTS) + 1))
    for period in PERIODS:
        for mark in timeline.draw(EVENTS, TODAY, period).marks:
            assert EVENTS[mark.number - 1] == mark.event


def test_every_event_lies_in_some_period() -> None:
    drawn = {
        mark.event.slug
        for period in PERIODS
        for mark in timeline.draw(EVENTS, TODAY, period).marks
    }

    assert drawn == {found.slug for found in EVENTS}


def test_a_period_begins_on_the_left_and_ends_on_the_right() -> None:
    found = marks(
        event("first", "1930-01-01"), event("last", "1945-12-31"), period="cach-mang"
    )

    assert found["first"].left == 0
    assert found["last"].right == pytest.approx(WHOLE, abs=0.1)


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        ("1929-12-31", False),
        ("1930-01-01", True),
        ("1945-12-31", True),
        ("1946-01-01", False),
        ("1900/1930", True),
        ("1945/1960", True),
        ("1900/2000", True),
    ],
)
def test_a_period_shows_what_is_partly_in_it(when: str, shown: bool) -> None:  # noqa: FBT001
    assert bool(marks(event("x", when), period="cach-mang")) is shown


def test_what_reaches_beyond_a_period_is_cut() -> None:
    (mark,) = marks(event("x", "1900/2000"), period="cach-mang").values()

    assert mark.spans == ((0.0, WHOLE),)


def test_a_day_or_a_year_is_a_point_and_a_span_is_a_bar() -> None:
    found = marks(
        event("year", "1950"), event("span", "1951/1955"), period="khang-chien"
    )

    (start, end), (begin, finish) = found["year"].spans[0], found["span"].spans[0]
    assert start == end
    assert begin < finish


def test_a_year_is_drawn_in_its_middle() -> None:
    found = marks(
        event("day", "1950-07-02"), event("year", "1950"), period="khang-chien"
    )

    assert found["year"].left == pytest.approx(found["day"].left, abs=0.05)


def test_dates_on_which_the_sources_disagree_are_all_drawn() -> None:
    disputed = event("x", when=(told("1941"), told("1944")))

    (mark,) = marks(disputed).values()

    assert len(mark.spans) == 2
    assert mark.left == mark.spans[0][0] < mark.spans[1][1] == mark.right


def test_marks_in_one_row_never_touch() -> None:
    for period in (None, *PERIODS):
        for lane in timeline.draw(EVENTS, TODAY, period).lanes:
            for one in lane.marks:
                for other in lane.marks:
                    if one.number < other.number and one.y == other.y:
                        assert (
                            one.right + APART <= other.left + 1e-9
                            or other.right + APART <= one.left + 1e-9
                        )


@given(st.lists(st.dates(date(40, 1, 1), TODAY), min_size=1, max_size=12))
def test_later_is_never_farther_left(days: list[date]) -> None:
    events = [event(f"e-{n}", day.isoformat()) for n, day in enumerate(days)]

    found = marks(*History((), events).events.values())

    ordered = sorted(found.values(), key=lambda mark: mark.event.first)
    assert all(a.left <= b.left for a, b in pairwise(ordered))
    assert all(0 <= mark.left <= mark.right <= WHOLE for mark in ordered)


def test_marks_are_within_their_lanes_and_lanes_within_the_picture() -> None:
    picture = timeline.draw(EVENTS, TODAY)

    for lane in picture.lanes:
        assert all(lane.top < mark.y < lane.top + lane.height for mark in lane.marks)
        assert lane.top + lane.height <= picture.height


def test_each_kind_has_a_lane_even_an_empty_one() -> None:
    picture = timeline.draw((), TODAY)

    assert {lane.kind for lane in picture.lanes} == {*Kind}
    assert picture.marks == ()


def test_the_whole_names_the_years_in_which_periods_begin() -> None:
    ticks = timeline.draw((), TODAY).ticks

    assert [tick.year for tick in ticks] == [40, 1300, 1874, 1930, 1946, 1976, 2026]
    assert [tick.x for tick in ticks] == pytest.approx(
        [WHOLE * n / len(PERIODS) for n in range(len(PERIODS) + 1)]
    )


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: period.key)
def test_a_period_names_a_few_round_years(period: timeline.Period) -> None:
    ticks = timeline.draw((), TODAY, period).ticks

    assert 2 <= len(ticks) <= timeline.TICKS + 1
    assert all(0 <= tick.x <= WHOLE for tick in ticks)
    assert len({b.year - a.year for a, b in pairwise(ticks)}) == 1


def test_tomorrow_changes_no_number() -> None:
    later = timeline.draw(EVENTS, TODAY + timedelta(days=400))

    assert [m.number for m in later.marks] == list(range(1, len(EVENTS) + 1))
