import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from sites.store.short_tables import SHORT_ADDRESS
from sites.store.tables import METADATA

ROW = {"code": "B1", "site": "a", "name_vi": "a", "name_en": "a"}


@pytest.mark.parametrize(
    "second",
    [
        pytest.param({"site": "b"}, id="a code twice"),
        pytest.param({"code": "B2"}, id="two codes of a site"),
        pytest.param({"code": "B2", "site": "b", "lat": 20.8}, id="half a position"),
    ],
)
def test_a_code_is_of_one_site_and_a_site_has_one_code(
    engine: Engine, second: dict[str, object]
) -> None:
    METADATA.create_all(engine)
    with engine.begin() as connection:
        connection.execute(SHORT_ADDRESS.insert(), ROW)

    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(SHORT_ADDRESS.insert(), ROW | second)
