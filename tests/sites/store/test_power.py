"""What was acknowledged survives a power cut at any moment."""

import random
import shutil
from pathlib import Path

import pytest

from sites.store.store import Store
from tests.sites.store.power import Event, lost, recorded

EDITS, CUTS = 30, 60


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with its tables and nothing in them, every byte of it on the disk."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed: apt-get install strace")
    folder: Path = tmp_path_factory.mktemp("power") / "empty"
    folder.mkdir()
    store = Store(f"sqlite:///{folder / 'guide.db'}")
    store.migrate()
    store.close()
    return folder


def events(empty: Path, synchronous: str) -> list[Event]:
    live = empty.parent / synchronous
    shutil.copytree(empty, live)
    found = recorded(live, EDITS, synchronous)
    assert sum(event.what == "ack" for event in found) == EDITS
    return found


def cuts(empty: Path, found: list[Event], place: Path) -> list[tuple[set[str], bool]]:
    chance = random.Random(7)
    return [lost(empty, found, place / str(n), chance) for n in range(CUTS)]


def test_no_power_cut_takes_an_acknowledged_edit_along(
    empty: Path, tmp_path: Path
) -> None:
    found = cuts(empty, events(empty, "FULL"), tmp_path)

    assert [(missing, damaged) for missing, damaged in found if missing or damaged] == (
        []
    )


def test_with_fewer_syncs_a_power_cut_would_be_seen(
    empty: Path, tmp_path: Path
) -> None:
    found = cuts(empty, events(empty, "NORMAL"), tmp_path)

    assert any(missing for missing, _damaged in found)
