from sites.staff.telling import SAID, Status


def test_every_status_is_said() -> None:
    assert set(SAID) == set(Status)


def test_what_is_new_or_looked_at_waits() -> None:
    assert {status for status in Status if status.waits} == {"new", "looked_at"}
