from pathlib import Path

import pytest

from guide.streets.graph import StreetGraph
from guide.streets.pack import read_pack


@pytest.fixture(scope="session")
def centre() -> StreetGraph:
    """The streets that the guide comes with."""
    return StreetGraph(read_pack())


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new folder for an instance; no other setting counts."""
    for name in ("GUIDE_DATABASE_URL", "GUIDE_STREETS"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "home"
    monkeypatch.setenv("GUIDE_HOME", str(folder))
    return folder
