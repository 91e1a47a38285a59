from datetime import time
from string import Formatter
from typing import Any

import pytest

from guide.question import KINDS
from guide.request import TourRequest
from guide.solver.problem import Break as SolverBreak
from guide.streets.profile import Profile
from guide.wishes import ONE_DAY, Appointment, Break, Wishes
from guide.wishwords import PHRASES, of_clash, of_request, phrase
from sites.catalogue import Catalogue
from sites.history import History
from sites.model import Kind
from sites.names import LANGUAGES, Language, Text
from tests.guide.factories import TRICKY, at, on, question, request, temple
from tests.sites.history import person

A, B = temple("a", on(100, 0)), temple("b", on(200, 0))
SAILOR = person("sailor", name=Text(vi="Ông Tuệ", en="Mr Tuệ"))
TOWN = Catalogue((A, B, TRICKY), history=History([SAILOR]))
WAR = KINDS.index(Kind.WAR)


def said(asked: TourRequest) -> list[tuple[str, str, str]]:
    """List each wish: its field, and what is said in Vietnamese and English."""
    return [(field, words.vi, words.en) for field, words in of_request(asked, TOWN)]


def wished(**wishes: Any) -> list[tuple[str, str, str]]:
    return said(request(wishes=Wishes(**wishes)))


@pytest.mark.parametrize(
    ("wishes", "field", "vi", "en"),
    [
        ({"follow": "sailor"}, "follow", "theo dấu: Ông Tuệ", "follow: Mr Tuệ"),
        ({"first": "a"}, "first", "ghé Đền a đầu tiên", "a Temple first"),
        ({"last": "a"}, "last", "ghé Đền a sau cùng", "a Temple last"),
        (
            {"order": ("b", "a")},
            "order",
            "thứ tự của bạn: 2 điểm",
            "your order of 2 stops",
        ),
        (
            {"before": (("b", "a"),)},
            "before",
            "Đền b trước Đền a",
            "b Temple before a Temple",
        ),
        (
            {"at": (Appointment("a", at("09:05")),)},
            "at",
            "có mặt ở Đền a lúc 09:05",
            "at a Temple by 09:05",
        ),
        ({"max_stops": 5}, "stops", "không quá 5 điểm dừng", "no more stops than 5"),
        (
            {"most": ((Kind.WAR, 0),)},
            "most",
            "không quá 0 điểm thuộc loại “Chiến tranh và giải phóng”",
            "at most 0 of the kind “War and liberation”",
        ),
        (
            {"max_walk_m": 1500},
            "walk",
            "đi bộ không quá 1,5 km",
            "at most 1.5 km on foot",
        ),
        (
            {"breaks": (Break(30, time(11, 30), time(13), ("a",)),)},
            "break",
            "nghỉ 30 phút trong khoảng 11:30–13:00",
            "a break of 30 min between 11:30 and 13:00",
        ),
        ({"varied": True}, "varied", "đa dạng loại di tích", "a variety of kinds"),
        (
            {"streets": Profile(step_free=True, lit=True)},
            "streets",
            "đường không bậc thang, có đèn",
            "streets: no steps, rather lit",
        ),
        (
            {"sure": True},
            "only",
            "chỉ nơi biết chắc giờ mở cửa",
            "only places sure to be open",
        ),
        ({"days": 2}, "days", "2 ngày", "2 days"),
        ({"groups": 2}, "groups", "2 nhóm", "2 groups"),
    ],
)
def test_each_wish_is_said_in_words(
    wishes: dict[str, Any], field: str, vi: str, en: str
) -> None:
    assert wished(**wishes) == [(field, vi, en)]


def test_nothing_is_said_where_nothing_is_wished() -> None:
    assert wished() == []
    assert wished(days=1, groups=1) == []


def test_every_wish_is_said_once() -> None:
    found = wished(
        first="a",
        last="b",
        before=(("a", "b"), ("b", "tricky")),
        most=((Kind.WAR, 1), (Kind.LANDMARK, 2)),
        varied=True,
        sure=True,
        max_stops=1,
    )

    assert [field for field, _vi, _en in found] == [
        "stops", "varied", "only", "most", "most", "first", "last", "before", "before",
    ]  # fmt: skip


def test_a_name_with_signs_is_said_as_it_is() -> None:
    name = TRICKY.name

    assert wished(first="tricky") == [
        ("first", f"ghé {name.vi} đầu tiên", f"{name.en} first")
    ]


def test_a_name_with_braces_is_no_template() -> None:
    words = phrase("must", name=Text(vi="{x} {0}", en="{name}"))

    assert words == Text(vi="ghé {x} {0}", en="see {name}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", PHRASES)
def test_every_phrase_says_the_same_in_both_languages(
    field: str, language: Language
) -> None:
    def blanks(text: str) -> set[str | None]:
        return {name for _text, name, *_ in Formatter().parse(text)}

    words = PHRASES[field]

    assert words.in_(language)
    assert words.vi != words.en
    assert blanks(words.vi) - {None} == blanks(words.en) - {None}


@pytest.mark.parametrize(
    ("field", "about", "vi", "en"),
    [
        ("must", 1, "ghé Đền b", "see b Temple"),
        ("never", 1, "bỏ qua Đền b", "leave out b Temple"),
        ("first", 0, "ghé Đền a đầu tiên", "a Temple first"),
        ("last", 0, "ghé Đền a sau cùng", "a Temple last"),
        ("windows", 0, "giờ mở cửa của Đền a", "the opening hours of a Temple"),
        ("before", (1, 0), "Đền b trước Đền a", "b Temple before a Temple"),
        ("at", (0, 3900), "có mặt ở Đền a lúc 09:05", "at a Temple by 09:05"),
        ("max_stops", 3, "không quá 3 điểm dừng", "no more stops than 3"),
        (
            "max_of_kind",
            (WAR, 2),
            "không quá 2 điểm thuộc loại “Chiến tranh và giải phóng”",
            "at most 2 of the kind “War and liberation”",
        ),
        ("max_walk_s", 999, "đi bộ không quá 500 m", "at most 500 m on foot"),
        ("limit_s", 7200, "tất cả trong 120 phút", "all within 120 minutes"),
        ("travel_s", "", "đường đến nơi kết thúc", "the way to the end"),
        (
            "breaks",
            SolverBreak(places=(2,), pause_s=1800, earliest_s=3600, latest_s=7200),
            "nghỉ 30 phút trong khoảng 09:00–10:00",
            "a break of 30 min between 09:00 and 10:00",
        ),
    ],
)
def test_each_part_of_a_clash_is_said_in_words(
    field: str, about: object, vi: str, en: str
) -> None:
    asked = question(request(wishes=Wishes(max_walk_m=500)), A, B)

    assert of_clash(asked, field, about) == Text(vi=vi, en=en)


def test_an_appointment_on_another_day_is_said_with_the_day() -> None:
    wish = Appointment("a", at("09:05") + ONE_DAY)

    assert wished(at=(wish,), days=2)[-1][2] == "at a Temple by 09:05 24/11"
