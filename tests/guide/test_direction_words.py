from dataclasses import replace
from string import Formatter

import pytest

from guide import direction_words, ground_words
from guide.around import Landmark
from guide.crossings import Crossing
from guide.direction_words import (
    HEADINGS,
    LANDMARKS,
    PASSING_SIDES,
    SIDES,
    TURNS,
    directions,
    step_words,
)
from guide.directions import OFF_STREET_M, Step
from guide.ground import Ground, Stairs
from guide.ground_words import CROSSING, GROUNDS
from guide.landmarks import Relation, Seen
from guide.manoeuvres import Heading, Manoeuvre, Side
from guide.old_names import Told
from sites.names import LANGUAGES, Text
from sites.pastnames import PastName
from sites.position import Position
from tests.guide.factories import leg_between, on, tour

HALL = Landmark(name=Text(vi="Nhà hát", en="the Theatre"), position=on(0, 0), doubt_m=5)
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
            replace(TURN, street=None, ground=Ground.SQUARE),
            "Rẽ phải qua quảng trường, đi 120 m",
            "Turn right across the square, go 120 m",
            id="across a square",
        ),
        pytest.param(
            replace(OUT, street=None, manoeuvre=Manoeuvre.START, ground=Ground.TUNNEL),
            "Đi về hướng tây nam, qua hầm, 60 m",
            "Head south-west through a tunnel, 60 m",
            id="through a tunnel",
        ),
        pytest.param(
            replace(TURN, seen=Seen(HALL, Relation.AFTER)),
            "Ngay sau Nhà hát, rẽ phải vào phố Lê Lợi, đi 120 m",
            "Just past the Theatre, turn right into Phố Lê Lợi, go 120 m",
            id="just past a landmark",
        ),
        pytest.param(
            replace(TURN, seen=Seen(HALL, Relation.BEFORE)),
            "Ngay trước Nhà hát, rẽ phải vào phố Lê Lợi, đi 120 m",
            "Just before the Theatre, turn right into Phố Lê Lợi, go 120 m",
            id="just before it",
        ),
        pytest.param(
            replace(TURN, seen=Seen(HALL, Relation.OPPOSITE)),
            "Đối diện Nhà hát, rẽ phải vào phố Lê Lợi, đi 120 m",
            "Opposite the Theatre, turn right into Phố Lê Lợi, go 120 m",
            id="opposite it",
        ),
        pytest.param(
            replace(TURN, seen=Seen(HALL, Relation.AT), stays=True),
            "Tại Nhà hát, rẽ phải, vẫn theo phố Lê Lợi, đi 120 m",
            "At the Theatre, turn right to stay on Phố Lê Lợi, go 120 m",
            id="at it",
        ),
        pytest.param(
            replace(TURN, seen=Seen(HALL, Relation.PASSING, Side.LEFT)),
            "Rẽ phải vào phố Lê Lợi, đi 120 m, đi qua Nhà hát ở bên trái",
            "Turn right into Phố Lê Lợi, go 120 m, passing the Theatre on your left",
            id="passing it",
        ),
        pytest.param(
            replace(TURN, seen=Seen(HALL, Relation.PASSING)),
            "Rẽ phải vào phố Lê Lợi, đi 120 m, đi qua Nhà hát",
            "Turn right into Phố Lê Lợi, go 120 m, passing the Theatre",
            id="passing it on who knows which side",
        ),
        pytest.param(
            replace(TURN, crossings=(Crossing.MARKED,), stairs=Stairs(12), busy=True),
            "Rẽ phải vào phố Lê Lợi, đi 120 m, sang đường ở vạch kẻ, có 12 bậc thang; "
            "đường lớn, chú ý xe",
            "Turn right into Phố Lê Lợi, go 120 m, crossing at the marked crossing, "
            "with 12 steps; a main road: look out for traffic",
            id="what one meets",
        ),
        pytest.param(
            replace(TURN, street=None, ground=Ground.STEPS, stairs=Stairs(None)),
            "Rẽ phải theo bậc thang, đi 120 m",
            "Turn right onto a flight of steps, go 120 m",
            id="steps that nobody counted",
        ),
        pytest.param(
            replace(TURN, stairs=Stairs(None)),
            "Rẽ phải vào phố Lê Lợi, đi 120 m, có bậc thang",
            "Turn right into Phố Lê Lợi, go 120 m, with some steps",
            id="some steps on the way",
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


def test_old_names_stand_behind_the_street() -> None:
    old = tuple(Told(PastName(name=name)) for name in ("phố Bengích", "phố Bê"))

    assert step_words(TURN, "vi", old) == (
        "Rẽ phải vào phố Lê Lợi (phố Bengích xưa; phố Bê xưa), đi 120 m"
    )
    assert step_words(replace(TURN, stays=True), "en", old[:1]) == (
        "Turn right to stay on Phố Lê Lợi (once phố Bengích), go 120 m"
    )


@pytest.mark.parametrize(("metres", "told"), [(974, "950 m"), (976, "1,0 km")])
def test_almost_a_kilometre_is_one(metres: float, told: str) -> None:
    words = step_words(replace(TURN, metres=metres), "vi")

    assert words == f"Rẽ phải vào phố Lê Lợi, đi {told}"


def test_every_heading_and_side_has_words_and_every_turn_but_the_ends() -> None:
    ends = {Manoeuvre.REACH, Manoeuvre.START, Manoeuvre.ARRIVE}

    assert HEADINGS.keys() == set(Heading)
    assert SIDES.keys() == set(Side)
    assert TURNS.keys() == set(Manoeuvre) - ends
    assert LANDMARKS.keys() == set(Relation) - {Relation.PASSING}
    assert PASSING_SIDES.keys() == set(Side)


def test_both_languages_fill_in_the_same_values() -> None:
    texts = {**vars(direction_words), **vars(ground_words)}.values()
    tables = (LANDMARKS, CROSSING, TURNS, PASSING_SIDES)
    for text in (*texts, *(text for table in tables for text in table.values())):
        if isinstance(text, Text):
            vi, en = (
                {name for _text, name, _spec, _how in Formatter().parse(words) if name}
                for words in (text.in_(language) for language in LANGUAGES)
            )
            assert vi == en, text


def test_every_ground_has_words_in_both_languages() -> None:
    for words in GROUNDS.values():
        for text in (words.noun, words.into, words.along):
            assert all(text.in_(language) for language in LANGUAGES)
