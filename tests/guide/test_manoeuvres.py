import pytest

from guide.manoeuvres import SIDE_DEG, Heading, Side, headed, side_of, turned


@pytest.mark.parametrize(
    ("degrees", "name"),
    [
        (0, "straight"),
        (29.9, "straight"),
        (30, "slight"),
        (59.9, "slight"),
        (60, ""),
        (119.9, ""),
        (120, "sharp"),
        (159.9, "sharp"),
        (160, "back"),
        (180, "back"),
    ],
)
def test_a_turn_is_named_by_its_angle(degrees: float, name: str) -> None:
    for angle, side in ((degrees, "right"), (-degrees, "left")):
        whole = name if name in {"straight", "back"} else f"{name}-{side}".strip("-")

        assert turned(angle) == whole


@pytest.mark.parametrize(
    ("bearing", "heading"),
    [
        (0, Heading.NORTH),
        (22.4, Heading.NORTH),
        (22.6, Heading.NORTH_EAST),
        (90, Heading.EAST),
        (179, Heading.SOUTH),
        (-90, Heading.WEST),
        (-23, Heading.NORTH_WEST),
        (-22, Heading.NORTH),
    ],
)
def test_a_heading_is_the_nearest_of_eight(bearing: float, heading: Heading) -> None:
    assert headed(bearing) is heading


@pytest.mark.parametrize(
    ("degrees", "side"),
    [
        (0, None),
        (SIDE_DEG - 0.1, None),
        (SIDE_DEG, Side.RIGHT),
        (180 - SIDE_DEG, Side.RIGHT),
        (180 - SIDE_DEG + 0.1, None),
        (180, None),
    ],
)
def test_ahead_and_behind_are_on_no_side(degrees: float, side: Side | None) -> None:
    mirrored = {Side.RIGHT: Side.LEFT, None: None}

    assert side_of(degrees) is side
    assert side_of(-degrees) is mirrored[side]
