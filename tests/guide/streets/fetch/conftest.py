from collections.abc import Iterator

import pytest

from guide.streets.fetch.web import Patience, Web
from tests.guide.streets.fetch.server import Served, running


@pytest.fixture
def served() -> Iterator[Served]:
    with running() as there:
        yield there


@pytest.fixture
def waits() -> list[float]:
    """For how long it would have been waited: nobody waits in a test."""
    return []


@pytest.fixture
def web(waits: list[float]) -> Web:
    return Web(Patience(silence_s=0.3, sleep=waits.append))
