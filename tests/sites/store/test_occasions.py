from datetime import time

from sites.store import occasions
from tests.sites.factories import FESTIVE, site


def test_a_site_where_nothing_happens_has_no_rows() -> None:
    assert (
        occasions.moon_rows(site())
        == occasions.repair_rows(site())
        == occasions.festival_rows(site())
        == occasions.cancelled_rows(site())
        == []
    )


def test_days_of_the_moon_are_numbers_with_spaces() -> None:
    often, late = occasions.moon_rows(FESTIVE)

    assert (often["days"], often["months"], often["opens"]) == ("1 15", "", time(5))
    assert (late["days"], late["months"], late["opens"]) == ("23", "11 12", None)


def test_what_is_cancelled_names_its_festival_by_place() -> None:
    rows = occasions.cancelled_rows(FESTIVE)

    assert [(row["place"], row["festival"], row["year"]) for row in rows] == [
        (0, 0, 2027),
        (1, 2, 2027),
    ]


def test_every_part_cites_its_own_sources() -> None:
    cited = dict(occasions.cited(FESTIVE))

    assert [subject for subject, keys in cited.items() if not keys] == [
        "moon/1", "repair/1", "festival/1",
    ]  # fmt: skip
    assert {"hours", "moon/0", "repair/0", "festival/0", "festival/0/2027"} <= {*cited}
