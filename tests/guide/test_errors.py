import re

import pytest

from guide import errors
from guide.errors import (
    BadChoice,
    BadConfig,
    BadCount,
    BadMinutes,
    BadMoment,
    BadPack,
    BadPlace,
    BadRequest,
    BadWish,
    Clash,
    Contradiction,
    DoesNotFit,
    EndTooFar,
    GuideError,
    HoursNotSure,
    Missing,
    NoMap,
    NoPosition,
    NoSuchEntry,
    NoSuchFormat,
    NoSuchSite,
    NotForClasses,
    NotFound,
    NothingToFollow,
    NoTour,
    NoWay,
    TooFarFromStreets,
    TooManyWalks,
)
from sites.errors import Said
from sites.names import Text, joined

A, B = Text(vi="Đền A", en="Temple A"), Text(vi="Đền B", en="Temple B")

OTHERS: tuple[GuideError, ...] = (
    BadConfig("no such setting: GUIDE_X; docs/settings.md lists them"),
    BadPack("town", "it holds no street"),
    NoMap("137-tam-gian"),
    NoSuchFormat("docx", ["gpx", "json"]),
)
OF_A_FIELD: tuple[BadRequest | NoTour, ...] = (
    BadMinutes("minutes", "0", 15, 720),
    BadMoment("depart", "soon"),
    BadChoice("like", "food", ["war", "religious"]),
    BadPlace("to", "0,0", "Hải Phòng"),
    Contradiction("must", ["a", "b"]),
    Missing("from"),
    BadCount("stops", "0", 1, 60),
    BadWish("at", "noon", "chua-do@09:30"),
    TooManyWalks("groups", 4, 4, 12),
    NoSuchSite("never", "x", ["a", "b"]),
    NoSuchEntry("follow", "x", ["phan-boi-chau"]),
    NothingToFollow("follow", A, Text(vi="không nơi nào", en="no place")),
    NoPosition("from", A),
    HoursNotSure("must", A),
    NotForClasses("at", A),
    TooFarFromStreets("to", A, 250.4, 200),
    NoWay("must", A),
    EndTooFar("minutes", A, 33),
    DoesNotFit("must", joined([A, B]), 60, "08:00 23/11/2026"),
    Clash("stops", joined([A, B])),
    NotFound("minutes"),
    Clash("order", joined([A, B]), more=15),
    DoesNotFit("must", A, 60, "08:00 23/11/2026", more=5),
)
ALL = (*OTHERS, *OF_A_FIELD)


def name_of(error: GuideError) -> str:
    return type(error).__name__


@pytest.mark.parametrize("error", OF_A_FIELD, ids=name_of)
def test_an_error_about_a_field_begins_with_it(error: BadRequest | NoTour) -> None:
    assert str(error).startswith(error.field)


@pytest.mark.parametrize("error", ALL, ids=name_of)
def test_an_error_says_what_is_wrong_and_then_what_to_do(error: GuideError) -> None:
    wrong, to_do = re.split(r"; | did you mean ", str(error), maxsplit=1)

    assert len(wrong.split()) > 2
    assert len(to_do.split()) > 2
    assert "%(" not in str(error)


@pytest.mark.parametrize("error", ALL, ids=name_of)
def test_an_error_can_be_said_again_in_another_language(error: GuideError) -> None:
    assert isinstance(error, Said)
    assert error.text % error.values == str(error)


def test_the_tree_in_the_docstring_names_every_error() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    ours = {kind.__name__ for kind in kinds if issubclass(kind, GuideError)}

    assert ours == {*re.findall(r"\b[A-Z]\w*[a-z][A-Z]\w*|Missing|Contradiction|Clash",
                                errors.__doc__ or "")}  # fmt: skip
    assert ours == {name_of(error) for error in ALL} | {
        "GuideError", "BadRequest", "NoTour"
    }  # fmt: skip


def test_signs_in_what_was_given_are_kept_as_they_are() -> None:
    assert "“100%(x)s” is not known" in str(BadChoice("like", "100%(x)s", ["war"]))


def test_numbers_in_messages_are_rounded_and_kept_exactly_beside() -> None:
    error = TooFarFromStreets("to", A, 250.4, 200)

    assert "is 250 m from" in str(error)
    assert (error.metres, error.limit_m) == (250.4, 200)
