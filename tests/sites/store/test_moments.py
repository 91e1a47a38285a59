from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.engine.default import DefaultDialect

from sites.store.moments import Moment

HERE = DefaultDialect()
COLUMN = Moment()
MORNING = datetime(2026, 11, 29, 8, 0, tzinfo=timezone(timedelta(hours=7)))


def test_a_moment_is_read_back_as_the_same_moment() -> None:
    written = COLUMN.process_bind_param(MORNING, HERE)

    assert COLUMN.process_result_value(written, HERE) == MORNING


def test_texts_sort_as_moments_do() -> None:
    moments = [MORNING, MORNING.astimezone(UTC) + timedelta(microseconds=1)]
    written = [COLUMN.process_bind_param(each, HERE) or "" for each in moments]

    assert written == sorted(written)
    assert len({len(each) for each in written}) == 1


def test_no_moment_stays_none() -> None:
    assert COLUMN.process_bind_param(None, HERE) is None
    assert COLUMN.process_result_value(None, HERE) is None


def test_a_moment_without_a_time_zone_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        COLUMN.process_bind_param(MORNING.replace(tzinfo=None), HERE)
