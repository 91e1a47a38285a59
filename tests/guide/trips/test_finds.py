from guide.trips.finds import FINDS, FIRST, gathered, numbers
from guide.trips.worksheet import LEVELS, Worksheet, worksheet
from sites.catalogue import Catalogue
from sites.kept_trips import Answer


def sheet(built_in: Catalogue) -> Worksheet:
    stops = [built_in.get("den-nghe"), built_in.get("chua-do")]
    return worksheet(stops, built_in, LEVELS["lower"], 1)


def test_the_number_of_a_find_is_that_of_no_task(built_in: Catalogue) -> None:
    found = sheet(built_in)

    assert list(numbers(found)) == [FIRST, FIRST + 1]
    assert not set(numbers(found)) & set(found.on_phones)


def test_finds_are_counted_by_stop(built_in: Catalogue) -> None:
    answers = [Answer(0, FIRST, 0), Answer(1, FIRST, 0), Answer(1, FIRST + 1, 2)]
    first, second = gathered(sheet(built_in), answers)

    assert (first.counts, first.differs) == ((2, 0, 0), False)
    assert (second.site.slug, second.counts, second.differs) == (
        "chua-do", (0, 0, 1), True,
    )  # fmt: skip
    assert len(first.counts) == len(FINDS)
