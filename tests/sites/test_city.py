from datetime import UTC, datetime, timedelta

from sites.city import HAI_PHONG
from sites.position import Position


def test_the_city_is_seven_hours_ahead_of_greenwich() -> None:
    new_year = datetime(2026, 1, 1, tzinfo=UTC)

    assert new_year.astimezone(HAI_PHONG.zone).utcoffset() == timedelta(hours=7)


def test_the_opera_house_lies_in_the_city_and_hanoi_does_not() -> None:
    assert HAI_PHONG.box.holds(Position(20.8575, 106.6818))
    assert not HAI_PHONG.box.holds(Position(21.0285, 105.8542))


def test_a_position_with_its_axes_swapped_can_never_lie_in_the_box() -> None:
    box = HAI_PHONG.box

    assert box.north < box.west


def test_the_city_has_a_content_folder() -> None:
    assert (HAI_PHONG.content / "sources.yaml").is_file()
    assert (HAI_PHONG.content / "sites").is_dir()
