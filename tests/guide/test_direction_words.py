from dataclasses import replace
from string import Formatter

import pytest

from guide import direction_words
from guide.direction_words import HEADINGS, SIDES, TURNS, directions, step_words
from guide.directions import OFF_STREET_M, Step
from guide.manoeuvres import Heading, Manoeuvre, Side
from sites.names import LANGUAGES, Text
from sites.position import Position
from tests.guide.factories import leg_between, on, tour

TURN = Step(manoeuvre=Manoeuvre.RIGHT, street="Phố Lê Lợi", metres=121, at=0)
THERE = Step(manoeuvre=Manoeuvre.ARRIVE, street=None, metres=0, at=0)
OUT = Step(
    manoeuvre=Manoeuvre.REACH,
    street="Phố Lê Lợi",
    metres=62,
    at=0,
    heading=Heading.SOUTH_WEST,
)


@pytest.mark.parametrize(
    ("step", "vi", "en"),
    [
        pytest.param(
            TURN,
            "Rẽ phải vào phố Lê Lợi, đi 120 m",
            "Turn right into Phố Lê Lợi, go 120 m",
            id="a turn",
        ),
        pytest.param(
            replace(TURN, street=None),
            "Rẽ phải vào đường chưa rõ tên, đi 120 m",
            "Turn right into a street (name unknown), go 120 m",
            id="no name is invented",
        ),
        pytest.param(
            replace(TURN, street="Cầu Bính", manoeuvre=Manoeuvre.SLIGHT_LEFT),
            "Chếch sang trái lên cầu Bính, đi 120 m",
            "Bear left onto Cầu Bính, go 120 m",
            id="a bridge",
        ),
        pytest.param(
            replace(TURN, street="Phố Cầu Đất", manoeuvre=Manoeuvre.STRAIGHT),
            "Đi thẳng vào phố Cầu Đất, 120 m",
            "Continue straight into Phố Cầu Đất, 120 m",
            id="a street named after a bridge",
        ),
        pytest.param(
            replace(TURN, stays=True),
            "Rẽ phải, vẫn theo phố Lê Lợi, đi 120 m",
            "Turn right to stay on Phố Lê Lợi, go 120 m",
            id="the same street",
        ),
        pytest.param(
            replace(TURN, street="{0}"),
            "Rẽ phải vào {0}, đi 120 m",
            "Turn right into {0}, go 120 m",
            id="braces",
        ),
        pytest.param(
            replace(OUT, manoeuvre=Manoeuvre.START, metres=1249),
            "Đi về hướng tây nam, theo phố Lê Lợi, 1,2 km",
            "Head south-west along Phố Lê Lợi, 1.2 km",
            id="a start",
        ),
        pytest.param(
            OUT,
            "Đi về hướng tây nam ra phố Lê Lợi, 60 m",
            "Head south-west to Phố Lê Lợi, 60 m",
            id="out to the street",
        ),
        pytest.param(
            replace(OUT, heading=None),
            "Ra phố Lê Lợi, khoảng 60 m",
            "Get to Phố Lê Lợi, about 60 m",
            id="from a doubtful place",
        ),
        pytest.param(
            replace(THERE, metres=OFF_STREET_M - 0.1),
            "Đến nơi",
            "You are there",
            id="there",
        ),
        pytest.param(
            replace(THERE, metres=OFF_STREET_M, side=Side.LEFT),
            "Đến nơi, ở bên trái, cách đường 20 m",
            "You are there, on your left, 20 m from the street",
            id="there, away from the street",
        ),
        pytest.param(
            replace(THERE, metres=18, heading=Heading.NORTH),
            "Đến nơi, về hướng bắc, cách 20 m",
            "The place is 20 m to the north",
            id="across the street",
        ),
        pytest.param(
            replace(THERE, doubt_m=99),
            "Đến nơi",
            "You are there",
            id="sure enough",
        ),
        pytest.param(
            replace(THERE, metres=30, doubt_m=100),
            "Đến khu vực này; vị trí chỉ là ước chừng, sai số 100 m",
            "You are in the area; the position is an estimate, give or take 100 m",
            id="somewhere here",
        ),
    ],
)
def test_a_step_is_a_sentence(step: Step, vi: str, en: str) -> None:
    assert (step_words(step, "vi"), step_words(step, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("start", "goal", "vi", "en"),
    [
        pytest.param(
            on(20, 0),
            on(290, 0),
            ["Đi về hướng đông, theo phố Ngang 0, 270 m", "Đến nơi"],
            ["Head east along Phố Ngang 0, 270 m", "You are there"],
            id="one street",
        ),
        pytest.param(
            on(150, -30),
            on(230, 60),
            [
                "Đi về hướng bắc ra phố Ngang 0, 30 m",
                "Đi về hướng đông, theo phố Ngang 0, 50 m",
                "Rẽ trái vào phố Dọc 200, đi 60 m",
                "Đến nơi, ở bên phải, cách đường 30 m",
            ],
            [
                "Head north to Phố Ngang 0, 30 m",
                "Head east along Phố Ngang 0, 50 m",
                "Turn left into Phố Dọc 200, go 60 m",
                "You are there, on your right, 30 m from the street",
            ],
            id="from door to door",
        ),
        pytest.param(on(40, 0), on(40, 0), [], [], id="right here"),
    ],
)
def test_a_leg_is_told_step_by_step(
    start: Position, goal: Position, vi: list[str], en: list[str]
) -> None:
    leg = leg_between(start, goal)

    found = (directions(leg, tour([leg]), language) for language in LANGUAGES)
    assert tuple(found) == (vi, en)


def test_every_heading_and_side_has_words_and_every_turn_but_the_ends() -> None:
    ends = {Manoeuvre.REACH, Manoeuvre.START, Manoeuvre.ARRIVE}

    assert HEADINGS.keys() == set(Heading)
    assert SIDES.keys() == set(Side)
    assert TURNS.keys() == set(Manoeuvre) - ends


def test_both_languages_fill_in_the_same_values() -> None:
    for text in vars(direction_words).values():
        if isinstance(text, Text):
            vi, en = (
                {name for _text, name, _spec, _how in Formatter().parse(words) if name}
                for words in (text.in_(language) for language in LANGUAGES)
            )
            assert vi == en, text
