import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from guide import cli
from guide.cli import commands
from guide.streets.errors import BadExtract, BadPackName, NoSiteThere
from guide.streets.fetch.errors import (
    BadAddress,
    BadBox,
    FetchRunning,
    GaveUp,
    NotStored,
    Unreachable,
)
from guide.streets.fetch.room import only_one
from guide.streets.fetch.web import Web
from guide.streets.shelf import Shelf
from sites.position import Position
from tests.guide.streets.extracts import NODES, osm, real, road
from tests.guide.streets.fetch import server
from tests.guide.streets.fetch.server import BOX, TOWN, Served, running
from tests.guide.test_cli_streets import far_away

pytestmark = pytest.mark.usefixtures("home", "no_waiting")


@pytest.fixture
def served() -> Iterator[Served]:
    with running() as there:
        yield there


@pytest.fixture
def city(served: Served) -> Served:
    """A map in which sites stand: the town, and a road through the centre."""
    nodes = NODES | {30: Position(20.85, 106.68), 31: Position(20.87, 106.70)}
    served.map = osm(road(1, 2, name="Phố Vẽ Tay"), road(30, 31), nodes=nodes)
    return served


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Web, "wait", lambda *_words: None)


def fetch(*words: str) -> Result:
    """Run the command; whatever it raises is raised here."""
    line = ("streets", "fetch", *words)
    return CliRunner().invoke(commands, line, catch_exceptions=False)


def ask(served: Served, *words: str, box: str = BOX) -> Result:
    return fetch("--server", served.overpass, "--box", box, *words)


def left(home: Path) -> list[str]:
    """Return what lies in the folder of fetched things, besides its lock."""
    return [file.name for file in (home / "fetched").iterdir() if file.is_dir()]


def test_the_streets_of_a_box_become_a_pack(served: Served, home: Path) -> None:
    result = ask(served, "--anywhere", "--name", "town")
    pack = Shelf(home).read("town")

    assert result.exit_code == 0
    assert result.stdout.startswith("town: ")
    assert "“guide streets use town”" in result.stdout
    assert {street.name for street in pack.streets} == {"Phố Vẽ Tay", None}
    assert pack.origin
    assert pack.origin.taken == "2026-11-01T00:00:00Z"
    assert Shelf(home).chosen == "built-in"
    assert left(home) == []


def test_it_is_said_whose_server_is_asked_and_whose_the_data_is(served: Served) -> None:
    said = ask(served, "--anywhere", "--name", "town").stderr
    south = BOX.partition(",")[0].rstrip("0")

    assert f"asking 127.0.0.1 for {south}," in said
    assert "in 1 parts, one after the other" in said
    assert "over an open line" in said
    assert "© OpenStreetMap contributors, ODbL 1.0: openstreetmap.org/copyright" in said


def test_without_a_box_the_city_is_asked_for(city: Served, home: Path) -> None:
    fetch("--server", city.overpass)
    asked = city.of("/interpreter")

    assert len(asked) == 6
    assert asked[0].box.startswith("20.8,106.6,")
    assert asked[-1].box.endswith(",20.92,106.78")
    assert "hai-phong" in Shelf(home).names()


def test_a_file_from_an_address_becomes_a_pack(served: Served, home: Path) -> None:
    served.files["lands/town-latest.osm"] = TOWN.encode()
    result = fetch("--from", f"{served.address}/lands/town-latest.osm", "--anywhere")
    pack = Shelf(home).read("town-latest")

    assert result.stdout.startswith("town-latest: ")
    assert pack.origin
    assert pack.origin.file == "town-latest.osm"
    assert left(home) == []


@pytest.mark.parametrize("ending", ["osm", "osm.bz2", "osm.pbf"])
def test_an_extract_can_only_be_downloaded(
    served: Served, tmp_path: Path, home: Path, ending: str
) -> None:
    file = tmp_path / f"town.{ending}"
    result = ask(served, "--only-download", str(file))
    imported = CliRunner().invoke(
        commands, ["streets", "import", str(file), "--anywhere"], catch_exceptions=False
    )

    assert result.stdout.startswith(f"{file}: 0.0 MB, © OpenStreetMap contributors")
    assert imported.stdout.startswith("town: ")
    assert left(home) == []


def test_a_file_is_downloaded_as_it_is(served: Served, tmp_path: Path) -> None:
    # The address does not say what it is; the file to write does.
    served.files["download?id=3"] = TOWN.encode()
    file = tmp_path / "town.osm"
    fetch("--from", f"{served.address}/download?id=3", "--only-download", str(file))

    assert file.read_text("utf-8") == TOWN


def test_an_area_without_a_site_is_refused_before_anybody_is_asked(
    served: Served,
) -> None:
    with pytest.raises(NoSiteThere, match=r"--box \(21,105,21\.01,105\.01\)"):
        ask(served, box="21,105,21.01,105.01")

    assert served.seen == []


def test_what_holds_no_site_is_not_fetched_twice(served: Served, home: Path) -> None:
    nodes = {node: far_away(node) for node in NODES}
    served.files["x.osm"] = osm(road(1, 2), nodes=nodes).encode()
    address = f"{served.address}/x.osm"
    with pytest.raises(NoSiteThere):
        fetch("--from", address)
    assert Shelf(home).names() == ["built-in"]

    fetch("--from", address, "--anywhere")
    assert Shelf(home).names() == ["built-in", "x"]
    assert len(served.seen) == 1


def test_an_interrupted_command_is_gone_on_with(city: Served, home: Path) -> None:
    city.faults.extend([server.Handler.whole] * 3 + [server.status(504)] * 5)
    with pytest.raises(GaveUp, match="same command again"):
        fetch("--server", city.overpass)
    city.seen.clear()
    fetch("--server", city.overpass)

    assert len(city.of("/interpreter")) == 3
    assert left(home) == []


def test_whatever_fails_the_pack_in_use_stays(served: Served, home: Path) -> None:
    ask(served, "--anywhere", "--name", "town")
    Shelf(home).use("town")
    before = (home / "packs" / "town.geojson").read_bytes()
    served.faults.extend([server.dropped(99)] * 5)
    with pytest.raises(GaveUp):
        ask(served, "--anywhere", "--name", "town")
    served.files["town.osm"] = b"<osm><node"
    with pytest.raises(BadExtract):
        fetch("--from", f"{served.address}/town.osm", "--anywhere", "--name", "town")

    assert Shelf(home).chosen == "town"
    assert (home / "packs" / "town.geojson").read_bytes() == before


def test_without_internet_it_is_said_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = [
        "guide",
        "streets",
        "fetch",
        "--server",
        "http://127.0.0.1:9/api/interpreter",
    ]
    monkeypatch.setattr(sys, "argv", line)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    said = capsys.readouterr().err.splitlines()[-1]

    assert ended.value.code == 2
    assert said.startswith("guide: 127.0.0.1 cannot be reached (")
    assert said.endswith("run “guide streets import FILE”")


def test_a_host_without_a_name_is_out_of_reach() -> None:
    with pytest.raises(Unreachable, match=r"no-such-host\.invalid cannot be reached"):
        fetch("--from", "https://no-such-host.invalid/x.osm")


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("--from", "https://x/y.osm", "--box", BOX), "take --box away"),
        (("--only-download", "x.osm", "--name", "y"), "imports nothing"),
        (("--only-download", "x.osm", "--anywhere"), "imports nothing"),
        (("--only-download", "x.zip"), "must end in .osm"),
    ],
)
def test_what_makes_no_sense_is_refused(words: tuple[str, ...], problem: str) -> None:
    with pytest.raises(click.UsageError, match=problem):
        commands.main(["streets", "fetch", *words], standalone_mode=False)


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("--box", "1,2,3"), BadBox),
        (("--box", "20,106,22,108", "--anywhere"), BadBox),
        (("--name", "Đẹp"), BadPackName),
        (("--name", "built-in"), BadPackName),
        (("--from", "file:///etc/passwd"), BadAddress),
        (("--from", "https://x/y.zip"), BadAddress),
        (("--from", "https://x/"), BadAddress),
        (("--server", "ftp://x/interpreter"), BadAddress),
    ],
)
def test_what_cannot_be_is_refused_by_name(
    words: tuple[str, ...], error: type[Exception]
) -> None:
    with pytest.raises(error):
        fetch(*words)


def test_two_commands_do_not_fetch_at_once(served: Served, home: Path) -> None:
    with only_one(home / "fetched"), pytest.raises(FetchRunning):
        ask(served, "--anywhere", "--name", "town")

    assert served.seen == []


def test_a_file_that_cannot_be_written_is_named(served: Served, tmp_path: Path) -> None:
    target = str(tmp_path / "no" / "town.osm")
    with pytest.raises(NotStored, match="no does not take"):
        ask(served, "--only-download", target)


def test_a_real_extract_is_fetched_in_parts_and_is_the_same(
    served: Served, home: Path
) -> None:
    file = real("hai-phong-south.osm")
    served.map = file.read_text("utf-8")
    words = ("streets", "import", str(file), "--anywhere", "--name", "whole")
    CliRunner().invoke(commands, words, catch_exceptions=False)
    box = "20.80,106.64,20.87,106.74"
    ask(served, "--anywhere", "--name", "parts", box=box)
    whole, parts = (Shelf(home).read(name) for name in ("whole", "parts"))

    assert len(served.of("/interpreter")) == 4
    assert set(parts.streets) == set(whole.streets)


def test_the_bar_is_shown_to_whoever_looks(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    leader, follower = os.openpty()
    with os.fdopen(follower, "w") as terminal, os.fdopen(leader, "rb", 0) as screen:
        monkeypatch.setattr(sys, "stderr", terminal)
        line = ["streets", "fetch", "--server", served.overpass, "--box", BOX]
        commands.main([*line, "--anywhere", "--name", "town"], standalone_mode=False)
        terminal.flush()
        shown = screen.read(100_000).decode()

    assert "asking Overpass" in shown
    assert "100%" in shown
