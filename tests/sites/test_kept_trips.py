from datetime import date

from sites.kept_trips import KeptClass


def test_a_class_knows_when_it_is_erased_and_nobody_s_name() -> None:
    kept = KeptClass("ABC234", 1, 7, "middle", date(2026, 12, 13), 3)

    assert set(KeptClass.__slots__) == {
        "code", "trip", "seed", "level", "erased_on", "animals",
    }  # fmt: skip
    assert kept.erased_on == date(2026, 12, 13)
