from datetime import date, datetime, timedelta

import pytest
from flask import Flask

from guide.web import filters


@pytest.mark.parametrize(
    ("count", "vi", "en"),
    [
        (1, "1 phút", "1 minute"),
        (59, "59 phút", "59 minutes"),
        (60, "1 giờ", "1 hour"),
        (61, "1 giờ 1 phút", "1 hour 1 min"),
        (120, "2 giờ", "2 hours"),
    ],
)
def test_durations(app: Flask, count: int, vi: str, en: str) -> None:
    for address, said in (("/", vi), ("/?lang=en", en)):
        with app.test_request_context(address):
            app.preprocess_request()
            assert filters.minutes(timedelta(minutes=count)) == said
            assert filters.duration(count) == said


def test_dates_are_written_as_the_language_does(app: Flask) -> None:
    when = datetime(2025, 7, 1, 8, 5)  # noqa: DTZ001 - only the day is written
    for address, long, short in (
        ("/", "Thứ Ba, 1/7/2025", "1/7/2025"),
        ("/?lang=en", "Tuesday, 1 July 2025", "1 Jul 2025"),
    ):
        with app.test_request_context(address):
            app.preprocess_request()
            assert filters.day(when) == long
            assert filters.short_day(when) == short


def test_the_clock_has_two_figures_for_each() -> None:
    assert filters.clock(datetime(2025, 7, 1, 8, 5)) == "08:05"  # noqa: DTZ001


def test_distances_use_the_decimal_mark_of_the_language(app: Flask) -> None:
    with app.test_request_context("/?lang=en"):
        app.preprocess_request()
        assert filters.distance(1234) == "1.2 km"
    with app.test_request_context("/"):
        app.preprocess_request()
        assert filters.distance(1234) == "1,2 km"


@pytest.mark.parametrize(
    ("when", "vi", "en"),
    [
        (datetime(2026, 11, 28, 17), "17:00", "17:00"),  # noqa: DTZ001
        (datetime(2026, 11, 29, 0), "00:00 ngày mai", "00:00 tomorrow"),  # noqa: DTZ001
        (
            datetime(2026, 11, 30, 8),  # noqa: DTZ001
            "08:00 Thứ Hai, 30/11/2026",
            "08:00 on Monday, 30 November 2026",
        ),
    ],
)
def test_a_moment_says_its_day_only_where_it_is_another(
    app: Flask, when: datetime, vi: str, en: str
) -> None:
    now = datetime(2026, 11, 28, 23, 59)  # noqa: DTZ001
    for address, said in (("/", vi), ("/?lang=en", en)):
        with app.test_request_context(address):
            app.preprocess_request()
            assert filters.soon(when, now) == said


@pytest.mark.parametrize(
    ("day", "vi", "en"),
    [
        (date(2026, 2, 17), "Tết Nguyên đán", "Tết"),
        (date(2026, 9, 3), "có thể là Quốc khánh", "National Day, perhaps"),
        (date(2026, 11, 28), "", ""),
    ],
)
def test_a_holiday_is_named(app: Flask, day: date, vi: str, en: str) -> None:
    for address, said in (("/", vi), ("/?lang=en", en)):
        with app.test_request_context(address):
            app.preprocess_request()
            assert filters.holiday(day) == said
