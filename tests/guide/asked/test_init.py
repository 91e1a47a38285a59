from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guide.asked import next_departure, next_walk, read_request, to_words
from guide.bad_request import (
    BadChoice,
    BadCount,
    BadMinutes,
    BadMoment,
    BadPlace,
    BadRequest,
    Contradiction,
    Missing,
)
from guide.pace import PACES, WALKERS
from guide.request import TourRequest
from guide.wishes import ONE_DAY, Appointment, OldNames, Style, Wishes
from sites.city import HAI_PHONG
from sites.model import Kind
from sites.position import Position
from tests.guide.asked.drawn import requests
from tests.guide.factories import at, request

NOW = datetime(2026, 11, 23, 1, 2, 3, tzinfo=UTC)
"""Two minutes and three seconds past eight in the city."""

FIELDS = (
    "from", "to", "depart", "minutes", "like", "pace", "walker", "pupils", "must",
    "never", "follow", "first", "last", "order", "before", "at", "stops", "most",
    "walk", "break", "varied", "streets", "days", "groups", "style", "names",
)  # fmt: skip


def read(**words: str | list[str]) -> TourRequest:
    """Read a request from ga-hai-phong, if no other ``from_`` is given."""
    given_ = {"from_": "ga"} | words
    listed = {
        name.rstrip("_"): value if isinstance(value, list) else [value]
        for name, value in given_.items()
    }
    return read_request(listed, HAI_PHONG, NOW)


def test_a_request_needs_nothing_but_a_start() -> None:
    assert read() == request("ga", depart=at("08:05"), minutes=120)


def test_every_field_is_read() -> None:
    assert read(
        from_="20.86,106.69",
        to="ga",
        depart="2026-11-23T09:30",
        minutes="45",
        like="war,religious",
        pace="slow",
        must="a",
        never="b",
        walker="class",
        pupils="40",
        first="c",
        at="d@09:30",
        days="2",
        style="calm",
        names="1925",
    ) == TourRequest(
        start=Position(20.86, 106.69),
        end="ga",
        depart=at("09:30"),
        minutes=45,
        likes=frozenset({Kind.WAR, Kind.RELIGIOUS}),
        pace=PACES["slow"],
        must=("a",),
        never=("b",),
        walker=WALKERS["class"],
        pupils=40,
        wishes=Wishes(first="c", at=(Appointment("d", at("09:30")),), days=2),
        style=Style.CALM,
        names=OldNames(1925),
    )


def test_fields_that_are_not_known_are_not_looked_at() -> None:
    assert read(utm_source="leaflet", format="gpx") == read()


def test_the_empty_fields_of_a_form_count_as_not_given() -> None:
    empty = {name: "" for name in FIELDS if name != "from"}

    assert read(**empty) == read()


def test_the_last_value_that_is_not_empty_counts() -> None:
    assert read(minutes=["30", "60", " "]).minutes == 60


def test_commas_and_repeats_are_the_same() -> None:
    commas = read(must="a,b", never="c,d", like="war,landmark")
    repeats = read(must=["a", "b"], never=["c", "d"], like=["war", "landmark"])

    assert commas == repeats


def test_a_site_that_is_named_twice_is_wanted_once() -> None:
    assert read(must=["a, b,,a", "b"]).must == ("a", "b")


def test_names_keep_their_accents_and_lose_the_blanks_around_them() -> None:
    assert read(from_="  Đền Nghè ").start == "Đền Nghè"


@pytest.mark.parametrize(
    ("minutes", "read_as"),
    [
        pytest.param("15", 15, id="the least"),
        pytest.param("720", 720, id="the most"),
        pytest.param("0120", 120, id="a leading zero"),
        pytest.param(" 60 ", 60, id="blanks around it"),
    ],
)
def test_minutes_that_are_fine(minutes: str, read_as: int) -> None:
    assert read(minutes=minutes).minutes == read_as


@pytest.mark.parametrize(
    "minutes",
    ["0", "14", "721", "10000", "9" * 5000, "-60", "+60", "60.0", "1_00", "1e2",
     "١٢٠", "６０", "two", "NaN", "60,60", "²"],
)  # fmt: skip
def test_minutes_that_are_none(minutes: str) -> None:
    with pytest.raises(BadMinutes, match=r"^minutes: .* whole number .* 15 to 720$"):
        read(minutes=minutes)


@pytest.mark.parametrize(
    ("depart", "moment"),
    [
        pytest.param("2026-11-23T08:00", "2026-11-23T08:00+07:00", id="city time"),
        pytest.param("2026-11-23T01:00Z", "2026-11-23T08:00+07:00", id="UTC"),
        pytest.param("2026-11-22T20:00-05:00", "2026-11-23T08:00+07:00", id="abroad"),
        pytest.param("2026-11-23T08:00:59.9", "2026-11-23T08:00+07:00", id="seconds"),
        pytest.param("2000-01-01T00:00", "2000-01-01T00:00+07:00", id="first minute"),
        pytest.param("1999-12-31T17:00Z", "2000-01-01T00:00+07:00", id="first in UTC"),
        pytest.param("2100-12-31T23:59", "2100-12-31T23:59+07:00", id="last minute"),
    ],
)
def test_a_departure_is_in_the_city_zone(depart: str, moment: str) -> None:
    found = read(depart=depart).depart

    assert found == datetime.fromisoformat(moment)
    assert found.tzinfo is HAI_PHONG.zone


@pytest.mark.parametrize(
    "depart",
    [
        "soon",
        "08:00",
        "2026-02-29T08:00",
        "1999-12-31T23:59",
        "1999-12-31T16:59Z",
        "2101-01-01T00:00",
        "2100-12-31T17:00Z",
        "0001-01-01T00:00+14:00",
        "9999-12-31T23:59-14:00",
        "2026-11-23T08:00+99:00",
        "٢٠٢٦-١١-٢٣",
    ],
)
def test_departures_that_are_none(depart: str) -> None:
    with pytest.raises(BadMoment, match=r"^depart: .* write it like 2026-11-22T08:00"):
        read(depart=depart)


@pytest.mark.parametrize(
    ("now", "leave"),
    [
        pytest.param("08:00:00", "08:00", id="exactly on five minutes"),
        pytest.param("08:00:00.000001", "08:05", id="never in the past"),
        pytest.param("08:00:59", "08:05", id="in the first minute"),
        pytest.param("08:04:59", "08:05", id="just before"),
        pytest.param("08:56", "09:00", id="into the next hour"),
    ],
)
def test_who_does_not_say_when_leaves_at_the_next_five_minutes(
    now: str, leave: str
) -> None:
    assert next_departure(at(now)) == at(leave)


def test_now_may_be_told_in_any_zone() -> None:
    found = read_request({"from": ["ga"]}, HAI_PHONG, NOW)

    assert found.depart == at("08:05")
    assert found.depart.tzinfo is HAI_PHONG.zone


@pytest.mark.parametrize(
    "corner", ["20.80,106.60", "20.92,106.78", "20.80, 106.78", "20.86,106.69"]
)
def test_a_position_may_lie_on_the_edge_of_the_city(corner: str) -> None:
    lat, lon = map(float, corner.split(","))

    assert read(from_=corner).start == Position(lat, lon)


@pytest.mark.parametrize(
    "place",
    [
        "106.69,20.86", "91,106", "20.86,181", "nan,nan", "20.86,nan",
        "inf,inf", "-inf,106.69", "1e999,1e999", "20.86", "20.86,106.69,5",
    ],
)  # fmt: skip
@pytest.mark.parametrize("field", ["from", "to"])
def test_numbers_that_are_no_position(field: str, place: str) -> None:
    words = {"from": ["ga"]} | {field: [place]}

    with pytest.raises(BadPlace, match=f"^{field}: .* give latitude,longitude like"):
        read_request(words, HAI_PHONG, NOW)


@pytest.mark.parametrize("words", [{}, {"from": []}, {"from": ["", "  "]}])
def test_a_walk_has_to_start_somewhere(words: dict[str, list[str]]) -> None:
    with pytest.raises(Missing, match=r"^from is missing; say where the walk starts"):
        read_request(words, HAI_PHONG, NOW)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("like", "food", "^like: “food” .* revolutionary, religious, war, landmark$"),
        ("like", "war,War", "^like: “War” is not known"),
        ("pace", "fast", "^pace: “fast” .* choose from slow, normal, brisk$"),
        ("walker", "dog", "^walker: “dog” .* adult, family, older, wheelchair, class$"),
        ("style", "best", "^style: “best” .* choose from most, short, calm$"),
    ],
)
def test_words_that_a_field_does_not_know(field: str, value: str, says: str) -> None:
    with pytest.raises(BadChoice, match=says):
        read(**{field: value})


def test_a_site_cannot_be_wanted_and_not_wanted() -> None:
    with pytest.raises(Contradiction, match=r"^must: b, c cannot be asked .* take one"):
        read(must="a,c,b", never="b,c,d")


@pytest.mark.parametrize(
    ("words", "field"),
    [
        pytest.param({"must": "x", "first": "x"}, "must", id="must before all others"),
        pytest.param({"first": "x"}, "first", id="first"),
        pytest.param({"last": "x"}, "last", id="last"),
        pytest.param({"order": "a,x"}, "order", id="order"),
        pytest.param({"at": "x@09:30"}, "at", id="at"),
    ],
)
def test_a_site_that_is_left_out_cannot_be_wished_for(
    words: dict[str, str], field: str
) -> None:
    with pytest.raises(Contradiction, match=f"^{field}: x cannot be asked"):
        read(never="x", **words)


def test_an_order_between_sites_that_are_left_out_is_no_contradiction() -> None:
    assert read(never="x", before="x:y").wishes.before == (("x", "y"),)


@pytest.mark.parametrize("pupils", [1, 200])
def test_a_class_may_have_either_limit_of_pupils(pupils: int) -> None:
    assert read(pupils=str(pupils)).pupils == pupils


@pytest.mark.parametrize("pupils", ["0", "201", "-1", "٣٥", "9" * 10_000, "%(low)s"])
def test_a_class_cannot_have_other_numbers_of_pupils(pupils: str) -> None:
    with pytest.raises(BadCount, match=r"^pupils: .* whole number from 1 to 200$"):
        read(pupils=pupils)


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        pytest.param({}, "08:05", id="nothing said: the next five minutes"),
        pytest.param({"depart": "2026-11-23T08:04"}, "08:05", id="a minute before"),
        pytest.param({"depart": "2026-11-23T08:05"}, "08:05", id="on the minute"),
    ],
)
def test_an_appointment_is_the_next_one_from_the_departure_on(
    words: dict[str, str], moment: str
) -> None:
    assert read(at="a@08:05", **words).wishes.at == (Appointment("a", at(moment)),)


def test_an_appointment_just_before_the_departure_is_tomorrow() -> None:
    (found,) = read(at="a@08:04").wishes.at

    assert found.moment == at("08:04") + ONE_DAY


def test_words_leave_out_what_has_its_default_but_never_the_departure() -> None:
    assert to_words(request("ga")) == {
        "from": "ga",
        "depart": "2026-11-23T08:00",
        "minutes": "120",
    }


def test_words_name_the_likes_in_one_order() -> None:
    likes = frozenset({Kind.LANDMARK, Kind.REVOLUTIONARY, Kind.WAR})

    assert to_words(request(likes=likes))["like"] == "revolutionary,war,landmark"


@settings(deadline=None)  # a busy machine is no fault
@given(requests())
def test_a_request_is_read_back_from_its_words(asked: TourRequest) -> None:
    words = {name: [value] for name, value in to_words(asked).items()}

    assert read_request(words, HAI_PHONG, NOW) == asked


VALUES = st.text(max_size=20) | st.sampled_from(
    ["ga", "20.86,106.69", "2026-11-23T08:00", "120", "war", "slow", ",", "0", "nan"]
)


def refusal(words: dict[str, list[str]]) -> BadRequest | None:
    """Return the error with which words are refused, if any."""
    try:
        read_request(words, HAI_PHONG, NOW)
    except BadRequest as problem:
        return problem
    return None


@given(st.dictionaries(st.sampled_from(FIELDS), st.lists(VALUES, max_size=3)))
@example({"from": ["ga"], "depart": ["0001-01-01T00:00+23:59"]})
def test_whatever_is_asked_is_read_or_refused_by_field(
    words: dict[str, list[str]],
) -> None:
    refused = refusal(words)

    assert refused is None or refused.field in FIELDS
    assert refused is None or str(refused).startswith(refused.field)


@pytest.mark.parametrize("given", ["20.8_6,106.69", "２０.８６,106.69"])
def test_figures_that_nobody_types_are_no_position(given: str) -> None:
    words = {"from": [given]}

    assert read_request(words, HAI_PHONG, NOW).start == given


@pytest.mark.parametrize(
    ("now", "then"),
    [
        pytest.param("07:59", "08:00", id="in the morning"),
        pytest.param("03:00", "08:00", id="at night"),
        pytest.param("12:01", "12:05", id="by day"),
        pytest.param("16:55", "16:55", id="the last time of the day"),
    ],
)
def test_a_walk_is_offered_by_day(now: str, then: str) -> None:
    assert next_walk(at(now)) == at(then)


def test_in_the_evening_a_walk_is_offered_tomorrow() -> None:
    assert next_walk(at("16:56")) == at("08:00") + ONE_DAY
