from tests.guide.factories import at
from tests.guide.trips.trips import trip


def test_pupils_are_counted_over_all_classes() -> None:
    assert trip().pupils == 76


def test_all_must_be_back_when_the_time_is_over() -> None:
    assert trip().back_by == at("10:30")


def test_the_ratio_says_how_many_adults_are_needed() -> None:
    assert trip(ratio=20).adults_needed == 4
    assert trip(ratio=19).adults_needed == 4
    assert trip().adults_needed == 0


def test_a_stop_holds_what_the_school_has_asked_or_else_what_we_advise() -> None:
    asked = trip(holds={"a": 20})

    assert (asked.held_by("a"), asked.held_by("b")) == (20, 60)
