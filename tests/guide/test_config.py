from pathlib import Path

import pytest

from guide.config import Config, StreetServer
from guide.errors import BadConfig


def test_nothing_has_to_be_set() -> None:
    assert Config.from_env({}) == Config(
        home=Path("var"), database_url="", streets=None
    )


def test_every_setting_is_read() -> None:
    found = Config.from_env(
        {
            "GUIDE_HOME": "/srv/guide",
            "GUIDE_DATABASE_URL": "postgresql://localhost/guide",
            "GUIDE_STREETS": "/srv/town.geojson",
        }
    )

    assert found.home == Path("/srv/guide")
    assert found.database == "postgresql://localhost/guide"
    assert found.streets == Path("/srv/town.geojson")


def test_an_empty_variable_counts_as_not_given() -> None:
    empty = {"GUIDE_HOME": "", "GUIDE_DATABASE_URL": "", "GUIDE_STREETS": ""}

    assert Config.from_env(empty) == Config()


def test_variables_of_other_programs_are_not_looked_at() -> None:
    others = {
        "HOME": "/home/an",
        "PATH": "/bin",
        "MY_GUIDE_HOME": "/",
        "GUIDEBOOK": "1",
    }

    assert Config.from_env(others) == Config()


@pytest.mark.parametrize("name", ["GUIDE_HOEM", "GUIDE_", "GUIDE_DATABASE"])
def test_a_variable_that_is_not_known_is_named(name: str) -> None:
    with pytest.raises(
        BadConfig, match=rf"^no such setting: {name}; docs/settings\.md lists them$"
    ):
        Config.from_env({name: "x", "GUIDE_HOME": "here"})


def test_all_variables_that_are_not_known_are_named_in_order() -> None:
    with pytest.raises(BadConfig, match="GUIDE_A, GUIDE_B;"):
        Config.from_env({"GUIDE_B": "1", "GUIDE_A": "2"})


def test_the_database_is_a_file_in_the_folder_of_the_instance(tmp_path: Path) -> None:
    assert Config(home=tmp_path).database == f"sqlite:///{tmp_path / 'guide.db'}"


def test_the_address_of_the_database_is_whole_and_its_signs_are_quoted() -> None:
    found = Config(home=Path("100% sure?")).database

    assert found.startswith(f"sqlite:///{Path.cwd()}")
    assert found.endswith("/100%25%20sure%3F/guide.db")


def test_a_password_in_the_address_of_the_database_is_not_shown() -> None:
    config = Config(database_url="postgresql://guide:secret@localhost/guide")

    assert "secret" not in repr(config)


@pytest.mark.parametrize(
    ("given", "address", "host"),
    [
        ("valhalla+http://localhost:8002", "http://localhost:8002", "localhost:8002"),
        ("valhalla+https://me:x@ways.vn/v/", "https://me:x@ways.vn/v", "ways.vn"),
    ],
)
def test_streets_may_be_a_server(given: str, address: str, host: str) -> None:
    found = Config.from_env({"GUIDE_STREETS": given}).streets

    assert found == StreetServer(address)
    assert isinstance(found, StreetServer)
    assert found.host == host
    assert "me:x" not in repr(found)


@pytest.mark.parametrize(
    "given",
    [
        "http://localhost:8002",
        "valhalla+ftp://localhost",
        "valhalla+http://",
        "valhalla+http://me:secret@host:port",
        "osrm+http://localhost",
        "valhalla://localhost",
        "https://me:secret@example.org/streets.geojson",
    ],
)
def test_another_address_is_no_server(given: str) -> None:
    with pytest.raises(
        BadConfig, match=r"^GUIDE_STREETS: .*valhalla\+http://"
    ) as wrong:
        Config.from_env({"GUIDE_STREETS": given})

    assert "secret" not in str(wrong.value)
