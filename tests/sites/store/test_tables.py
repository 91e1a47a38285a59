from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, Inspector, inspect
from sqlalchemy.exc import IntegrityError

from sites import store as package
from sites.store import rows
from sites.store.engine import open_engine
from sites.store.store import Store
from sites.store.tables import METADATA, REVISION, SITE
from tests.postgres import new_database
from tests.sites.factories import site

MIGRATIONS = Path(package.__path__[0]) / "migrations"


@pytest.fixture
def created(engine: Engine) -> Engine:
    """A database whose tables were made from METADATA."""
    METADATA.create_all(engine)
    return engine


def test_the_revision_is_the_newest_migration() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_heads() == [REVISION]


@pytest.mark.usefixtures("store")
def test_the_migrations_make_exactly_these_tables(engine: Engine) -> None:
    with engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, METADATA) == []


CONSTRAINTS: dict[str, Callable[[Inspector, str], Any]] = {
    "checks": Inspector.get_check_constraints,
    "foreign keys": Inspector.get_foreign_keys,
    "primary keys": Inspector.get_pk_constraint,
    "uniques": Inspector.get_unique_constraints,
}


@pytest.mark.parametrize("constraints", CONSTRAINTS.values(), ids=CONSTRAINTS)
def test_the_migrations_make_exactly_these_constraints(
    created: Engine,
    other_url: str,
    constraints: Callable[[Inspector, str], Any],
) -> None:
    migrated = Store(other_url)
    migrated.migrate()
    migrated.close()
    other = open_engine(other_url)

    for table in METADATA.tables:
        assert constraints(inspect(other), table) == constraints(
            inspect(created), table
        )
    other.dispose()


@pytest.fixture
def other_url(request: pytest.FixtureRequest, engine: Engine, tmp_path: Path) -> str:
    """The address of another empty database of the same kind."""
    if engine.dialect.name == "postgresql":
        return new_database(request.getfixturevalue("postgres_url"))
    return f"sqlite:///{tmp_path / 'other.db'}"


@pytest.mark.parametrize(
    "change", [{"interest": 0}, {"interest": 6}, {"lat": None}, {"lon": None}], ids=str
)
def test_a_row_that_is_no_site_is_refused(
    created: Engine, change: dict[str, float | None]
) -> None:
    with pytest.raises(IntegrityError), created.begin() as connection:
        connection.execute(SITE.insert(), rows.site_row(site()) | change)


@pytest.mark.parametrize(
    "change",
    [{"interest": 1}, {"interest": 5}, {"lat": None, "lon": None}, {"lat": -90}],
    ids=str,
)
def test_a_row_at_the_limit_is_accepted(
    created: Engine, change: dict[str, float | None]
) -> None:
    with created.begin() as connection:
        connection.execute(SITE.insert(), rows.site_row(site()) | change)


@pytest.mark.parametrize("table", METADATA.sorted_tables, ids=str)
def test_every_constraint_has_a_name(table: Any) -> None:
    assert all(constraint.name for constraint in table.constraints)
