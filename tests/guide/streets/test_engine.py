from guide.streets.engine import Streets, WaysBetween
from tests.guide.factories import GRID, on


def test_the_built_in_engine_is_one() -> None:
    # The types say it: this file would not pass the check otherwise.
    streets: Streets = GRID
    places = [streets.snap(on(0, 0)), streets.snap(on(300, 0))]
    ways: WaysBetween = streets.ways(places)

    assert ways.metres.shape == (2, 2)
    assert ways.way(0, 1).line == (on(0, 0), on(100, 0), on(200, 0), on(300, 0))
