from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from benchmarks.environments import NotThere
from benchmarks.valhalla_server import running, tiles_of
from guide.streets.graph import StreetGraph
from guide.streets.osm import import_extract
from tests.guide.streets.extracts import real
from tests.guide.streets.valhalla.canned import Counter, answering

EXTRACT = "hai-phong-south.osm"


@pytest.fixture
def counter() -> Iterator[Counter]:
    with answering() as there:
        yield there


@pytest.fixture(scope="session")
def valhalla() -> Iterator[str]:
    """The address of a real Valhalla with the streets of a real extract."""
    extract = real(EXTRACT)
    try:
        with running(tiles_of(extract)) as address:
            yield address
    except NotThere as problem:
        pytest.skip(f"no Valhalla: {problem}")


@pytest.fixture(scope="session")
def ours() -> StreetGraph:
    """The built-in engine with the same streets."""
    now = datetime(2026, 11, 28, tzinfo=UTC)
    return StreetGraph(import_extract(real(EXTRACT), "south", now).pack)
