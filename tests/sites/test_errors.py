import inspect
import re

import pytest

from sites import errors
from sites.errors import (
    BadContent,
    BadDate,
    BadHours,
    BadLunarDay,
    BadMoonDays,
    BadPosition,
    BadSolarDay,
    EntryNotFound,
    Fault,
    NoShortAddress,
    Said,
    SiteGone,
    SiteNotFound,
    SitesError,
    StoreFailed,
)
from sites.names import Text

SAMPLES = [
    StoreFailed("the disk is full"),
    BadPosition(91.0, 7.0),
    BadHours("8 till 5", "expected a day"),
    BadMoonDays("no day is named"),
    BadLunarDay("31/1"),
    BadSolarDay("31/4"),
    BadContent([Fault("sources.yaml", 3, "title is missing")]),
    BadDate("1955-02-30", "there is no such day or month"),
    EntryNotFound("phan-boi", ["phan-boi-chau", "tran-phu"]),
    SiteNotFound("chua-cau", ["chua-do", "cau-tre"]),
    SiteGone(Text(vi="Cầu", en="Bridge"), ["chua-do", "cau-tre"]),
    NoShortAddress("AB12"),
]


@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
class TestEveryError:
    def test_can_be_said_again_from_its_text_and_values(self, error: Said) -> None:
        assert str(error) == error.text % error.values

    def test_says_all_its_values(self, error: Said) -> None:
        assert all(str(value) in str(error) for value in error.values.values())

    def test_is_one_of_the_catalogue(self, error: Said) -> None:
        assert isinstance(error, SitesError)


def test_every_error_has_a_sample_above() -> None:
    known = {
        found
        for _name, found in inspect.getmembers(errors, inspect.isclass)
        if issubclass(found, SitesError) and found is not SitesError
    }

    assert known == {type(error) for error in SAMPLES}


def test_the_tree_in_the_module_names_every_error() -> None:
    drawn = set(re.findall(r"^[ │├└─]*(\w+)", errors.__doc__ or "", flags=re.MULTILINE))

    assert {type(error).__name__ for error in SAMPLES} <= drawn


def test_a_fault_is_written_so_that_an_editor_jumps_to_it() -> None:
    fault = Fault("sites/chua-do.yaml", 12, "chua-do.name: vi is missing")

    assert str(fault) == "sites/chua-do.yaml:12: chua-do.name: vi is missing"


def test_faults_are_listed_by_file_and_line() -> None:
    first, second, third = Fault("a", 2, "x"), Fault("a", 10, "x"), Fault("b", 1, "x")

    error = BadContent([third, second, first])

    assert error.faults == (first, second, third)
    assert str(error).splitlines()[1:] == ["a:2: x", "a:10: x", "b:1: x"]


def test_a_percent_sign_in_a_value_does_no_harm() -> None:
    assert "100 %s" in str(StoreFailed("100 %s"))


def test_what_somebody_typed_is_cut_when_nobody_would_read_it() -> None:
    said = str(SiteNotFound("x" * 10_000, ["a"]))

    assert len(said) < 400
    assert "x…”" in said
