from datetime import time
from typing import Any

import pytest

from guide import candidates
from guide.candidates import gather
from guide.no_tour import NoPosition, NoTour, TooFarFromStreets
from guide.places import MAX_SNAP_M
from guide.question import Question
from guide.tour import LeftOut, Reason
from guide.wishes import Appointment, Break, Style, Wishes
from sites.catalogue import Catalogue
from sites.model import Site
from sites.names import Text
from tests.guide.factories import CORNER, GRID, at, on, request, temple

NOTE = Text(vi="Sách nói khác nhau.", en="The books disagree.")
HOME = temple("home", CORNER)
NEAR = temple("near", on(100, 0))
FAR = temple("far", on(300, 300))
LOST = temple("lost", position_note=NOTE)
FIELDS = temple("fields", on(0, -1000))
ISLAND = temple("island", on(1050, 0))
TOWN = (HOME, NEAR, FAR, LOST, FIELDS, ISLAND)


def asked(*sites: Site, **changes: Any) -> tuple[Question, dict[str, LeftOut]]:
    return gather(request(**changes), Catalogue(sites or TOWN), GRID)


def slugs(question: Question) -> list[str]:
    return [site.slug for site in question.candidates]


def rest(*places: Any) -> Break:
    return Break(30, time(8, 30), time(9, 30), places)


def test_every_site_is_a_candidate_or_left_out() -> None:
    question, left_out = asked()

    assert slugs(question) == ["far", "home", "island", "near"]
    assert {slug: out.reason for slug, out in left_out.items()} == {
        "fields": Reason.NO_STREET,
        "lost": Reason.NO_POSITION,
    }


def test_a_site_without_a_position_keeps_its_note() -> None:
    _question, left_out = asked()

    assert left_out["lost"].note == NOTE


def test_a_site_off_the_streets_says_how_far() -> None:
    _question, left_out = asked()

    assert left_out["fields"].metres == pytest.approx(1000, abs=0.5)


@pytest.mark.parametrize(
    ("away_m", "is_candidate"), [(MAX_SNAP_M - 1, True), (MAX_SNAP_M + 1, False)]
)
def test_only_a_site_near_a_street_is_a_candidate(
    *, away_m: float, is_candidate: bool
) -> None:
    question, _left_out = asked(temple("a", on(100, -away_m)))

    assert (slugs(question) == ["a"]) == is_candidate


def test_a_site_exactly_at_the_limit_is_a_candidate(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    edge = on(150, -30)
    monkeypatch.setattr(candidates, "MAX_SNAP_M", GRID.snap(edge).away_m)
    question, _left_out = asked(temple("edge", edge))

    assert slugs(question) == ["edge"]


@pytest.mark.parametrize("changes", [{"start": "near"}, {"end": "near"}])
def test_where_one_starts_or_ends_is_no_candidate(changes: dict[str, Any]) -> None:
    question, left_out = asked(**changes)

    assert "near" not in slugs(question)
    assert left_out["near"].reason is Reason.STARTS_HERE


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"must": ("near",)}, id="must"),
        pytest.param({"wishes": Wishes(first="near")}, id="first"),
        pytest.param({"wishes": Wishes(last="near")}, id="last"),
        pytest.param({"wishes": Wishes(order=("near",))}, id="order"),
        pytest.param(
            {"wishes": Wishes(at=(Appointment("near", at("09:00")),))}, id="at"
        ),
    ],
)
def test_where_one_starts_is_a_candidate_if_it_is_wished_for(
    changes: dict[str, Any],
) -> None:
    question, left_out = asked(start="near", **changes)

    assert "near" in slugs(question)
    assert "near" not in left_out


def test_an_order_of_two_does_not_make_the_start_a_candidate() -> None:
    question, _out = asked(start="near", wishes=Wishes(before=(("near", "far"),)))

    assert "near" not in slugs(question)
    assert question.problem().before == ()


@pytest.mark.parametrize("slug", ["lost", "fields"])
def test_an_order_with_a_site_that_cannot_be_visited_is_no_error(slug: str) -> None:
    question, _out = asked(wishes=Wishes(before=((slug, "far"), ("near", "far"))))
    places = {site.slug: place for place, site in enumerate(question.candidates)}

    assert question.problem().before == ((places["near"], places["far"]),)


@pytest.mark.parametrize("slug", ["lost", "fields"])
def test_what_is_unwanted_is_left_out_for_that(slug: str) -> None:
    _question, left_out = asked(never=(slug,))

    assert left_out[slug].reason is Reason.UNWANTED


@pytest.mark.parametrize(
    ("slug", "error"), [("lost", NoPosition), ("fields", TooFarFromStreets)]
)
@pytest.mark.parametrize(
    ("field", "wishes"),
    [
        ("from", {"start": "?"}),
        ("to", {"end": "?"}),
        ("must", {"must": ("?",)}),
        ("first", {"first": "?"}),
        ("last", {"last": "?"}),
        ("order", {"order": ("near", "?")}),
        ("at", {"at": "?"}),
        ("break", {"breaks": "?"}),
    ],
)
def test_what_is_wished_for_and_cannot_be_reached_names_its_field(
    field: str, wishes: dict[str, Any], slug: str, error: type[NoTour]
) -> None:
    made: dict[str, Any] = {
        "at": (Appointment(slug, at("09:00")),),
        "breaks": (rest("near", slug),),
        "order": ("near", slug),
        "must": (slug,),
    }
    (name,) = wishes
    given = {name: made.get(name, slug)}
    changes = given if name in {"start", "end", "must"} else {"wishes": Wishes(**given)}

    with pytest.raises(error) as caught:
        asked(**changes)

    assert caught.value.field == field


def test_the_places_are_candidates_then_rests_then_start_and_end() -> None:
    breaks = (rest("near", on(200, 0)), rest(on(300, 0)))
    question, _out = asked(NEAR, FAR, end=on(0, 300), wishes=Wishes(breaks=breaks))
    metres = question.ways.metres

    assert (question.start_place, question.end_place) == (5, 6)
    assert [question.place(n).position for n in (2, 3, 4)] == [
        on(100, 0), on(200, 0), on(300, 0),
    ]  # fmt: skip
    assert [round(m) for m in metres[question.start_place]] == [
        600, 100, 100, 200, 300, 0, 300,
    ]  # fmt: skip


def test_a_rest_anywhere_may_be_taken_at_any_candidate() -> None:
    question, _out = asked(NEAR, FAR, LOST, wishes=Wishes(breaks=(rest(),)))

    assert [place.site for place in question.rests[0]] == [FAR, NEAR]


def test_a_calm_walk_rests_wherever_it_stops() -> None:
    question, _out = asked(NEAR, FAR, style=Style.CALM)

    assert [len(places) for places in question.rests] == [2]


def test_a_rest_may_be_taken_where_one_starts() -> None:
    question, _out = asked(start="near", wishes=Wishes(breaks=(rest("near"),)))

    assert question.rests[0][0].site == NEAR


def test_a_round_walk_ends_where_it_starts() -> None:
    question, _out = asked(start="near")

    assert question.start == question.end
    assert question.ways.metres[question.start_place, question.end_place] == 0


def test_an_empty_town_has_a_start_and_an_end() -> None:
    question, left_out = gather(request(), Catalogue(), GRID)

    assert (question.candidates, left_out) == ((), {})
    assert (question.start_place, question.end_place) == (0, 1)
