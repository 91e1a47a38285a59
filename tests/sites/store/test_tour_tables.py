from sites.store.tour_tables import TOUR


def test_a_walk_has_one_address() -> None:
    assert [column.name for column in TOUR.primary_key] == ["slug"]
