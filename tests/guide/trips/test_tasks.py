from random import Random

import pytest

from guide.trips.claims import Told
from guide.trips.tasks import MAKERS, Stock, compare, count, filled, find, make
from sites.names import Text
from tests.sites.factories import KEY, site


def told(slug: str, place: int, year: int | None) -> Told:
    words = f"Câu {slug}{place}" + (f" năm {year}." if year else ".")
    return Told(slug, 0, place, Text(vi=words, en=words), (KEY,))


DATED = tuple(told("a", n, 1900 + n) for n in range(3))
BARE = tuple(told("a", n, None) for n in range(3))
OTHERS = tuple(told("b", n, 1950 + n) for n in range(5))


def stock(own: tuple[Told, ...], other: tuple[Told, ...] = OTHERS) -> Stock:
    return Stock(site=site("a"), own=own, others=OTHERS, other=other)


def test_a_year_is_asked_for_where_one_is_told_and_a_sentence_where_none_is() -> None:
    assert find(stock(DATED), Random(1)).form == "year"
    assert find(stock(BARE), Random(1)).form == "true"


def test_years_are_counted_where_two_are_told_and_sentences_where_not() -> None:
    years = count(stock(DATED), Random(1))

    assert (years.form, years.answer) == (
        "years", (years.claims[1].year or 0) - (years.claims[0].year or 0),
    )  # fmt: skip
    assert count(stock(BARE), Random(1)).answer == 0
    assert count(stock(DATED[:1]), Random(1)).answer == 1


def test_the_earlier_of_two_stops_is_right() -> None:
    task = compare(stock(DATED), Random(3))

    assert task.form == "earlier"
    assert "a" in (task.solution or Text(vi="", en="")).vi


def test_where_no_year_is_told_the_stop_of_a_sentence_is_asked() -> None:
    task = compare(stock(BARE), Random(3))

    assert task.form == "which"
    assert task.solution in {one.text for one in BARE}


def test_a_claim_that_holds_brackets_is_no_pattern() -> None:
    text = Text(vi="{0}", en="{0}")

    assert filled(text, "{1} {x}").vi == "{1} {x}"


@pytest.mark.parametrize("name", MAKERS)
def test_every_maker_makes_a_task_of_its_stop(name: str) -> None:
    (task,) = make([name], stock(DATED), Random(1))

    assert task.site == "a"
    assert task.claims
