from sqlalchemy import Integer, String

from sites.store.trip_tables import TRIP_ANSWER, TRIP_CLASS


def test_no_column_could_hold_what_a_pupil_writes() -> None:
    for column in (*TRIP_ANSWER.columns, *TRIP_CLASS.columns):
        kind = column.type
        if isinstance(kind, String):
            # A code, and the name of a level: both are ours.
            assert column.name in {"code", "level"}

    answered = [c for c in TRIP_ANSWER.columns if c.name != "code"]
    assert all(isinstance(column.type, Integer) for column in answered)
