from collections.abc import Mapping

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from sites.store.history_tables import ENTRY
from sites.store.tables import METADATA

PERSON: Mapping[str, str | None] = {
    "slug": "a",
    "sort": "person",
    "kind": None,
    "name_vi": "Một người",
    "name_en": "A person",
}


@pytest.fixture
def created(engine: Engine) -> Engine:
    METADATA.create_all(engine)
    return engine


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({}, id="a person"),
        pytest.param({"sort": "event", "kind": "war"}, id="an event"),
    ],
)
def test_a_person_or_an_event_is_accepted(
    created: Engine, change: dict[str, str]
) -> None:
    with created.begin() as connection:
        connection.execute(ENTRY.insert(), {**PERSON, **change})


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"sort": "god"}, id="another sort"),
        pytest.param({"sort": "event"}, id="an event of no kind"),
        pytest.param({"kind": "war"}, id="a person of a kind"),
    ],
)
def test_anything_else_is_refused(created: Engine, change: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), created.begin() as connection:
        connection.execute(ENTRY.insert(), {**PERSON, **change})
