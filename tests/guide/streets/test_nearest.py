from itertools import pairwise
from random import Random

import pytest

from guide.streets.nearest import Segments
from guide.streets.pack import Street
from guide.streets.plane import Plane
from guide.streets.street import StreetTable
from sites.position import Position
from tests.guide.factories import on, street


def nearest(place: Position, *streets: Street) -> tuple[int, float]:
    return Segments(StreetTable.of(streets)).nearest(place)


@pytest.mark.parametrize(
    ("place", "found", "metres"),
    [
        pytest.param(on(50, 10), 0, 10, id="beside a street"),
        pytest.param(on(50, 0), 0, 0, id="on a street"),
        pytest.param(on(-30, 40), 0, 50, id="beyond its end"),
        pytest.param(on(2000, 3), 1, 3, id="in the middle of a long one"),
        pytest.param(on(4000, 600), 1, 200, id="beyond a corner"),
    ],
)
def test_the_nearest_street_is_found(
    place: Position, found: int, metres: float
) -> None:
    streets = (
        street(on(0, 0), on(100, 0)),
        street(on(200, 0), on(4000, 0), on(4000, 400)),
    )

    street_found, away_m = nearest(place, *streets)

    assert street_found == found
    assert away_m == pytest.approx(metres, abs=0.2)


def slowly(place: Position, streets: list[Street]) -> float:
    """Look at every straight piece of every street."""
    plane, best = Plane(place), 1e9
    for one in streets:
        points = plane.points(one.line)
        for a, b in pairwise(points):
            run = b - a
            share = min(1.0, max(0.0, float(-(a @ run) / max(run @ run, 1e-9))))
            best = min(best, float(((a + share * run) ** 2).sum() ** 0.5))
    return best


def test_it_is_what_one_finds_by_looking_at_every_piece() -> None:
    dice = Random(4)

    def anywhere() -> Position:
        return on(dice.uniform(-3000, 3000), dice.uniform(-3000, 3000))

    streets = [
        street(*(anywhere() for _ in range(dice.randint(2, 5)))) for _ in range(40)
    ]
    segments = Segments(StreetTable.of(streets))

    for place in [anywhere() for _ in range(50)]:
        found, metres = segments.nearest(place)
        assert metres == pytest.approx(slowly(place, streets), abs=1e-6)
        assert slowly(place, [streets[found]]) == pytest.approx(metres, abs=1e-6)
