from itertools import pairwise

import pytest

from guide.pace import PACES, Party


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


@pytest.mark.parametrize("name", PACES)
def test_a_pace_has_a_label_in_both_languages(name: str) -> None:
    label = PACES[name].label

    assert label.vi
    assert label.en
    assert label.vi != label.en
