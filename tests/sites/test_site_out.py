from datetime import date

from sites.hours import Hours
from sites.site_out import document, number
from tests.sites.factories import KEY, site


def test_what_is_not_known_is_said_so() -> None:
    written = document(site(location=None))

    assert [written[key] for key in ("address", "wards", "position", "hours")] == [
        "unknown"
    ] * 4


def test_what_there_is_nothing_to_say_of_is_left_out() -> None:
    assert document(site()).keys().isdisjoint({"once", "access", "also_at"})


def test_a_rule_that_is_not_known_is_said_so() -> None:
    hours = Hours(rule=None, sources=(KEY,), checked=date(2026, 1, 1))

    assert document(site(hours=hours))["hours"]["rule"] == "unknown"


def test_a_sentence_stands_on_a_line_with_its_mark() -> None:
    assert document(site())["lede"] == {
        "vi": f"Một câu. [{KEY}]",
        "en": f"A sentence. [{KEY}]",
    }


def test_a_whole_number_has_no_point() -> None:
    assert [str(number(value)) for value in (30.0, 7.5)] == ["30", "7.5"]
