import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guide.cli import commands
from sites.errors import Said


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_HOME", str(tmp_path))


def positions(*words: str) -> Result:
    return CliRunner().invoke(commands, ["positions", *words], catch_exceptions=False)


def test_the_least_certain_positions_are_listed_first() -> None:
    lines = positions().stdout.splitlines()

    radii = [line.split()[0] for line in lines]
    known = [float(radius) for radius in radii if radius != "unknown"]
    assert radii[0] == "unknown"
    assert known == sorted(known, reverse=True)
    assert min(known) > 20


def test_programs_read_the_same_list_as_a_table() -> None:
    rows = json.loads(positions("--format", "json").stdout)
    table = list(csv.DictReader(io.StringIO(positions("--format", "csv").stdout)))

    assert [row["site"] for row in rows] == [row["site"] for row in table]
    assert rows[0]["radius_m"] is None
    assert table[0]["radius_m"] == ""


def test_how_sure_is_sure_enough_may_be_said() -> None:
    found = positions("--sure", "5000", "--lang", "en").stdout

    assert {line.split()[0] for line in found.splitlines()} == {"unknown"}


def test_a_walk_passes_what_is_to_be_verified_and_nothing_else() -> None:
    unsure = {row["name"] for row in json.loads(positions("--format", "json").stdout)}
    walk = positions("--walk", "240").stdout
    passed = [line for line in walk.splitlines() if line.lstrip()[:1].isdigit()]

    assert sum(name in walk for name in unsure) >= 3
    assert not [line for line in passed if "Nhà hát lớn" in line]


def test_a_walk_that_cannot_be_says_why() -> None:
    with pytest.raises(Said, match="minutes"):
        positions("--walk", "soon")
