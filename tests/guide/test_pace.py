from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.pace import (
    CROSSING_EVERY_M,
    DEFAULT_PUPILS,
    MOST_PUPILS,
    PACES,
    WALKERS,
    Pace,
    Party,
    Walker,
)
from sites.names import Text

CLASS = WALKERS["class"]


@pytest.mark.parametrize(
    ("name", "metres", "seconds"),
    [
        pytest.param("slow", 96, 120, id="0.8 m/s"),
        pytest.param("normal", 96, 80, id="1.2 m/s"),
        pytest.param("brisk", 96, 64, id="1.5 m/s"),
        pytest.param("normal", 0, 0, id="nowhere to go"),
        pytest.param("brisk", 0.7, 0, id="less than half a second"),
        pytest.param("brisk", 0.8, 1, id="more than half a second"),
    ],
)
def test_a_walk_takes_whole_seconds(name: str, metres: float, seconds: int) -> None:
    assert Party(pace=PACES[name]).walk_s(metres) == seconds


def test_paces_are_listed_by_their_own_names_from_slow_to_fast() -> None:
    assert list(PACES) == [pace.name for pace in PACES.values()]
    assert all(a.m_per_s < b.m_per_s for a, b in pairwise(PACES.values()))


@pytest.mark.parametrize(
    "label",
    [*(p.label for p in PACES.values()), *(w.label for w in WALKERS.values())],
    ids=[*PACES, *WALKERS],
)
def test_paces_and_walkers_have_a_label_in_both_languages(label: Text) -> None:
    assert label.vi
    assert label.en
    assert label.vi != label.en


def test_walkers_are_listed_by_their_own_names_adults_first() -> None:
    assert list(WALKERS) == [walker.name for walker in WALKERS.values()]
    assert next(iter(WALKERS)) == "adult"


@pytest.mark.parametrize("walker", WALKERS.values(), ids=list(WALKERS))
def test_nobody_walks_faster_or_looks_shorter_than_adults(walker: Walker) -> None:
    assert 0 < walker.speed <= 1
    assert walker.stay >= 1


def test_only_a_class_walks_in_a_column() -> None:
    assert [walker.name for walker in WALKERS.values() if walker.column] == ["class"]


def test_a_party_of_which_nothing_is_said_is_adults_at_a_normal_pace() -> None:
    assert Party() == Party(
        pace=PACES["normal"], walker=WALKERS["adult"], pupils=DEFAULT_PUPILS
    )


@given(st.floats(0, 50_000), st.sampled_from(list(PACES.values())))
def test_adults_walk_at_their_pace_and_nothing_slows_them(
    metres: float, pace: Pace
) -> None:
    assert Party(pace=pace).walk_s(metres) == round(metres / pace.m_per_s)


@given(st.integers(0, 36_000))
def test_adults_stay_to_the_second_as_long_as_a_visit_takes(seconds: int) -> None:
    assert Party().stay_s(seconds) == seconds


@pytest.mark.parametrize(
    ("walker", "seconds"),
    [
        pytest.param("adult", 1000, id="1.2 m/s"),
        pytest.param("family", 1333, id="0.9 m/s"),
        pytest.param("older", 1250, id="0.96 m/s"),
        pytest.param("wheelchair", 1515, id="0.792 m/s"),
    ],
)
def test_walkers_take_their_share_of_an_adults_speed(walker: str, seconds: int) -> None:
    assert Party(walker=WALKERS[walker]).walk_s(1200) == seconds


@pytest.mark.parametrize(
    ("visit_s", "stay_s"),
    [
        pytest.param(0, 0, id="nothing to see"),
        pytest.param(240, 300, id="five minutes exactly"),
        pytest.param(241, 360, id="a second more is another minute"),
        pytest.param(600, 780, id="12.5 minutes"),
        pytest.param(1200, 1500, id="25 minutes exactly"),
    ],
)
def test_a_longer_stay_takes_whole_minutes(visit_s: int, stay_s: int) -> None:
    assert Party(walker=WALKERS["family"]).stay_s(visit_s) == stay_s


def test_a_class_of_thirty_five_by_hand() -> None:
    """18 pairs: 17 times 2 s at each road, one road every 150 m; 35 heads at 2 s.

    1,500 m at 0.9 times 1.2 m/s are 1388.9 s, and ten roads are 340 s.
    """
    party = Party(walker=CLASS, pupils=35)

    assert party.crossing_s_per_m * CROSSING_EVERY_M == pytest.approx(34)
    assert party.walk_s(1500) == 1729
    assert party.counting_s == 70
    assert party.stay_s(600) == 670


@pytest.mark.parametrize(
    ("pupils", "wait_s"),
    [
        pytest.param(1, 0, id="one pupil"),
        pytest.param(2, 0, id="one pair"),
        pytest.param(3, 2, id="a pair and one"),
        pytest.param(4, 2, id="two pairs"),
        pytest.param(MOST_PUPILS, 198, id="the most"),
    ],
)
def test_each_pair_crosses_a_road_two_seconds_after_the_one_before(
    pupils: int, wait_s: int
) -> None:
    party = Party(walker=CLASS, pupils=pupils)

    assert party.crossing_s_per_m * CROSSING_EVERY_M == pytest.approx(wait_s)


@given(st.integers(1, MOST_PUPILS - 1), st.integers(1, 20_000))
def test_one_more_pupil_never_makes_a_class_faster(pupils: int, amount: int) -> None:
    fewer, more = (Party(walker=CLASS, pupils=count) for count in (pupils, pupils + 1))

    assert fewer.walk_s(amount) <= more.walk_s(amount)
    assert fewer.stay_s(amount) < more.stay_s(amount)


@pytest.mark.parametrize("name", [name for name in WALKERS if name != "class"])
def test_pupils_count_in_a_class_only(name: str) -> None:
    few, many = (Party(walker=WALKERS[name], pupils=count) for count in (1, 200))

    assert few.counting_s == many.counting_s == 0
    assert few.walk_s(5000) == many.walk_s(5000)
    assert few.stay_s(600) == many.stay_s(600)
