import pytest

from guide.exports.words import tour_name
from tests.guide.factories import on, request, temple, walk


@pytest.mark.parametrize(
    ("count", "vi", "en"),
    [
        (0, "0 điểm dừng", "0 stops"),
        (1, "1 điểm dừng", "1 stop"),
        (2, "2 điểm dừng", "2 stops"),
    ],
)
def test_a_tour_is_named_by_start_departure_and_number_of_stops(
    count: int, vi: str, en: str
) -> None:
    sites = [temple(f"s{number}", on(0, 100)) for number in range(count)]
    tour = walk(request("home"), temple("home", on(0, 0)), *sites)

    assert tour_name(tour, "vi") == f"Dạo bộ từ Đền home, 23/11/2026 08:00: {vi}"
    assert tour_name(tour, "en") == f"Walk from home Temple, 23/11/2026 08:00: {en}"


def test_a_tour_from_a_position_is_named_by_its_numbers() -> None:
    assert "from 20.86000, 106.69000," in tour_name(walk(request()), "en")
