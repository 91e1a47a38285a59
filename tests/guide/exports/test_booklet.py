import json
from dataclasses import replace
from typing import Any

import pytest

from guide.exports.booklet import booklet, printable
from guide.wishes import Break, Wishes
from sites.model import Access, Way
from sites.names import LANGUAGES, Language, Text
from tests.guide.exports.codes import LINKS
from tests.guide.factories import BROKEN, TRICKY, at, on, request, temple, walk
from tests.sites.factories import KEY, location, passage

A = temple("a", on(100, 0), story=(passage("Chuyện.", "A story."),))


def told(*sites: Any, language: Language = "vi", **wishes: Any) -> dict[str, Any]:
    tour = walk(request(wishes=Wishes(**wishes)), *sites)
    return booklet(tour, language, LINKS)


def stops(found: dict[str, Any]) -> list[dict[str, Any]]:
    entries = [entry for part in found["parts"] for entry in part["entries"]]
    return [entry for entry in entries if entry["kind"] == "stop"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_booklet_is_plain_values(language: Language) -> None:
    found = told(A, TRICKY, BROKEN, language=language)

    assert json.loads(json.dumps(found)) == found


def test_a_walk_goes_from_end_to_end_with_a_leg_before_each_halt() -> None:
    (part,) = told(A, temple("b", on(200, 0)))["parts"]
    kinds = [entry["kind"] for entry in part["entries"]]

    assert kinds == ["end", "leg", "stop", "leg", "stop", "leg", "end"]


def test_stops_of_all_walks_number_on() -> None:
    found = told(A, temple("b", on(200, 0)), groups=2, max_stops=1)

    assert [part["name"] for part in found["parts"]] == ["Nhóm 1", "Nhóm 2"]
    assert [stop["number"] for stop in stops(found)] == [1, 2]


def test_a_break_is_no_stop() -> None:
    rest = Break(10, at("08:10").time(), at("09:00").time(), (on(200, 0),))
    found = told(A, breaks=(rest,))

    assert len(stops(found)) == 1
    assert any(e["kind"] == "rest" for e in found["parts"][0]["entries"])


def test_a_stop_says_what_to_see_and_who_says_so() -> None:
    found = told(A)
    (stop,) = stops(found)

    assert stop["lede"] == [{"says": "Một câu.", "notes": [1], "tradition": False}]
    assert stop["story"] == [[{"says": "Chuyện.", "notes": [1], "tradition": False}]]
    assert found["sources"] == [{"number": 1, "says": KEY}]


def test_a_stop_has_its_two_addresses() -> None:
    (stop,) = stops(told(A))

    assert stop["page"] == "https://guide.example/sites/a"
    assert stop["short"] == "https://guide.example/s/A"


def test_what_is_doubtful_is_told() -> None:
    far = replace(location(*on(100, 0).lat_lon), radius_m=101.0)
    doubtful = replace(
        TRICKY,
        location=far,
        access=Access(way=Way.PRIVATE, note=Text(vi="Hỏi chủ nhà.", en="Ask.")),
    )
    (stop,) = stops(told(doubtful))

    assert stop["notes"] == [
        "Chưa rõ giờ mở cửa: hãy hỏi trước khi đi.",
        "Nơi riêng tư, chỉ nhìn từ ngoài đường.",
        "Hỏi chủ nhà.",
        "Vị trí chưa chắc, sai số 101 m: hãy tìm quanh đó hoặc hỏi người dân.",
    ]


def test_a_walk_elsewhere_names_both_ends() -> None:
    tour = walk(request(end=on(100, 0)))

    assert booklet(tour, "en", LINKS)["title"] == (
        "Walk from 20.86000, 106.69000 to 20.86000, 106.69096"
    )


@pytest.mark.parametrize(
    ("given", "left"),
    [("a\x00\x1b[31m\nb", "a[31m b"), ("  Đền\u202e  Nghè ", "Đền Nghè")],
)
def test_what_has_no_shape_is_dropped(given: str, left: str) -> None:
    assert printable(given) == left
