from guide.streets.snap import Snap
from sites.position import Position


def test_equal_places_on_the_same_point_are_equal() -> None:
    place = Position(20.86, 106.69)
    one, two = (
        Snap(street=3, along_m=10.0, away_m=2.0, point=place, place=place)
        for _ in range(2)
    )

    assert one == two
