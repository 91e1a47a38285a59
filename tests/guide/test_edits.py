from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide import edits
from guide.asked import read_request, to_words
from guide.request import TourRequest
from guide.streets.profile import Profile
from guide.wishes import NO_WISHES, Appointment, Break, OldNames, Style, Wishes
from sites.city import HAI_PHONG
from sites.model import Kind
from tests.guide.asked.drawn import requests
from tests.guide.factories import at, request

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
NOON = Break(30, time(11, 30), time(13), ("x",))
ABC = ("a", "b", "c")

WISHES = Wishes(
    follow="w",
    first="a",
    last="b",
    order=("a", "b"),
    before=(("a", "b"),),
    at=(Appointment("a", at("09:00")),),
    max_stops=5,
    most=((Kind.WAR, 2),),
    max_walk_m=2000,
    breaks=(NOON,),
    varied=True,
    streets=Profile(quiet=True),
    sure=True,
    days=2,
    groups=3,
)
NAMES = {"stops": "max_stops", "walk": "max_walk_m", "break": "breaks", "only": "sure"}
"""What a field of the address is called as a wish, where that is something else."""

FIELDS = ("follow", "first", "last", "order", "before", "at", "stops", "most", "walk",
          "break", "varied", "streets", "only", "days", "groups")  # fmt: skip


@pytest.mark.parametrize(
    "wishes",
    [
        pytest.param(Wishes(first="x"), id="first"),
        pytest.param(Wishes(last="x"), id="last"),
        pytest.param(Wishes(order=("x",)), id="order"),
        pytest.param(Wishes(at=(Appointment("x", at("09:00")),)), id="at"),
        pytest.param(Wishes(before=(("x", "a"),)), id="before another"),
        pytest.param(Wishes(before=(("a", "x"),)), id="after another"),
    ],
)
def test_leaving_a_site_out_drops_each_wish_for_it(wishes: Wishes) -> None:
    changed = edits.leave_out(request(must=("x", "a"), wishes=wishes), "x")

    assert changed == request(must=("a",), never=("x",))


def test_leaving_a_site_out_keeps_the_wishes_for_others() -> None:
    asked = request(must=("a",), never=("b",), wishes=replace(WISHES, last="c"))
    changed = edits.leave_out(asked, "x")

    assert changed == replace(asked, never=("b", "x"))


def test_an_order_closes_over_a_site_that_is_left_out() -> None:
    changed = edits.leave_out(request(wishes=Wishes(order=("a", "x", "b"))), "x")

    assert changed.wishes.order == ("a", "b")


def test_what_is_left_out_twice_stands_there_once() -> None:
    once = edits.leave_out(request(never=("a",)), "x")

    assert edits.leave_out(once, "x") == once


def test_a_place_to_rest_may_be_one_that_is_not_visited() -> None:
    asked = request(wishes=Wishes(breaks=(NOON,)))

    assert edits.leave_out(asked, "x").wishes.breaks == (NOON,)


def test_keeping_a_site_makes_it_a_must_once() -> None:
    changed = edits.keep(request(must=("x", "a"), never=("b",)), "x")

    assert changed == request(must=("a", "x"), never=("b",))


def test_keeping_a_site_takes_it_back_in() -> None:
    assert edits.keep(request(never=("x", "a")), "x") == request(
        must=("x",), never=("a",)
    )


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(request(must=("a",), never=("b",)), id="as it was"),
        pytest.param(request(must=("a", "x"), never=("b",)), id="no more a must"),
        pytest.param(request(must=("a",), never=("x", "b")), id="no more left out"),
    ],
)
def test_a_site_that_is_released_may_be_visited_or_not(asked: TourRequest) -> None:
    assert edits.release(asked, "x") == request(must=("a",), never=("b",))


@pytest.mark.parametrize(
    ("slug", "steps", "order"),
    [
        pytest.param("a", 1, ("b", "a", "c"), id="one later"),
        pytest.param("a", 2, ("b", "c", "a"), id="to the end"),
        pytest.param("a", 3, ("b", "c", "a"), id="no further than the end"),
        pytest.param("a", -1, ABC, id="no further than the start"),
        pytest.param("b", 0, ABC, id="not at all"),
        pytest.param("b", -1, ("b", "a", "c"), id="to the start"),
        pytest.param("b", 1, ("a", "c", "b"), id="the middle one later"),
        pytest.param("c", -2, ("c", "a", "b"), id="the last one first"),
        pytest.param("c", -99, ("c", "a", "b"), id="far too early"),
        pytest.param("c", 1, ABC, id="the last one no later"),
    ],
)
def test_a_stop_is_moved_within_the_order(
    slug: str, steps: int, order: tuple[str, ...]
) -> None:
    assert edits.move(request(), ABC, slug, steps).wishes.order == order


def test_the_only_stop_stays_where_it_is() -> None:
    assert edits.move(request(), ["a"], "a", 1).wishes.order == ("a",)


def test_a_stop_that_is_not_on_the_walk_cannot_be_moved() -> None:
    with pytest.raises(ValueError, match="x"):
        edits.move(request(), ABC, "x", 1)


@pytest.mark.parametrize(
    ("slug", "steps", "first", "last"),
    [
        pytest.param("a", 1, None, "c", id="the first one later"),
        pytest.param("b", -1, None, "c", id="another one to the front"),
        pytest.param("b", 1, "a", None, id="another one to the end"),
        pytest.param("c", -1, "a", None, id="the last one earlier"),
        pytest.param("c", -2, None, None, id="the last one to the front"),
    ],
)
def test_first_and_last_are_dropped_where_they_no_longer_hold(
    slug: str, steps: int, first: str | None, last: str | None
) -> None:
    asked = request(wishes=Wishes(first="a", last="c"))
    wishes = edits.move(asked, ABC, slug, steps).wishes

    assert (wishes.first, wishes.last) == (first, last)


def test_first_and_last_stay_where_two_others_change_places() -> None:
    asked = request(wishes=Wishes(first="a", last="d"))
    wishes = edits.move(asked, ["a", "b", "c", "d"], "b", 1).wishes

    assert wishes == Wishes(first="a", last="d", order=("a", "c", "b", "d"))


@pytest.mark.parametrize(
    ("slug", "steps", "before"),
    [
        pytest.param("a", 1, (("b", "c"),), id="a behind b"),
        pytest.param("a", 2, (("b", "c"),), id="a behind both"),
        pytest.param("c", -1, (("a", "b"),), id="c before b"),
        pytest.param("c", -2, (("a", "b"),), id="c before both"),
        pytest.param("b", 0, (("a", "b"), ("b", "c")), id="nobody moved"),
    ],
)
def test_an_order_of_two_is_dropped_where_it_no_longer_holds(
    slug: str, steps: int, before: tuple[tuple[str, str], ...]
) -> None:
    asked = request(wishes=Wishes(before=(("a", "b"), ("b", "c"))))

    assert edits.move(asked, ABC, slug, steps).wishes.before == before


def test_an_order_of_two_stays_where_one_of_them_is_not_on_the_walk() -> None:
    asked = request(wishes=Wishes(before=(("x", "a"), ("a", "x"))))

    assert edits.move(asked, ABC, "a", 2).wishes.before == (("x", "a"), ("a", "x"))


def test_a_move_that_changes_nothing_drops_nothing() -> None:
    asked = request(wishes=Wishes(first="a", last="c"))

    assert edits.move(asked, ABC, "a", -1).wishes == replace(asked.wishes, order=ABC)
    assert edits.move(asked, ABC, "c", 1).wishes == replace(asked.wishes, order=ABC)


@pytest.mark.parametrize("style", Style)
def test_another_style_changes_nothing_else(style: Style) -> None:
    asked = request(must=("a",), wishes=WISHES)

    assert edits.in_style(asked, style) == replace(asked, style=style)


def test_old_street_names_come_and_go_and_change_nothing_else() -> None:
    asked = request(must=("a",), wishes=WISHES)

    told = edits.with_old_names(asked)

    assert told == replace(asked, names=OldNames())
    assert edits.with_names(told, None) == asked


@pytest.mark.parametrize("field", FIELDS)
def test_without_a_field_its_wishes_are_gone_and_only_those(field: str) -> None:
    name = NAMES.get(field, field)
    default: dict[str, Any] = {name: getattr(NO_WISHES, name)}
    asked = request(must=("a",), wishes=WISHES)

    assert getattr(WISHES, name) != default[name]
    assert edits.without(asked, field) == replace(
        asked, wishes=replace(WISHES, **default)
    )


def test_a_field_that_is_no_wish_cannot_be_dropped() -> None:
    with pytest.raises(KeyError, match="minutes"):
        edits.without(request(), "minutes")


def without(field: str, asked: TourRequest, _slug: str) -> TourRequest:
    return edits.without(asked, field)


EDITS: dict[str, Callable[[TourRequest, str], TourRequest]] = {
    "leave out": edits.leave_out,
    "keep": edits.keep,
    "release": edits.release,
    "earlier": lambda asked, slug: edits.move(asked, [*ABC, slug], slug, -2),
    "later": lambda asked, slug: edits.move(asked, [slug, *ABC], slug, 2),
    "calm": lambda asked, _slug: edits.in_style(asked, Style.CALM),
    "old names": lambda asked, _slug: edits.with_old_names(asked),
    **{f"without {field}": partial(without, field) for field in FIELDS},
}


def on_the_walk(asked: TourRequest) -> TourRequest:
    """Return a request that leaves out none of the stops that are moved."""
    never = tuple(slug for slug in asked.never if slug not in {*ABC, "new-one"})
    return replace(asked, never=never)


@settings(deadline=None)
@given(requests().map(on_the_walk), st.sampled_from(sorted(EDITS)), st.data())
def test_every_change_is_a_request_of_its_own_that_words_can_say(
    asked: TourRequest, edit: str, data: st.DataObject
) -> None:
    before = deepcopy(asked)
    stops = {*asked.must, *asked.wishes.needed} - {*ABC}
    others = set() if edit in {"earlier", "later"} else {*asked.never}
    slug = data.draw(st.sampled_from([*sorted(stops | others), "new-one"]))

    changed = EDITS[edit](asked, slug)
    words = {name: [said] for name, said in to_words(changed).items()}

    assert asked == before
    assert read_request(words, HAI_PHONG, NOW) == changed
