import gc
import json
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guide import cli
from guide.bad_request import BadChoice
from guide.cli import commands
from guide.web import serve as serving

LEAVE = ("--depart", "2026-11-23T08:00")
FROM_HERE = ("plan", "--from", "ga-hai-phong", *LEAVE)

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def guide(*words: str) -> Result:
    """Run a command; whatever it raises is raised here."""
    return CliRunner().invoke(commands, words, catch_exceptions=False)


def guide_main(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """Run the program as from a terminal; return its exit status."""
    monkeypatch.setattr(sys, "argv", ["guide", *words])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert isinstance(ended.value.code, int)
    return ended.value.code


def test_a_walk_is_planned_as_text_in_vietnamese() -> None:
    result = guide(*FROM_HERE)

    assert result.exit_code == 0
    assert result.stdout.startswith("Dạo bộ từ Ga Hải Phòng, 23/11/2026 08:00: ")
    assert result.stdout.endswith("© OpenStreetMap contributors, ODbL 1.0\n")
    assert result.stderr == ""


def test_a_walk_is_planned_in_english() -> None:
    assert guide(*FROM_HERE, "--lang", "en").stdout.startswith("Walk from ")


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("text", "Dạo bộ"),
        ("txt", "Dạo bộ"),
        ("json", '{\n "request"'),
        ("geojson", '{\n "type"'),
        ("gpx", "<?xml"),
        ("svg", "<?xml"),
    ],
)
def test_a_walk_is_written_in_every_format(name: str, begins: str) -> None:
    assert guide(*FROM_HERE, "--format", name).stdout.startswith(begins)


def test_every_word_of_a_request_can_be_said() -> None:
    result = guide(
        "plan", "--from", "20.856,106.687", "--to", "den nghe", *LEAVE,
        "--minutes", "200", "--like", "religious", "--like", "war,landmark",
        "--pace", "slow", "--must", "nha-hat-lon", "--must", "quan-hoa",
        "--never", "nga-sau", "--names", "1925", "--format", "json",
    )  # fmt: skip

    assert json.loads(result.stdout)["request"] == {
        "from": "20.856000,106.687000",
        "to": "den-nghe",
        "depart": "2026-11-23T08:00",
        "minutes": "200",
        "like": "religious,war,landmark",
        "pace": "slow",
        "must": "nha-hat-lon,quan-hoa",
        "never": "nga-sau",
        "names": "1925",
    }


def test_old_street_names_are_told_where_asked_for() -> None:
    walk = ("plan", "--from", "ga-hai-phong", "--must", "203-le-loi", *LEAVE)

    assert "phố Lê Lợi (phố Bengích xưa)" in guide(*walk, "--names", "old").stdout
    assert (
        "phố Lê Lợi (thời Pháp: phố Bengích)" in guide(*walk, "--names", "1925").stdout
    )
    assert "Bengích" not in guide(*walk).stdout


def test_a_walk_without_a_departure_begins_soon() -> None:
    result = guide("plan", "--from", "ga-hai-phong", "--format", "json")

    assert json.loads(result.stdout)["request"]["minutes"] == "120"


def test_a_walk_is_written_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "walk.gpx"
    result = guide(*FROM_HERE, "--format", "gpx", "-o", str(file))

    assert (result.exit_code, result.output) == (0, "")
    assert file.read_text("utf-8").startswith("<?xml")


def test_a_map_for_paper_is_written_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "map.png"
    result = guide(*FROM_HERE, "--format", "png", "--paper", "a5", "-o", str(file))

    assert (result.exit_code, result.output) == (0, "")
    assert file.read_bytes().startswith(b"\x89PNG")
    # A5 at 200 dots an inch: 148 by 210 mm.
    assert file.read_bytes()[16:24] == (1165).to_bytes(4) + (1654).to_bytes(4)


def test_paper_that_nobody_has_is_named() -> None:
    with pytest.raises(BadChoice, match="paper: “a9” is not known; choose from a4, a5"):
        guide(*FROM_HERE, "--format", "svg", "--paper", "a9")


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    file = tmp_path / "none" / "walk.gpx"
    result = guide(*FROM_HERE, "-o", str(file))

    assert (result.exit_code, result.stdout) == (2, "")
    assert f"cannot write {file}: No such file or directory" in result.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(
            ("plan", "--from", "ga-hai-fong"),
            "guide: from: there is no site called “ga-hai-fong”; "
            "did you mean ga-hai-phong",
            id="unknown site",
        ),
        pytest.param(("plan",), "guide: from is missing; say where", id="no start"),
        pytest.param(
            ("plan", "--from", "ga-hai-phong", "--minutes", "5"),
            "guide: minutes: “5” is no duration",
            id="too short",
        ),
        pytest.param(
            ("plan", "--from", "ga-hai-phong", "--format", "docx"),
            "guide: there is no format “docx”; choose one of pdf",
            id="unknown format",
        ),
        pytest.param(
            (*FROM_HERE, "--must", "chua-phung-phap"),
            "guide: must: Chùa Phụng Pháp is 387 m from the nearest street",
            id="no street",
        ),
    ],
)
def test_what_is_wrong_is_one_sentence_on_stderr_and_status_2(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    says: str,
) -> None:
    assert guide_main(monkeypatch, *words) == 2
    out, err = capsys.readouterr()

    assert out == ""
    assert err.startswith(says)
    assert err.count("\n") == 1


def test_a_setting_that_is_not_known_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GUIDE_HOEM", "x")

    assert guide_main(monkeypatch, "sites") == 2
    assert "no such setting: GUIDE_HOEM" in capsys.readouterr().err


def test_a_command_that_works_ends_with_status_0(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert guide_main(monkeypatch, "sites", "nha hat lon") == 0
    assert capsys.readouterr().out.startswith("nha-hat-lon ")


def test_sites_are_found_without_accents() -> None:
    result = guide("sites", "den", "tien", "nga")

    assert result.stdout == f"{'den-tien-nga':20} Đền Tiên Nga  (religious)\n"


def test_sites_are_named_in_english_too() -> None:
    assert "Nghè Temple" in guide("sites", "den nghe", "--lang", "en").stdout


def test_all_sites_are_listed_for_no_words() -> None:
    assert len(guide("sites").stdout.splitlines()) == 36


def test_nothing_found_offers_the_nearest_and_ends_with_status_1() -> None:
    result = guide("sites", "den", "nge")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("nothing is called “den nge”; the nearest: den-n")


def test_loading_publishes_the_content_anew() -> None:
    assert guide("load").stdout == "edition 2 is published\n"
    assert guide("load").stdout == "edition 3 is published\n"


# The server that could not be opened leaves sockets behind; the process ends anyway.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_port_that_is_taken_is_named(taken_port: int) -> None:
    result = guide("serve", "--port", str(taken_port))
    gc.collect()

    assert (result.exit_code, result.stdout) == (2, "")
    assert f"cannot listen on 127.0.0.1:{taken_port} (Address" in result.stderr
    assert "choose another one with --host or --port" in result.stderr


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_host_that_is_nowhere_is_named() -> None:
    result = guide("serve", "--host", "nowhere.invalid")
    gc.collect()

    assert result.exit_code == 2
    assert "cannot listen on nowhere.invalid:8000 (" in result.stderr


@pytest.mark.parametrize("port", ["0", "65536", "http"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    result = guide("serve", "--port", port)

    assert result.exit_code == 2
    assert "Invalid value for '--port'" in result.stderr


def test_serving_says_where_once_the_port_is_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        serving, "serve", lambda _here, _host, _port, listening: listening()
    )

    assert guide("serve", "--port", "8123").stdout == (
        "36 sites, 1061 streets\n"
        "The guide is at http://127.0.0.1:8123/ (Ctrl+C ends it)\n"
    )


def test_the_version_is_the_one_of_the_package() -> None:
    assert guide("--version").stdout.strip().count(".") == 2


@pytest.mark.parametrize("name", ["plan", "sites", "load", "serve"])
def test_every_command_explains_itself(name: str) -> None:
    assert name in guide("--help").stdout
    assert len(guide(name, "-h").stdout.splitlines()) > 3


def test_what_is_in_reach_is_listed_and_its_area_written(tmp_path: Path) -> None:
    file = tmp_path / "area.geojson"
    result = guide(
        "reach", "--from", "nha-hat-lon", "--minutes", "10", "-o", str(file)
    )  # fmt: skip

    assert result.exit_code == 0
    first, *_more = result.stdout.splitlines()
    assert first.split()[:4] == ["3", "min", "195", "m"]
    assert first.endswith("Quán hoa")
    area = json.loads(file.read_text("utf-8"))["features"][0]
    assert area["properties"]["minutes"] == "10"


def test_where_nothing_is_in_reach_it_says_what_to_do() -> None:
    result = guide("reach", "--from", "ga-hai-phong", "--minutes", "1")

    assert (result.exit_code, result.stdout) == (0, "")
    assert "give more --minutes" in result.stderr
