from guide.streets.spots import LANDMARKS, PAUSES, Spot
from sites.position import Position


def test_no_kind_is_both_a_pause_and_a_landmark() -> None:
    assert not PAUSES & LANDMARKS


def test_a_spot_has_no_further_tags_unless_they_are_given() -> None:
    spot = Spot(kind="bench", position=Position(20.86, 106.68), name=None)

    assert spot.tags == {}
    assert hash(spot)
