import json
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest

from guide.asked import read_request
from guide.asked.words import written as written_place
from guide.exports.json_ import FORMAT, record
from guide.planner import explain, plan
from guide.tour import Change, LeftOut, Reason, Remedy, Tour
from guide.wishes import Break, Style, Wishes
from sites.catalogue import Catalogue
from sites.city import HAI_PHONG
from sites.festivals import Calendar
from sites.hours import UNKNOWN, Hours
from sites.names import Text
from tests.guide.factories import CORNER, GRID, TRICKY, at, on, request, temple, walk
from tests.sites.factories import festival

NOTE = Text(vi="Sách nói khác nhau.", en="The books disagree.")
SHUT = temple("shut", on(240, 0), hours=Hours(rule="08:30-09:00"))
OPEN = temple("open", on(300, 300), hours=UNKNOWN)
OUT = (
    temple("lost", position_note=NOTE),
    temple("fields", on(0, -1000)),
    temple("late", on(0, 0), hours=Hours(rule="14:00-17:00")),
    temple("never", on(0, 0)),
)
ASKED = request(never=("never",))
TOUR = walk(ASKED, SHUT, OPEN, *OUT)


def written(tour: Tour = TOUR) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FORMAT.render(tour, "vi"))
    return found


def test_a_tour_repeats_what_was_asked_in_the_words_of_the_address() -> None:
    assert written()["request"] == {
        "from": "20.860000,106.690000",
        "depart": "2026-11-23T08:00",
        "minutes": "120",
        "never": "never",
    }


def test_there_is_one_leg_more_than_stops() -> None:
    assert (len(written()["stops"]), len(written()["legs"])) == (2, 3)
    assert len(written(walk(request()))["legs"]) == 1


def test_every_site_is_a_stop_or_left_out() -> None:
    named = [
        found["site"] for part in ("stops", "left_out") for found in written()[part]
    ]

    assert sorted(named) == ["fields", "late", "lost", "never", "open", "shut"]


def test_the_walk_is_the_sum_of_its_legs() -> None:
    found = written()

    assert found["walk_m"] == sum(leg["metres"] for leg in found["legs"])
    assert found["walk_m"] == pytest.approx(1200, abs=2)
    assert found["walk_minutes"] == 17


def test_moments_carry_the_zone_of_the_city() -> None:
    found = written()
    moments = [found["depart"], found["arrive"]]
    moments += [
        stop[key] for stop in found["stops"] for key in ("arrive", "enter", "leave")
    ]

    assert all(moment.endswith("+07:00") for moment in moments)
    assert datetime.fromisoformat(found["arrive"]) == TOUR.arrive


def test_a_leg_begins_where_and_when_the_one_before_it_led() -> None:
    legs = written()["legs"]

    assert [leg["line"][0] for leg in legs[1:]] == [
        leg["line"][-1] for leg in legs[:-1]
    ]
    assert legs[0]["line"][0] == [106.69, 20.86]


def test_a_stop_says_how_long_one_waits_and_how_sure_its_place_is() -> None:
    shut = next(s for s in written(walk(request(), SHUT))["stops"])

    assert shut["wait_minutes"] == 27
    assert shut["radius_m"] == 30
    assert (shut["lat"], shut["lon"]) == on(240, 0).lat_lon


def test_unknown_hours_are_said_to_be_unknown() -> None:
    hours = {stop["site"]: stop["hours"] for stop in written()["stops"]}

    assert hours == {"open": "unknown", "shut": "08:30-09:00"}


def test_a_stop_says_whether_its_hours_are_sure_and_fresh() -> None:
    old = temple("old", on(120, 0), hours=Hours(rule="24/7", checked=date(2025, 1, 1)))
    stops = written(walk(request(), old, OPEN))["stops"]

    assert {s["site"]: (s["sure"], s["stale"]) for s in stops} == {
        "old": (True, True),
        "open": (False, False),
    }


def test_a_stop_names_the_festival_that_is_on() -> None:
    feast = festival(23, 11, calendar=Calendar.SOLAR, days=2)
    site = temple("festive", on(120, 0), festivals=(feast,))

    (stop,) = written(walk(request(), site))["stops"]

    assert stop["festival"] == {
        "key": "feast",
        "name": "Hội",
        "first": "2026-11-23",
        "last": "2026-11-24",
    }
    assert written(walk(request(), OPEN))["stops"][0]["festival"] is None


def test_a_leg_names_its_streets() -> None:
    (there, _back) = written(walk(request(), temple("a", on(300, 50))))["legs"]

    assert there["streets"] == [
        {"name": "Phố Ngang 0", "metres": 300},
        {"name": "Phố Dọc 300", "metres": 50},
    ]


def test_a_leg_says_step_by_step_how_to_walk_it() -> None:
    (there, _back) = written(walk(request(), temple("a", on(290, 50))))["legs"]

    assert there["steps"] == [
        {
            "manoeuvre": "start",
            "street": "Phố Ngang 0",
            "metres": 300,
            "at": 0,
            "heading": "east",
            "says": "Đi về hướng đông, theo phố Ngang 0, 300 m",
        },
        {
            "manoeuvre": "left",
            "street": "Phố Dọc 300",
            "metres": 50,
            "at": 3,
            "says": "Rẽ trái vào phố Dọc 300, đi 50 m",
        },
        {
            "manoeuvre": "arrive",
            "street": None,
            "metres": 10,
            "at": 4,
            "says": "Đến nơi",
        },
    ]


def test_the_steps_of_every_leg_add_up_to_it() -> None:
    for leg in written()["legs"]:
        steps = [step["metres"] for step in leg["steps"]]

        assert sum(steps) == pytest.approx(leg["metres"], abs=len(steps))


def test_what_is_left_out_has_a_reason_and_only_what_belongs_to_it() -> None:
    out = {found.pop("site"): found for found in written()["left_out"]}

    assert out["never"] == {"name": "Đền never", "reason": "unwanted"}
    assert out["lost"] == {
        "name": "Đền lost", "reason": "no-position", "note": "Sách nói khác nhau."
    }  # fmt: skip
    assert (out["fields"]["reason"], out["fields"]["metres"]) == ("no-street", 1000)
    assert out["late"]["opens"] == "2026-11-23T14:00:00+07:00"


def test_a_site_that_is_too_far_says_how_many_minutes_it_takes() -> None:
    (out,) = written(walk(request(minutes=15), OPEN))["left_out"]

    assert (out["reason"], out["minutes"]) == ("too-far", 27)


def test_names_are_in_the_language_asked_for() -> None:
    stops = record(walk(request("tricky"), TRICKY, OPEN), "en")

    assert stops["start"]["name"] == '"A & B" <1> Temple: Đền'
    assert stops["stops"][0]["name"] == "open Temple"


def test_an_end_may_be_a_site_or_a_position() -> None:
    found = record(walk(request(CORNER, end="tricky"), TRICKY), "vi")

    assert (found["start"]["site"], found["end"]["site"]) == (None, "tricky")
    assert found["start"]["name"] == "20.86000, 106.69000"


A, B = temple("a", on(120, 0)), temple("b", on(300, 300))
BREAK = Break(10, time(8, 10), time(9), (on(200, 0),))
TWO_GROUPS = walk(request(wishes=Wishes(groups=2, max_stops=1, breaks=(BREAK,))), A, B)


def test_a_break_says_where_and_when_one_rests() -> None:
    first, second = written(TWO_GROUPS)["breaks"]

    assert first == {
        "walk": 1,
        "site": None,
        "name": "20.86000, 106.69192",
        "lat": on(200, 0).lat,
        "lon": on(200, 0).lon,
        "arrive": "2026-11-23T08:12:47+07:00",
        "enter": "2026-11-23T08:12:47+07:00",
        "leave": "2026-11-23T08:22:47+07:00",
        "wished": True,
    }
    assert second["enter"] == "2026-11-23T08:23:53+07:00"


def test_a_break_that_comes_with_a_calm_walk_was_not_wished_for() -> None:
    (rest,) = written(walk(request(style=Style.CALM), A))["breaks"]

    assert (rest["site"], rest["wished"]) == ("a", False)


def test_each_walk_lists_its_stops_and_breaks_in_order() -> None:
    walks = written(TWO_GROUPS)["walks"]

    assert [[halt["name"] for halt in found["halts"]] for found in walks] == [
        ["Đền a", "20.86000, 106.69192"],
        ["Đền b", "20.86000, 106.69192"],
    ]
    assert [[halt["break"] for halt in found["halts"]] for found in walks] == [
        [False, True],
        [False, True],
    ]
    assert [found["walk_m"] for found in walks] == [400, 1200]


def test_the_walks_of_a_tour_make_up_the_whole() -> None:
    found = written(TWO_GROUPS)
    halts = [halt for part in found["walks"] for halt in part["halts"]]

    assert len(halts) == len(found["stops"]) + len(found["breaks"])
    assert len(found["legs"]) == len(halts) + len(found["walks"])
    assert found["walk_m"] == sum(part["walk_m"] for part in found["walks"])


def test_each_day_has_its_own_departure() -> None:
    walks = written(walk(request(wishes=Wishes(days=2, max_stops=1)), A, B))["walks"]

    assert [found["depart"] for found in walks] == [
        "2026-11-23T08:00:00+07:00",
        "2026-11-24T08:00:00+07:00",
    ]


def test_the_words_of_the_address_say_every_wish() -> None:
    assert written(TWO_GROUPS)["request"] == {
        "from": "20.860000,106.690000",
        "depart": "2026-11-23T08:00",
        "minutes": "120",
        "stops": "1",
        "break": f"10@08:10-09:00@{written_place(on(200, 0))}",
        "groups": "2",
    }


def test_a_change_is_a_request_that_can_be_asked_as_it_is() -> None:
    tour = explain(request(minutes=30), Catalogue((A, B)), GRID)
    (out,) = written(tour)["left_out"]
    change = out["change"]
    words = {name: [value] for name, value in change["request"].items()}
    again = plan(read_request(words, HAI_PHONG, at("08:00")), Catalogue((A, B)), GRID)

    assert (change["remedy"], change["amount"], change["drops"]) == ("minutes", 10, [])
    assert change["says"] == "thêm 10 phút"
    assert out["site"] in {stop.site.slug for stop in again.stops}


def test_where_no_change_was_looked_for_none_is_said() -> None:
    (out,) = written(walk(request(minutes=30), A, B))["left_out"]

    assert "change" not in out


def test_a_change_lists_what_makes_room() -> None:
    change = Change(remedy=Remedy.MUST, request=request(must=("a",)), drops=(B,))
    out = LeftOut(site=A, reason=Reason.BETTER_ELSEWHERE, change=change)
    (found,) = written(replace(TWO_GROUPS, left_out=(out,)))["left_out"]

    assert found["change"]["drops"] == ["b"]
    assert found["change"]["request"]["must"] == "a"
    assert found["change"]["says"] == "thay cho Đền b"


def test_what_is_proven_best_says_so() -> None:
    best = written(replace(TWO_GROUPS, gap=0.0))
    perhaps = written(replace(TWO_GROUPS, gap=0.00004))

    assert (best["optimal"], best["gap"]) == (True, 0)
    assert (perhaps["optimal"], perhaps["gap"]) == (False, 0)
