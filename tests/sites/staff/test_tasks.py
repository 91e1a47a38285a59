from dataclasses import replace
from datetime import date

import pytest

from sites.catalogue import Catalogue
from sites.hours import Hours
from sites.model import Access, Address, Site, Way
from sites.names import Text
from sites.sources import Passage
from sites.staff.tasks import QUESTIONS, tasks
from tests.sites.factories import KEY, claims, location, passage, site, source

TODAY = date(2026, 11, 29)
WHOLE = site(
    location=replace(location(), radius_m=20),
    hours=Hours(rule="24/7", sources=(KEY,), checked=TODAY),
    access=Access(way=Way.OPEN, sources=(KEY,)),
    address=Address(street=Text(vi="1", en="1"), sources=("other",)),
    story=(passage(), passage()),
)


def wanting(one: Site) -> set[str]:
    catalogue = Catalogue([one], (source(), source("other")))
    return {task.key for task in tasks(catalogue, TODAY) if task.open} - {"pictures"}


def test_a_whole_site_wants_nothing() -> None:
    assert wanting(WHOLE) == set()


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"location": None}, "position"),
        ({"location": replace(location(), radius_m=20.1)}, "placed"),
        ({"hours": Hours(rule=None)}, "hours"),
        ({"hours": Hours(rule="24/7", checked=date(2026, 1, 1))}, "stale"),
        ({"access": Access()}, "access"),
        ({"address": None, "story": (Passage(vi=claims("A.", sources=("other",)),
                                             en=claims("A.")), passage())}, "address"),
        ({"story": (passage(),)}, "story"),
        ({"address": Address(street=Text(vi="1", en="1"), sources=(KEY,))}, "single"),
    ],
)  # fmt: skip
def test_what_is_wanting_is_asked(changes: dict[str, object], key: str) -> None:
    assert wanting(replace(WHOLE, **changes)) == {key}  # type: ignore[arg-type]


def test_every_question_is_asked_once() -> None:
    keys = [question.key for question in QUESTIONS]

    assert len(set(keys)) == len(keys)


def test_progress_is_counted() -> None:
    catalogue = Catalogue(
        [WHOLE, replace(WHOLE, slug="b", location=None)], (source(), source("other"))
    )
    found = {task.key: task for task in tasks(catalogue, TODAY, ["b"])}

    assert (found["position"].done, found["position"].percent) == (1, 50)
    assert found["hours"].percent == 100
    assert [one.slug for one in found["translation"].open] == ["b"]
    assert found["position"].walkable == ()
    assert [one.slug for one in found["pictures"].walkable] == [WHOLE.slug]


def test_nothing_is_to_be_done_where_nothing_is() -> None:
    assert {task.percent for task in tasks(Catalogue(), TODAY)} == {100}
