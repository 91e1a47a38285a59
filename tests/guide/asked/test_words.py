from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.asked.words import (
    choice,
    clock,
    count,
    many,
    moment,
    number,
    one,
    pair,
    where,
    written,
)
from guide.bad_request import BadChoice, BadCount, BadMoment, BadPlace, BadWish
from sites.city import HAI_PHONG
from sites.position import Position
from tests.guide.factories import at

KNOWN = {"slow": 1, "fast": 2}

HOSTILE = [
    pytest.param("", id="nothing"),
    pytest.param("-1", id="below nothing"),
    pytest.param("+1", id="a sign"),
    pytest.param("1_0", id="an underscore"),
    pytest.param("1.0", id="a point"),
    pytest.param(" 1", id="a blank"),
    pytest.param("١٢", id="Arabic figures"),
    pytest.param("１２", id="wide figures"),
    pytest.param("²", id="a square"),
    pytest.param("x" * 10_000, id="10,000 letters"),
    pytest.param("9" * 10_000, id="10,000 figures"),
    pytest.param("%(low)s", id="a placeholder"),
    pytest.param("1\x00", id="a NUL"),
]
"""What is no number, whatever it looks like."""


@pytest.mark.parametrize(
    ("values", "found"),
    [
        pytest.param([], "", id="no value"),
        pytest.param(["a"], "a", id="one"),
        pytest.param(["a", "b"], "b", id="the last"),
        pytest.param(["a", "", "  "], "a", id="the last that is not empty"),
        pytest.param([" \t"], "", id="only blanks"),
        pytest.param(["  a b "], "a b", id="blanks around it"),
        pytest.param(["a,b"], "a,b", id="commas are kept"),
    ],
)
def test_one_value_of_a_field_counts(values: list[str], found: str) -> None:
    assert one({"to": values}, "to") == found


def test_a_field_that_is_not_there_has_no_value() -> None:
    assert one({}, "to") == ""
    assert many({}, "to") == ()


@pytest.mark.parametrize(
    ("values", "found"),
    [
        pytest.param(["a,b", "c"], ("a", "b", "c"), id="commas and repeats"),
        pytest.param(["b,a,b"], ("b", "a"), id="each once, in the order given"),
        pytest.param([",, ,a,"], ("a",), id="empty parts"),
        pytest.param([" a , b "], ("a", "b"), id="blanks around them"),
        pytest.param(["a;b"], ("a;b",), id="another sign"),
    ],
)
def test_many_values_are_parted_by_commas(
    values: list[str], found: tuple[str, ...]
) -> None:
    assert many({"must": values}, "must") == found


def test_many_values_may_be_parted_by_another_sign() -> None:
    assert many({"break": ["a,b; c;;"]}, "break", ";") == ("a,b", "c")


def test_a_choice_stands_for_something() -> None:
    assert choice("pace", "fast", KNOWN) == 2


@pytest.mark.parametrize("given", ["Fast", "", "fast ", "%(known)s", "fast\x00"])
def test_a_choice_that_is_not_known_lists_those_that_are(given: str) -> None:
    with pytest.raises(BadChoice) as caught:
        choice("pace", given, KNOWN)

    assert str(caught.value) == f"pace: “{given}” is not known; choose from slow, fast"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        pytest.param("0", 0, id="nothing"),
        pytest.param("007", 7, id="leading zeros"),
        pytest.param("999999", 999_999, id="six figures"),
        pytest.param("1000000", None, id="seven figures"),
    ],
)
def test_a_number_has_at_most_six_figures(given: str, found: int | None) -> None:
    assert number(given) == found


@pytest.mark.parametrize("given", HOSTILE)
def test_what_is_no_number(given: str) -> None:
    assert number(given) is None


@pytest.mark.parametrize("given", ["2", "3", "4"])
def test_a_count_may_be_either_limit(given: str) -> None:
    assert count("stops", given, 2, 4) == int(given)


@pytest.mark.parametrize("given", [*HOSTILE, "1", "5"])
def test_a_count_beyond_its_limits_says_them(given: str) -> None:
    with pytest.raises(BadCount) as caught:
        count("stops", given, 2, 4)

    assert (caught.value.field, str(caught.value)[:8]) == ("stops", "stops: “")
    assert str(caught.value).endswith("” does not fit; give a whole number from 2 to 4")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        pytest.param("20.86,106.69", Position(20.86, 106.69), id="a position"),
        pytest.param(" 20.86 , 106.69", Position(20.86, 106.69), id="blanks"),
        pytest.param("ga-hai-phong", "ga-hai-phong", id="an address"),
        pytest.param("Số 1, Lê Lợi", "Số 1, Lê Lợi", id="a name with a comma"),
        pytest.param("２０,１０６", "２０,１０６", id="wide figures are a name"),
        pytest.param("2_0,1_06", "2_0,1_06", id="underscores are a name"),
        pytest.param("a\x00", "a\x00", id="a NUL is a name nobody has"),
        pytest.param("20.8,106.6", Position(20.8, 106.6), id="the corner"),
        pytest.param("20.92,106.78", Position(20.92, 106.78), id="the far corner"),
        pytest.param("21.03,105.84", Position(21.03, 105.84), id="another city"),
    ],
)
def test_a_place_is_a_position_or_a_name(given: str, found: str | Position) -> None:
    assert where("from", given, HAI_PHONG) == found


@pytest.mark.parametrize(
    "given",
    ["106.69,20.86", "20.86", "1,2,3", "nan,nan", "inf,106", "1e999,106"],
)
def test_what_is_no_position_names_the_city(given: str) -> None:
    with pytest.raises(BadPlace) as caught:
        where("break", given, HAI_PHONG)

    assert str(caught.value) == (
        f"break: {given} is not a position in {HAI_PHONG.name.en}; "
        "give latitude,longitude like 20.8560,106.6874, or the name of a site"
    )


def test_a_place_is_written_as_it_is_read() -> None:
    assert written("ga-hai-phong") == "ga-hai-phong"
    assert written(Position(20.8, 106.7)) == "20.800000,106.700000"


@given(st.integers(20_800_000, 20_920_000), st.integers(106_600_000, 106_780_000))
def test_a_position_is_read_back_from_what_is_written(lat: int, lon: int) -> None:
    position = Position(lat / 1e6, lon / 1e6)

    assert where("to", written(position), HAI_PHONG) == position


@pytest.mark.parametrize(
    ("given", "found"),
    [
        pytest.param("2026-11-23T08:00", "08:00", id="city time"),
        pytest.param("2026-11-23 08:00", "08:00", id="a blank between"),
        pytest.param("2026-11-23T08:00:59.9", "08:00", id="seconds fall away"),
        pytest.param("2026-11-23T01:00Z", "08:00", id="another zone"),
    ],
)
def test_a_moment_is_in_the_zone_of_the_city(given: str, found: str) -> None:
    read = moment("depart", given, HAI_PHONG)

    assert read == at(found)
    assert read.tzinfo is HAI_PHONG.zone


@pytest.mark.parametrize(
    "given", ["2000-01-01T00:00", "2100-12-31T23:59", "2000-01-01T00"]
)
def test_a_moment_may_lie_on_the_edge_of_our_years(given: str) -> None:
    assert moment("at", given, HAI_PHONG) == datetime.fromisoformat(given).replace(
        tzinfo=HAI_PHONG.zone
    )


@pytest.mark.parametrize(
    "given",
    ["", "soon", "08:00", "2026-11-23", "20261123", "2026-11-23T24:30",
     "1999-12-31T23:59", "2101-01-01T00:00", "2100-12-31T17:00Z", "%(field)s",
     "2026-11-23T08:00\x00", "٢٠٢٦-١١-٢٣T٠٨:٠٠", "2" * 10_000],
)  # fmt: skip
def test_a_moment_that_is_none_says_how_to_write_one(given: str) -> None:
    with pytest.raises(BadMoment) as caught:
        moment("at", given, HAI_PHONG)

    assert str(caught.value).startswith(f"at: “{given[:50]}")
    assert str(caught.value).endswith(
        "” is no date and time that we can plan for; "
        "write it like 2026-11-22T08:00 (the city's time), from 2000 to 2100"
    )


@pytest.mark.parametrize(
    ("given", "found"),
    [
        pytest.param("0:00", time(0), id="the first minute"),
        pytest.param("23:59", time(23, 59), id="the last minute"),
        pytest.param("9:05", time(9, 5), id="one figure for the hour"),
        pytest.param("09:05", time(9, 5), id="two figures"),
        pytest.param("24:00", None, id="no such hour"),
        pytest.param("12:60", None, id="no such minute"),
        pytest.param("9:5", None, id="one figure for the minute"),
        pytest.param("9:005", None, id="three figures for the minute"),
        pytest.param("9", None, id="no colon"),
        pytest.param("9:", None, id="no minute"),
        pytest.param(":05", None, id="no hour"),
        pytest.param("9:05:00", None, id="seconds"),
        pytest.param("-1:05", None, id="below nothing"),
        pytest.param("٠٩:٠٥", None, id="Arabic figures"),
        pytest.param("9:05\x00", None, id="a NUL"),
        pytest.param("%(x)s:05", None, id="a placeholder"),
        pytest.param("9" * 10_000 + ":05", None, id="10,000 figures"),
    ],
)
def test_a_time_of_day(given: str, found: time | None) -> None:
    assert clock(given) == found


@pytest.mark.parametrize(
    ("given", "found"),
    [
        pytest.param("a:b", ("a", "b"), id="two words"),
        pytest.param(" a : b ", ("a", "b"), id="blanks around them"),
        pytest.param("a:b:c", ("a", "b:c"), id="the first sign parts them"),
    ],
)
def test_a_pair_is_two_words(given: str, found: tuple[str, str]) -> None:
    assert pair("before", given, ":", "x:y") == found


@pytest.mark.parametrize("given", ["", "a", ":", "a:", " :b", "a@b", "%(like)s"])
def test_half_a_pair_says_how_to_write_one(given: str) -> None:
    with pytest.raises(BadWish) as caught:
        pair("before", given, ":", "x:y")

    assert str(caught.value) == (f"before: “{given}” cannot be read; write it like x:y")
