"""What tests of more than one folder use."""

import pytest

from sites.catalogue import Catalogue
from sites.intake import read_content
from tests.postgres import postgres_url

__all__ = ["built_in", "postgres_url"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the test that takes minutes begin first: others run beside it."""
    items.sort(key=lambda item: item.get_closest_marker("clone") is None)


@pytest.fixture(scope="session")
def built_in() -> Catalogue:
    """The built-in content, read once."""
    return read_content()
