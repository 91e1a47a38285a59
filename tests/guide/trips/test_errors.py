import re

import pytest

from guide.trips import errors
from guide.trips.errors import (
    AllClosed,
    BadClasses,
    BadTrip,
    BusTooFar,
    NeverOpen,
    NoAdult,
    NoSuchTrip,
    NotEnoughTime,
    NotSaid,
    NoWayRound,
    ShutMeanwhile,
    StopTooSmall,
    TooFewAdults,
    TooManyGroups,
)
from tests.guide.error_examples import A, B

EXAMPLES: tuple[BadTrip, ...] = (
    NotSaid("classes"),
    BadClasses("classes", "seven"),
    NoAdult("adults", 76, 4),
    TooFewAdults("adults", 3, 4, (76, 2)),
    TooManyGroups("groups", 40, 12, (7, 4)),
    StopTooSmall("groups", A, 25, (43, 4)),
    AllClosed("depart", "23/11/2026 08:00", "24/11/2026 08:00"),
    NeverOpen("depart", "23/11/2026 08:00"),
    BusTooFar("from", A, B, 812.4),
    NotEnoughTime("minutes", 60, 95, (3, 4)),
    ShutMeanwhile("stop", A),
    NoWayRound("stop", 3),
)


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_an_error_names_its_field_and_says_what_to_do(error: BadTrip) -> None:
    wrong, to_do = re.split(r"; ", str(error), maxsplit=1)

    assert wrong.startswith(error.field)
    assert len(to_do.split()) > 2
    assert error.text % error.values == str(error)


def test_a_link_that_leads_nowhere_says_whom_to_ask() -> None:
    assert "ask the teacher" in str(NoSuchTrip())


def test_the_tree_in_the_docstring_names_every_error() -> None:
    kinds = {
        name
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, BadTrip | NoSuchTrip)
    }

    assert kinds <= set(re.findall(r"\w+", errors.__doc__ or ""))
    assert {type(error).__name__ for error in EXAMPLES} == kinds - {
        "BadTrip",
        "NoSuchTrip",
    }
