from datetime import time

import pytest

from guide.gone import renamed, unknown, without
from guide.request import TourRequest
from guide.wishes import Appointment, Break, Wishes
from sites.catalogue import Catalogue
from tests.guide.factories import CORNER, at, on, request, temple

KNOWN = Catalogue([temple("a", on(0, 0)), temple("b", on(100, 0))])
REST = Break(10, time(9), time(10), ("a", "gone"))
WISHES = Wishes(
    first="gone",
    last="a",
    order=("gone", "a"),
    before=(("gone", "b"), ("a", "b")),
    at=(Appointment("gone", at("09:00")), Appointment("b", at("09:30"))),
    breaks=(REST,),
)
OLD = request("a", end="gone", must=("gone", "b"), never=("lost",), wishes=WISHES)


def test_what_the_catalogue_does_not_know_is_listed_once() -> None:
    assert unknown(OLD, KNOWN) == ("gone", "lost")


def test_a_site_named_by_its_name_is_known() -> None:
    assert unknown(request("Đền a", must=("den b",)), KNOWN) == ()


def test_positions_are_no_names() -> None:
    assert unknown(request(CORNER), KNOWN) == ()


def test_what_moved_is_called_by_its_new_address_everywhere() -> None:
    new = renamed(OLD, lambda name: {"gone": "b", "lost": "a"}.get(name, name))

    assert unknown(new, KNOWN) == ()
    assert new.must == ("b",)
    assert (new.end, new.never, new.wishes.first) == ("b", ("a",), "b")
    assert new.wishes.breaks[0].places == ("a", "b")


def test_the_same_walk_without_a_site_names_it_nowhere() -> None:
    left = without(OLD, ("gone", "lost"))

    assert left
    assert unknown(left, KNOWN) == ()
    assert (left.end, left.must, left.never) == (None, ("b",), ())
    assert left.wishes.last == "a"
    assert left.wishes.at == (Appointment("b", at("09:30")),)
    assert left.wishes.before == (("a", "b"),)
    assert left.wishes.breaks[0].places == ("a",)


def test_a_walk_cannot_do_without_its_start() -> None:
    assert without(request("gone"), ("gone",)) is None


@pytest.mark.parametrize("asked", [OLD, request()], ids=["many wishes", "none"])
def test_what_was_asked_for_besides_stays(asked: TourRequest) -> None:
    left = without(asked, ("gone", "lost"))

    assert left
    assert (left.depart, left.minutes, left.likes) == (
        asked.depart,
        asked.minutes,
        asked.likes,
    )
