"""When visits begin, and by when one must be there."""

import pytest

from guide.solver.clock import NEVER, begin_at, latest_at
from guide.solver.model import build
from tests.guide.solver.cases import problem

TWICE = build(problem((5,), visit_s=(50,), windows=(((100, 200), (300, 400)),)))
TWO_TOURS = build(problem((5,), more_tours=((10_000, 7200),)))


@pytest.mark.parametrize(
    ("arrive", "begin"),
    [
        pytest.param(0, 100, id="wait for the doors"),
        pytest.param(100, 100, id="as they open"),
        pytest.param(150, 150, id="open now"),
        pytest.param(200, 200, id="the last moment"),
        pytest.param(201, 300, id="wait for the second window"),
        pytest.param(400, 400, id="the last moment of all"),
        pytest.param(401, NEVER, id="too late"),
    ],
)
def test_begin_at(arrive: int, begin: int) -> None:
    assert begin_at(TWICE.model, 0, arrive) == begin


@pytest.mark.parametrize(
    ("leave", "latest"),
    [
        pytest.param(149, -1, id="not even the first moment"),
        pytest.param(150, 100, id="the first moment"),
        pytest.param(250, 200, id="the end of the first window"),
        pytest.param(349, 200, id="not yet the second"),
        pytest.param(350, 300, id="just the second"),
        pytest.param(450, 400, id="the end of the second"),
        pytest.param(5000, 400, id="no later than it is open"),
        pytest.param(0, -1, id="before everything"),
    ],
)
def test_latest_at(leave: int, latest: int) -> None:
    assert latest_at(TWICE.model, 0, leave) == latest


@pytest.mark.parametrize(
    ("arrive", "begin"), [(0, 10_000), (7200, 10_000), (7201, NEVER)]
)
def test_a_turn_begins_with_the_next_departure(arrive: int, begin: int) -> None:
    assert begin_at(TWO_TOURS.model, TWO_TOURS.turns[0], arrive) == begin


@pytest.mark.parametrize(("leave", "latest"), [(9999, -1), (10_000, 7200)])
def test_a_turn_is_reached_by_the_end_of_its_tour(leave: int, latest: int) -> None:
    assert latest_at(TWO_TOURS.model, TWO_TOURS.turns[0], leave) == latest


def test_who_arrives_by_the_latest_moment_leaves_in_time_and_nobody_else() -> None:
    model = build(
        problem((5,), visit_s=(2,), windows=(((61, 63), (66, 67), (69, 69)),))
    ).model

    for leave in range(80):
        in_time = [a for a in range(80) if begin_at(model, 0, a) + 2 <= leave]
        latest = latest_at(model, 0, leave)
        assert in_time == list(range(latest + 1))
