"""What tests of more than one folder use."""

import pytest
from hypothesis import settings

from sites.catalogue import Catalogue
from sites.intake import read_content
from tests.postgres import postgres_url

__all__ = ["built_in", "postgres_url"]


# How long an example takes says more of what else the machine does than of our code.
settings.register_profile("here", deadline=None)
settings.load_profile("here")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let what takes minutes begin first: the rest runs beside it."""
    items.sort(
        key=lambda item: (
            item.get_closest_marker("clone") is None,
            "journeys" not in item.path.parts,
        )
    )


@pytest.fixture(scope="session")
def built_in() -> Catalogue:
    """The built-in content, read once."""
    return read_content()
