from datetime import date, time

from guide.exports.text import FORMAT
from guide.planner import explain
from guide.tour import Tour
from guide.wishes import Break, Wishes
from sites.catalogue import Catalogue
from sites.festivals import Calendar
from sites.hours import UNKNOWN, Hours
from sites.names import Language, Text
from tests.guide.factories import GRID, on, request, temple, walk
from tests.sites.factories import festival

A = temple("a", on(120, 0), hours=UNKNOWN)
B = temple("b", on(240, 0), hours=Hours(rule="08:30-09:00"))
HOME = temple("home", on(0, 0))


def lines(tour: Tour, language: Language = "vi") -> list[str]:
    return FORMAT.render(tour, language).decode().splitlines()


def test_a_slip_of_paper_in_english() -> None:
    assert lines(walk(request("home", minutes=60), A, B, HOME), "en") == [
        "Walk from home Temple, 23/11/2026 08:00: 2 stops",
        "",
        "08:00  home Temple",
        "       ↓ 120 m, 1 min along Phố Ngang 0",
        "         · Head east along Phố Ngang 0, 120 m",
        "         · You are there",
        "08:01  1. a Temple (–08:11), opening hours unknown",
        "       ↓ 120 m, 2 min along Phố Ngang 0",
        "         · Head east along Phố Ngang 0, 120 m",
        "         · You are there",
        "08:30  2. b Temple (–08:40), wait for the doors until 08:30",
        "       ↓ 240 m, 3 min along Phố Ngang 0",
        "         · Head west along Phố Ngang 0, 240 m",
        "         · You are there",
        "08:43  back at home Temple",
        "",
        "Left out:",
        "- home Temple: your walk starts or ends right here",
        "",
        "© Somebody",
    ]


def test_the_same_slip_in_vietnamese() -> None:
    found = lines(walk(request("home", minutes=60), A, B, HOME))

    assert found[4] == "         · Đi về hướng đông, theo phố Ngang 0, 120 m"
    assert found[6] == "08:01  1. Đền a (–08:11), chưa rõ giờ mở cửa"
    assert found[10] == "08:30  2. Đền b (–08:40), chờ mở cửa đến 08:30"
    assert found[16:18] == [
        "Không ghé:",
        "- Đền home: chuyến đi bắt đầu hoặc kết thúc ngay tại đây",
    ]


def test_a_stop_says_that_its_festival_is_on_and_its_hours_are_old() -> None:
    site = temple(
        "festive",
        on(120, 0),
        hours=Hours(rule="24/7", checked=date(2025, 1, 1)),
        festivals=(festival(23, 11, calendar=Calendar.SOLAR),),
    )
    tour = walk(request(), site)

    assert lines(tour, "en")[6] == (
        "08:01  1. festive Temple (–08:16), its festival is today, "
        "hours may be out of date"
    )
    assert lines(tour)[6].endswith(", hôm nay là ngày hội, giờ mở cửa có thể đã đổi")


def test_a_walk_without_stops_says_so_and_still_leads_to_the_end() -> None:
    found = lines(walk(request(end=on(120, 0))), "en")

    assert "       No site fits into this time." in found
    assert "       ↓ 120 m, 1 min along Phố Ngang 0" in found


def test_a_walk_that_ends_elsewhere_does_not_say_back() -> None:
    there = walk(request("home", end="a", minutes=60), A, HOME)

    found = lines(there, "en")

    assert [line for line in found if line.endswith("  at a Temple")]
    assert not [line for line in found if "back at" in line]


def test_a_tour_that_leaves_nothing_out_has_no_such_heading() -> None:
    assert "Left out:" not in lines(walk(request(on(0, 0), minutes=60), A), "en")


def test_a_name_cannot_move_the_cursor() -> None:
    name = Text(vi="a\x1b[2J\nb", en="a\x1b[2J\nb")
    hostile = temple("hostile", on(120, 0), name=name)
    found = FORMAT.render(walk(request(on(0, 0), minutes=60), hostile), "vi").decode()

    assert "\x1b" not in found
    assert "a[2Jb" in found


BREAK = Break(10, time(8, 10), time(8, 25), (on(200, 0),))
C = temple("c", on(300, 300))


def test_a_break_has_a_line_but_no_number() -> None:
    found = lines(walk(request(wishes=Wishes(breaks=(BREAK,))), A, C), "en")
    times = [line for line in found if line[2:3] == ":"]

    assert times == [
        "08:00  20.86000, 106.69000",
        "08:01  1. a Temple (–08:11), opening hours unknown",
        "08:12  Rest 10 min near 20.86000, 106.69192",
        "08:28  2. c Temple (–08:38)",
        "08:46  back at 20.86000, 106.69000",
    ]


def test_several_walks_stand_under_their_names_and_number_on() -> None:
    tour = walk(request(wishes=Wishes(days=2, groups=2, max_stops=1)), A, C)
    found = lines(tour)
    names = [line for line in found if line.startswith("Ngày")]

    assert names == [
        "Ngày 1 (23/11/2026), Nhóm 1",
        "Ngày 1 (23/11/2026), Nhóm 2",
        "Ngày 2 (24/11/2026), Nhóm 1",
        "Ngày 2 (24/11/2026), Nhóm 2",
    ]
    assert all(found[found.index(name) - 1] == "" for name in names)
    assert [line[7:9] for line in found if line[8:9] == "."] == ["1.", "2."]
    assert (
        sum(line.endswith("Không có điểm nào vừa thời gian này.") for line in found)
        == 2
    )


def test_one_walk_has_no_name_of_its_own() -> None:
    found = lines(walk(request(), A))

    assert not [line for line in found if line.startswith(("Ngày", "Nhóm"))]


def test_what_would_bring_a_site_in_stands_behind_its_reason() -> None:
    asked = request(minutes=30)

    assert lines(explain(asked, Catalogue((A, C)), GRID), "en")[-3] == (
        "- c Temple: the time shows you more at other sites "
        "(to see it: give 10 more minutes)"
    )
    assert lines(walk(asked, A, C), "en")[-3] == (
        "- c Temple: the time shows you more at other sites"
    )
