from collections.abc import Callable

import pytest

from guide.trips.hazards import Terrain
from guide.trips.papers.material import Material, gather
from guide.trips.plan import TripPlan
from sites.names import Language
from tests.guide.factories import GRID
from tests.guide.trips.trips import complete, planned

Gather = Callable[[TripPlan, Language], Material]

TERRAIN = Terrain(GRID.pack)


def gathered(plan: TripPlan, language: Language = "vi") -> Material:
    return gather(plan, TERRAIN, language)


@pytest.fixture(scope="session")
def ready() -> TripPlan:
    """A plan of which nothing is missing."""
    return complete()


@pytest.fixture(scope="session")
def bare() -> TripPlan:
    """A plan of which nothing is said but what a plan needs."""
    return planned()
