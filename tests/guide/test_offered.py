from dataclasses import replace
from datetime import UTC, datetime

import pytest

from guide.asked import read_request
from guide.offered import faults
from guide.planner import plan
from guide.streets.graph import StreetGraph
from guide.streets.pack import read_pack
from sites.catalogue import Catalogue
from sites.tours import Words
from tests.sites.factories import site
from tests.sites.test_tours import TOUR

NOW = datetime(2026, 12, 5, 1, tzinfo=UTC)


def problems(words: Words) -> list[str]:
    tour = replace(TOUR, words=words, line=7)
    return list(map(str, faults(Catalogue([site("den-nho")], tours=[tour]), NOW)))


def test_what_can_be_asked_has_no_fault() -> None:
    assert problems((("from", ("den-nho",)), ("minutes", ("60",)))) == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "from is missing"),
        ((("from", ("den-lon",)),), "no site called “den-lon”"),
        ((("from", ("den-nho",)), ("minutes", ("soon",))), "minutes"),
        ((("from", ("den-nho",)), ("like", ("food",))), "“food”"),
    ],
)
def test_what_cannot_be_asked_is_named_with_its_line(words: Words, says: str) -> None:
    (problem,) = problems(words)

    assert problem.startswith("tours.yaml:7: a.ask: ")
    assert says in problem


def test_every_walk_that_we_offer_has_stops(built_in: Catalogue) -> None:
    streets = StreetGraph(read_pack())
    assert faults(built_in, NOW) == []

    assert len(built_in.tours) >= 3
    for tour in built_in.tours:
        asked = read_request(tour.asked, built_in.city, NOW)
        assert len(plan(asked, built_in, streets).stops) >= 3, tour.slug
