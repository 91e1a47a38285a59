import pytest

from guide.no_tour import Clash, DoesNotFit, NoTour, TooFarFromStreets
from tests.guide.error_examples import A


def test_numbers_in_messages_are_rounded_and_kept_exactly_beside() -> None:
    error = TooFarFromStreets("to", A, 250.4, 200)

    assert "is 250 m from" in str(error)
    assert (error.metres, error.limit_m) == (250.4, 200)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (DoesNotFit("must", A, 60, "08:00"), "; give more minutes, leave at another"),
        (DoesNotFit("must", A, 60, "08:00", more=5), "; 5 more minutes would do"),
        (Clash("order", A), "; drop or loosen one of them"),
        (Clash("order", A, more=15), "; 15 more minutes would do"),
    ],
)
def test_the_way_out_is_in_minutes_where_they_are_known(
    error: NoTour, said: str
) -> None:
    assert said in str(error)
