from guide.trips.nearest import another_day, written_day
from sites.catalogue import Catalogue
from sites.hours import Hours
from tests.guide.factories import GRID, at, on, request, temple


def test_the_nearest_day_may_be_before_or_after() -> None:
    for rule, day in (("Tu 08:00-17:00", "24/11"), ("Su 08:00-17:00", "22/11")):
        shut = Catalogue([temple("a", on(100, 0), hours=Hours(rule=rule))])

        assert another_day(request(), shut, GRID) == f"{day}/2026 08:00"


def test_no_day_is_named_where_none_works() -> None:
    shut = Catalogue([temple("a", on(100, 0), hours=Hours(rule="off"))])

    assert another_day(request(), shut, GRID) is None


def test_a_day_is_written_with_its_hour() -> None:
    assert written_day(at("08:05")) == "23/11/2026 08:05"
