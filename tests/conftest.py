"""What tests of more than one folder use."""

import pytest

from sites.catalogue import Catalogue
from sites.intake import read_content
from tests.postgres import postgres_url

__all__ = ["built_in", "postgres_url"]


@pytest.fixture(scope="session")
def built_in() -> Catalogue:
    """The built-in content, read once."""
    return read_content()
