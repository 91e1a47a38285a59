from dataclasses import replace
from datetime import date, timedelta
from string import Formatter
from typing import Any

import pytest

from guide.streets.way import Stretch
from guide.tour import Change, LeftOut, Leg, Place, Reason, Remedy, Rest
from guide.wishes import Style, Wishes
from guide.wording import (
    KIND_NAMES,
    REASONS,
    STYLE_NAMES,
    change_words,
    distance,
    held_words,
    in_a_sentence,
    leg_words,
    lunar_words,
    minutes,
    part_name,
    reason_words,
    rest_words,
    rounded,
    span,
    tour_name,
)
from sites.festivals import Calendar, Festival
from sites.model import Kind, Site
from sites.names import LANGUAGES, Language, Text
from tests.guide.factories import at, on, request, temple, walk
from tests.sites.factories import festival

A = temple("a", on(0, 0))


def leg(metres: float, seconds: int = 60, *streets: str | None) -> Leg:
    return Leg(
        line=(on(0, 0),),
        stretches=tuple(Stretch(name, 10) for name in streets),
        metres=metres,
        depart=at("08:00"),
        arrive=at("08:00") + timedelta(seconds=seconds),
    )


@pytest.mark.parametrize(
    ("metres", "vi", "en"),
    [
        pytest.param(0, "5 m", "5 m", id="never nothing"),
        pytest.param(7.4, "5 m", "5 m", id="rounded down"),
        pytest.param(7.6, "10 m", "10 m", id="rounded up"),
        pytest.param(321, "320 m", "320 m", id="in steps of 5 m"),
        pytest.param(994.9, "995 m", "995 m", id="the last in metres"),
        pytest.param(995, "1,0 km", "1.0 km", id="the first in kilometres"),
        pytest.param(1249, "1,2 km", "1.2 km", id="in steps of 100 m"),
        pytest.param(12345, "12,3 km", "12.3 km", id="far"),
    ],
)
def test_a_distance_is_rounded_as_people_say_it(
    metres: float, vi: str, en: str
) -> None:
    assert (distance(metres, "vi"), distance(metres, "en")) == (vi, en)


@pytest.mark.parametrize(("seconds", "count"), [(60, 1), (119, 1), (120, 2), (600, 10)])
def test_a_leg_takes_what_lies_between_its_times(seconds: int, count: int) -> None:
    assert minutes(leg(100, seconds), "vi") == f"{count} phút"
    assert minutes(leg(100, seconds), "en") == f"{count} min"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        pytest.param(leg(320, 240), "320 m, 4 min", id="no names"),
        pytest.param(leg(320, 240, "A"), "320 m, 4 min along A", id="one street"),
        pytest.param(
            leg(320, 240, "A", None, "B"), "320 m, 4 min along A, then B", id="two"
        ),
        pytest.param(
            leg(320, 240, "A", "B", "A"), "320 m, 4 min along A, then B", id="each once"
        ),
        pytest.param(leg(320, 240, "{0}"), "320 m, 4 min along {0}", id="braces"),
        pytest.param(leg(1, 1, "A"), "5 m, under a minute along A", id="a metre"),
        pytest.param(leg(0.99, 1, "A"), "right next to it", id="less than a metre"),
    ],
)
def test_a_leg_says_how_far_and_along_which_streets(found: Leg, words: str) -> None:
    assert leg_words(found, "en") == words


def test_a_leg_speaks_vietnamese() -> None:
    assert leg_words(leg(1320, 1100, "Phố A", "Phố B"), "vi") == (
        "1,3 km, 18 phút theo phố A, rồi phố B"
    )
    assert leg_words(leg(0), "vi") == "ngay bên cạnh"


@pytest.mark.parametrize(
    ("day", "vi", "en"),
    [
        (date(2027, 3, 15), "8/2 âm lịch", "lunar 8/2"),
        (date(2025, 8, 8), "15/6 nhuận âm lịch", "lunar 15/6 leap"),
        (date(2101, 1, 1), "", ""),
    ],
)
def test_a_day_is_written_by_the_moon(day: date, vi: str, en: str) -> None:
    assert (lunar_words(day, "vi"), lunar_words(day, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("feast", "words"),
    [
        (festival(), "15/3/2027 (8/2 âm lịch)"),
        (festival(days=3), "15/3/2027–17/3/2027 (8/2 âm lịch)"),
        (festival(13, 5, calendar=Calendar.SOLAR), "13/5/2027"),
    ],
)
def test_a_feast_is_said_by_the_sun_and_by_the_moon(
    feast: Festival, words: str
) -> None:
    held = feast.held_in(2027)

    assert held is not None
    assert held_words(held, "vi") == words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_its_own_words(reason: Reason, language: Language) -> None:
    said = {REASONS[other].in_(language) for other in Reason}

    assert len(said) == len(Reason)
    assert {name for _text, name, *_ in Formatter().parse(
        REASONS[reason].in_(language)
    )} <= {None, "metres", "minutes", "opens", "visit"}  # fmt: skip


@pytest.mark.parametrize(
    ("out", "vi", "en"),
    [
        pytest.param(
            LeftOut(site=A, reason=Reason.CLOSED, opens=at("14:05")),
            "đóng cửa vào giờ đó, mở lại lúc 14:05 ngày 23/11",
            "closed at that time, opens 23/11 at 14:05",
            id="opens later",
        ),
        pytest.param(
            LeftOut(site=A, reason=Reason.CLOSED),
            "đóng cửa vào giờ đó",
            "closed at that time",
            id="stays closed",
        ),
        pytest.param(
            LeftOut(site=A, reason=Reason.TOO_FAR, minutes=61, visit_minutes=10),
            "riêng nơi này đã cần 61 phút, gồm 10 phút tham quan",
            "this site alone takes 61 minutes, 10 of them for the visit",
            id="too far",
        ),
        pytest.param(
            LeftOut(site=A, reason=Reason.NO_STREET, metres=387.2),
            "cách con đường gần nhất trên bản đồ 385 m",
            "it lies 385 m from the nearest street that we know",
            id="no street",
        ),
        pytest.param(
            LeftOut(site=A, reason=Reason.UNWANTED),
            "bạn đã bỏ qua nơi này",
            "you asked to leave it out",
            id="unwanted",
        ),
    ],
)
def test_a_reason_holds_the_numbers_that_belong_to_it(
    out: LeftOut, vi: str, en: str
) -> None:
    assert (reason_words(out, "vi"), reason_words(out, "en")) == (vi, en)


@pytest.mark.parametrize("seconds", [0, 59])
def test_a_leg_within_one_minute_of_the_clock_says_so(seconds: int) -> None:
    assert minutes(leg(100, seconds), "vi") == "chưa đến 1 phút"


@pytest.mark.parametrize(
    ("doubt_m", "words"),
    [
        (99.9, "right next to it"),
        (100.0, "in the same area; positions are estimates, give or take 100 m"),
    ],
)
def test_places_in_one_uncertain_point_are_not_said_to_be_near(
    doubt_m: float, words: str
) -> None:
    assert leg_words(replace(leg(0, 0), doubts_m=(0, doubt_m)), "en") == words


def test_a_street_begins_small_inside_a_vietnamese_sentence() -> None:
    assert in_a_sentence("Phố Lê Lợi", "vi") == "phố Lê Lợi"
    assert in_a_sentence("Phố Lê Lợi", "en") == "Phố Lê Lợi"
    assert in_a_sentence("Lê Lợi", "vi") == "Lê Lợi"


@pytest.mark.parametrize(
    ("count", "vi", "en"),
    [
        (0, "0 điểm dừng", "0 stops"),
        (1, "1 điểm dừng", "1 stop"),
        (2, "2 điểm dừng", "2 stops"),
    ],
)
def test_a_tour_is_named_by_start_departure_and_number_of_stops(
    count: int, vi: str, en: str
) -> None:
    sites = [temple(f"s{number}", on(0, 100)) for number in range(count)]
    tour = walk(request("home"), temple("home", on(0, 0)), *sites)

    assert tour_name(tour, "vi") == f"Dạo bộ từ Đền home, 23/11/2026 08:00: {vi}"
    assert tour_name(tour, "en") == f"Walk from home Temple, 23/11/2026 08:00: {en}"


def test_a_tour_from_a_position_is_named_by_its_numbers() -> None:
    assert "from 20.86000, 106.69000," in tour_name(walk(request()), "en")


@pytest.mark.parametrize(
    ("names", "family"),
    [(KIND_NAMES, [*Kind]), (STYLE_NAMES, [*Style])],
    ids=["kinds", "styles"],
)
def test_everything_has_a_name_of_its_own_in_both_languages(
    names: dict[Any, Text], family: list[Any]
) -> None:
    assert list(names) == family
    for language in LANGUAGES:
        assert len({name.in_(language) for name in names.values()}) == len(family)
    assert all(name.vi != name.en for name in names.values())


def bringing_in(remedy: Remedy, amount: int = 0, *drops: Site) -> LeftOut:
    change = Change(remedy=remedy, request=request(), amount=amount, drops=drops)
    return LeftOut(site=A, reason=Reason.BETTER_ELSEWHERE, change=change)


B, C, D = (temple(slug, on(0, 0)) for slug in "bcd")


@pytest.mark.parametrize(
    ("out", "vi", "en"),
    [
        pytest.param(
            bringing_in(Remedy.MINUTES, 15),
            "thêm 15 phút",
            "give 15 more minutes",
            id="minutes",
        ),
        pytest.param(
            bringing_in(Remedy.STOPS, 2),
            "thêm 2 điểm dừng",
            "allow more stops: 2",
            id="stops",
        ),
        pytest.param(
            bringing_in(Remedy.WALK, 250),
            "đi bộ thêm 250 m",
            "walk up to 250 m more",
            id="walk",
        ),
        pytest.param(
            bringing_in(Remedy.DEPART, -60),
            "đi sớm hơn 1 giờ",
            "leave 1 h earlier",
            id="earlier",
        ),
        pytest.param(
            bringing_in(Remedy.DEPART, 90),
            "đi muộn hơn 1 giờ 30 phút",
            "leave 1 h 30 min later",
            id="later",
        ),
        pytest.param(
            bringing_in(Remedy.DROP, 0, B), "bỏ Đền b", "leave out b Temple", id="drop"
        ),
        pytest.param(
            bringing_in(Remedy.MUST),
            "thêm vào lộ trình",
            "add it to the walk",
            id="must, at no cost",
        ),
        pytest.param(
            bringing_in(Remedy.MUST, 0, B, C),
            "thay cho Đền b, Đền c",
            "swap out b Temple, c Temple",
            id="must, for two",
        ),
        pytest.param(
            bringing_in(Remedy.MUST, 0, B, C, D),
            "thay cho 3 điểm khác",
            "swap out 3 other stops",
            id="must, for many",
        ),
        pytest.param(
            LeftOut(site=A, reason=Reason.NO_WAY), "", "", id="nothing is known"
        ),
    ],
)
def test_a_change_is_a_short_command(out: LeftOut, vi: str, en: str) -> None:
    assert (change_words(out, "vi"), change_words(out, "en")) == (vi, en)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("remedy", Remedy)
def test_every_remedy_has_words(remedy: Remedy, language: Language) -> None:
    words = change_words(bringing_in(remedy, 30, B), language)

    assert words
    assert not {"{", "}"} & {*words}


def test_a_name_with_braces_is_no_template() -> None:
    odd = temple("odd", on(0, 0), name=Text(vi="{0} {drops}", en="{amount}"))

    assert change_words(bringing_in(Remedy.DROP, 0, odd), "vi") == "bỏ {0} {drops}"
    assert change_words(bringing_in(Remedy.DROP, 0, odd), "en") == "leave out {amount}"


@pytest.mark.parametrize(
    ("count", "vi", "en"),
    [
        pytest.param(0, "0 phút", "0 min", id="nothing"),
        pytest.param(59, "59 phút", "59 min", id="less than an hour"),
        pytest.param(60, "1 giờ", "1 h", id="an hour"),
        pytest.param(61, "1 giờ 01 phút", "1 h 01 min", id="a minute more"),
        pytest.param(125, "2 giờ 05 phút", "2 h 05 min", id="two hours and some"),
    ],
)
def test_a_span_is_said_in_hours_and_minutes(count: int, vi: str, en: str) -> None:
    assert (span(count, "vi"), span(count, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("days", "groups", "vi", "en"),
    [
        pytest.param(1, 1, [""], [""], id="one walk needs no name"),
        pytest.param(
            2,
            1,
            ["Ngày 1 (23/11/2026)", "Ngày 2 (24/11/2026)"],
            ["Day 1 (23/11/2026)", "Day 2 (24/11/2026)"],
            id="two days",
        ),
        pytest.param(
            1, 2, ["Nhóm 1", "Nhóm 2"], ["Group 1", "Group 2"], id="two groups"
        ),
        pytest.param(
            2,
            2,
            [
                "Ngày 1 (23/11/2026), Nhóm 1",
                "Ngày 1 (23/11/2026), Nhóm 2",
                "Ngày 2 (24/11/2026), Nhóm 1",
                "Ngày 2 (24/11/2026), Nhóm 2",
            ],
            [
                "Day 1 (23/11/2026), Group 1",
                "Day 1 (23/11/2026), Group 2",
                "Day 2 (24/11/2026), Group 1",
                "Day 2 (24/11/2026), Group 2",
            ],
            id="two groups on two days",
        ),
    ],
)
def test_each_of_several_walks_has_a_name(
    days: int, groups: int, vi: list[str], en: list[str]
) -> None:
    found = walk(request(wishes=Wishes(days=days, groups=groups)), A)
    places = range(len(found.parts))

    assert [part_name(found, place, "vi") for place in places] == vi
    assert [part_name(found, place, "en") for place in places] == en


@pytest.mark.parametrize(
    ("leave", "place", "vi", "en"),
    [
        pytest.param(
            "08:45",
            Place(position=on(0, 0), site=A),
            "Nghỉ 45 phút gần Đền a",
            "Rest 45 min near a Temple",
            id="at a site",
        ),
        pytest.param(
            "09:00",
            Place(position=on(0, 0)),
            "Nghỉ 1 giờ gần 20.86000, 106.69000",
            "Rest 1 h near 20.86000, 106.69000",
            id="at a position",
        ),
    ],
)
def test_a_rest_says_how_long_and_where(
    leave: str, place: Place, vi: str, en: str
) -> None:
    rest = Rest(place=place, arrive=at("07:50"), enter=at("08:00"), leave=at(leave))

    assert (rest_words(rest, "vi"), rest_words(rest, "en")) == (vi, en)


def test_a_walk_that_would_be_too_long_says_how_long() -> None:
    out = LeftOut(site=A, reason=Reason.TOO_LONG, metres=1234.5)

    assert reason_words(out, "vi") == "riêng nơi này đã phải đi bộ 1,2 km"
    assert reason_words(out, "en") == "this site alone means 1.2 km on foot"


@pytest.mark.parametrize(
    ("metres", "told"),
    [(12, 10), (13, 15), (97, 95), (99.9, 100), (104, 100), (106, 110), (494, 490),
     (499.9, 500), (524, 500), (526, 550), (999, 1000), (1234, 1250)],
)  # fmt: skip
def test_distances_are_told_in_round_figures(metres: float, told: float) -> None:
    assert rounded(metres) == told
