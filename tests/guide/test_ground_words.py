import pytest

from guide.crossings import Crossing
from guide.ground import Ground
from guide.ground_words import CROSSING, GROUNDS, called, crossing_words, words_for
from sites.names import LANGUAGES


def test_every_ground_and_crossing_has_words() -> None:
    assert GROUNDS.keys() == set(Ground)
    assert CROSSING.keys() == set(Crossing)


@pytest.mark.parametrize(
    ("street", "ground", "vi", "en"),
    [
        (None, Ground.ALLEY, "vào ngõ", "into an alley"),
        (None, Ground.FOOTPATH, "vào lối đi bộ", "onto a footpath"),
        (None, Ground.PAVEMENT, "theo vỉa hè", "along the pavement"),
        (None, Ground.STEPS, "theo bậc thang", "onto a flight of steps"),
        (None, Ground.SQUARE, "qua quảng trường", "across the square"),
        (None, Ground.BRIDGE, "lên cầu", "onto a bridge"),
        (None, Ground.TUNNEL, "vào hầm", "into a tunnel"),
        ("Cầu Bính", Ground.STREET, "lên cầu Bính", "onto Cầu Bính"),
        ("Cầu Bính", Ground.BRIDGE, "lên cầu Bính", "onto Cầu Bính"),
        ("Phố Cầu Đất", Ground.STREET, "vào phố Cầu Đất", "into Phố Cầu Đất"),
        ("Phố Mới", Ground.BRIDGE, "vào phố Mới", "into Phố Mới"),
        ("Ngõ Đá", Ground.ALLEY, "vào ngõ Đá", "into Ngõ Đá"),
        (
            "Quảng trường Nhà hát", Ground.SQUARE,
            "qua quảng trường Nhà hát", "across Quảng trường Nhà hát",
        ),
        ("Sân Đại Bái", Ground.YARD, "qua sân Đại Bái", "across Sân Đại Bái"),
    ],
)  # fmt: skip
def test_how_one_goes_there(
    street: str | None, ground: Ground, vi: str, en: str
) -> None:
    found = [
        f"{words_for(street, ground).into.in_(language)} "
        f"{called(street, ground, language)}"
        for language in LANGUAGES
    ]

    assert found == [vi, en]


@pytest.mark.parametrize("name", ["Cầu", "Cầuvồng", "Sânbay"])
def test_a_word_that_only_begins_like_one_is_a_street(name: str) -> None:
    assert words_for(name, Ground.STREET) is GROUNDS[Ground.STREET]


@pytest.mark.parametrize(
    ("crossings", "vi", "en"),
    [
        (
            [Crossing.MARKED],
            "sang đường ở vạch kẻ", "crossing at the marked crossing",
        ),
        (
            [Crossing.SIGNALS] * 2,
            "sang đường 2 lần ở đèn tín hiệu", "crossing twice at the lights",
        ),
        (
            [Crossing.UNMARKED],
            "sang đường, không có vạch kẻ",
            "crossing the road where nothing is marked",
        ),
        (
            [Crossing.MARKED, Crossing.SIGNALS, Crossing.MARKED],
            "sang đường 3 lần", "crossing the road 3 times",
        ),
    ],
)  # fmt: skip
def test_crossings_are_said_with_how_where_all_are_alike(
    crossings: list[Crossing], vi: str, en: str
) -> None:
    assert crossing_words(tuple(crossings), "vi") == vi
    assert crossing_words(tuple(crossings), "en") == en
