from collections.abc import Callable

import pytest

from guide.trips.claims import Told, claims_of
from guide.trips.tasks import Kind, Task
from guide.trips.worksheet import LEVELS, Level, Worksheet, level_for, worksheet
from sites.catalogue import Catalogue

STOPS = ("den-nghe", "nha-hat-lon", "chua-do", "ga-hai-phong", "may-to")
SEEDS = (1, 2, 77)


def sheet(built_in: Catalogue, level: Level, seed: int = 1) -> Worksheet:
    return worksheet([built_in.get(slug) for slug in STOPS], built_in, level, seed)


@pytest.fixture(params=LEVELS.values(), ids=list(LEVELS))
def level(request: pytest.FixtureRequest) -> Level:
    found: Level = request.param
    return found


def test_the_same_seed_gives_the_same_sheet(built_in: Catalogue, level: Level) -> None:
    assert sheet(built_in, level, 7) == sheet(built_in, level, 7)


def test_another_seed_gives_another_sheet_as_difficult(
    built_in: Catalogue, level: Level
) -> None:
    one, other = (sheet(built_in, level, seed) for seed in (1, 2))

    assert one.tasks != other.tasks
    assert one.difficulty == other.difficulty


def test_every_answer_is_traced_to_claims_of_the_catalogue_with_sources(
    built_in: Catalogue, level: Level
) -> None:
    known = {told for site in built_in for told in claims_of(site)}
    for seed in SEEDS:
        for task in sheet(built_in, level, seed).tasks:
            assert task.claims
            assert set(task.claims) <= known
            for told in task.claims:
                claim = built_in.get(told.site).passages[told.passage].vi[told.place]
                assert claim.text == told.text.vi
                assert set(claim.sources) <= set(told.sources)
                assert all(key in built_in.sources for key in told.sources)


def test_every_answer_follows_from_its_claims(
    built_in: Catalogue, level: Level
) -> None:
    for seed in SEEDS:
        for task in sheet(built_in, level, seed).tasks:
            assert task.answer == worked_out(task), task


def worked_out(task: Task) -> int | None:
    """Work an answer out once more, from the claims alone."""
    first, second = task.claims[0], task.claims[-1]
    vi = [choice.vi for choice in task.choices]
    by_form: dict[str, Callable[[], int | None]] = {
        "year": lambda: vi.index(str(first.year)),
        "true": lambda: vi.index(first.text.vi),
        "years": lambda: abs((first.year or 0) - (second.year or 0)),
        "dated": lambda: sum("______" in told.gapped.vi for told in task.claims),
        "earlier": lambda: vi.index(min(task.claims, key=year_of).gapped.vi),
        "which": lambda: vi.index(first.text.vi),
        "tradition": lambda: 1 - first.by_tradition,
        "label": lambda: None,
        "reasons": lambda: None,
    }
    return by_form[task.form]()


def year_of(told: Told) -> int:
    assert told.year is not None
    return told.year


def test_choices_differ_and_the_right_one_is_among_them(
    built_in: Catalogue, level: Level
) -> None:
    for seed in SEEDS:
        for task in sheet(built_in, level, seed).tasks:
            if task.choices:
                assert len(set(task.choices)) == len(task.choices)
                assert task.solution in task.choices


def test_a_count_is_the_same_in_both_languages(built_in: Catalogue) -> None:
    for site in built_in:
        claims = claims_of(site)
        counted = (
            sum("______" in told.gapped.in_(language) for told in claims)
            for language in ("vi", "en")
        )
        assert len(set(counted)) == 1, site.slug


def test_the_card_of_a_stop_holds_what_its_tasks_ask(built_in: Catalogue) -> None:
    found = sheet(built_in, LEVELS["lower"])
    on_cards = {told for card in found.cards for told in card.claims}

    assert all(set(task.claims) <= on_cards for task in found.tasks)


def test_every_kind_of_task_is_asked_at_some_age(built_in: Catalogue) -> None:
    asked = {t.kind for level in LEVELS.values() for t in sheet(built_in, level).tasks}

    assert asked == set(Kind)


@pytest.mark.parametrize(
    ("age", "name"),
    [(6, "young"), (8, "young"), (9, "middle"), (12, "lower"), (15, "lower"),
     (16, "upper"), (18, "upper"), (None, "lower")],
)  # fmt: skip
def test_the_level_suits_the_age(age: int | None, name: str) -> None:
    assert level_for(age).name == name


def test_a_drawing_is_not_asked_for_on_a_phone(built_in: Catalogue) -> None:
    found = sheet(built_in, LEVELS["young"])

    assert {task.kind for task in found.on_phones.values()} == {Kind.FIND}
    assert [number for number, _task in found.of(found.cards[1].site)] == [3, 4]


def test_a_trip_of_one_stop_has_a_sheet(built_in: Catalogue, level: Level) -> None:
    found = worksheet([built_in.get("nga-nam")], built_in, level, 1)

    assert len(found.tasks) == len(level.tasks)
