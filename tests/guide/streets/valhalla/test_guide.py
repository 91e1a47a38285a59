"""The whole guide on a Valhalla server: the command line, pages, and no server."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask.testing import FlaskClient

from guide.cli import commands
from guide.config import Config, StreetServer
from guide.services import open_services
from guide.streets.errors import StreetsFailed
from guide.web import create_app

WALK = (
    "plan", "--from", "20.8385,106.700", "--to", "20.8345,106.690", "--minutes", "60",
    "--depart", "2026-11-23T08:00", "--lang", "en",
)  # fmt: skip
NOWHERE = "http://127.0.0.1:9"


def guide(*words: str) -> Result:
    return CliRunner().invoke(commands, words, catch_exceptions=False)


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    """A guide whose server is away."""
    config = Config(home=tmp_path, streets=StreetServer(NOWHERE))
    return create_app(open_services(config)).test_client()


def test_a_walk_goes_along_the_ways_of_the_server(
    valhalla: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIDE_STREETS", f"valhalla+{valhalla}")
    walk = guide(*WALK)
    with_profile = guide(*WALK, "--walker", "wheelchair")

    assert walk.exit_code == with_profile.exit_code == 0
    assert "Phụng Pháp" in walk.stdout
    assert len(list((home / "matrices").glob("valhalla-*.npz"))) >= 1


@pytest.mark.usefixtures("home")
def test_a_server_that_is_away_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GUIDE_STREETS", f"valhalla+{NOWHERE}")

    with pytest.raises(StreetsFailed, match=r"does not answer.*GUIDE_STREETS"):
        guide(*WALK)
    assert guide("sites", "den").exit_code == 0
    assert (
        "built-in  (on maps; ways: Valhalla at 127.0.0.1:9"
        in guide("streets", "info").stdout
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", "hiện chưa tìm được đường đi"),
        ("en", "no way can be found just now"),
    ],
)
def test_without_the_server_a_plan_is_a_page_that_says_so(
    client: FlaskClient, language: str, words: str
) -> None:
    page = client.get(f"/plan/tour?from=chua-do&minutes=90&lang={language}")

    assert page.status_code == 503
    assert 'role="alert"' in page.text
    assert words in page.text
    assert "127.0.0.1:9" not in page.text


def test_without_the_server_programs_get_their_form_of_it(client: FlaskClient) -> None:
    answer = client.get("/plan/tour.json?from=chua-do&minutes=90&lang=en")

    assert answer.status_code == 503
    assert "no way can be found just now" in answer.get_json()["error"]


@pytest.mark.parametrize("address", ["/", "/sites/chua-do", "/plan/"])
def test_without_the_server_all_else_is_there(
    client: FlaskClient, address: str
) -> None:
    assert client.get(address).status_code == 200
