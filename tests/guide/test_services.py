from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.config import Config, StreetServer
from guide.errors import BadConfig, BadPack
from guide.services import Services, open_services
from guide.streets.errors import BadChosenPack, StreetsFailed
from guide.streets.graph import StreetGraph
from guide.streets.pack import BUILT_IN, Pack
from guide.streets.shelf import Shelf
from guide.streets.valhalla.streets import ValhallaStreets
from sites.catalogue import Catalogue
from sites.errors import StoreFailed
from tests.guide.factories import on, street, temple
from tests.sites.factories import catalogue


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    found = open_services(Config(home=tmp_path / "new" / "instance"))
    yield found
    found.store.close()


def test_a_new_folder_is_made_and_filled_with_the_content(
    services: Services, tmp_path: Path, built_in: Catalogue
) -> None:
    assert (tmp_path / "new" / "instance" / "guide.db").exists()
    assert list(services.catalogue) == list(built_in)
    assert services.catalogue.edition == 1


def test_an_instance_that_is_there_keeps_what_was_published(
    services: Services, tmp_path: Path
) -> None:
    services.store.fill(catalogue(temple("only", on(0, 0))))
    again = open_services(Config(home=tmp_path / "new" / "instance"))
    again.store.close()

    assert [site.slug for site in again.catalogue] == ["only"]


def test_the_streets_are_those_of_the_built_in_pack(
    services: Services, centre: StreetGraph
) -> None:
    assert services.pack == centre.pack


def test_the_catalogue_is_kept_while_nothing_is_published(services: Services) -> None:
    assert services.catalogue is services.catalogue


def test_the_catalogue_is_read_again_when_something_was_published(
    services: Services,
) -> None:
    before = services.catalogue
    services.store.fill(catalogue(temple("new-one", on(0, 0))))

    assert list(services.catalogue.sites) == ["new-one"]
    assert services.catalogue.edition == before.edition + 1
    assert "new-one" not in before.sites


@pytest.mark.parametrize("name", ["100% sure?", "a#b&c=d", "Hải Phòng", "it's; x"])
def test_an_instance_may_live_in_a_folder_of_any_name(
    tmp_path: Path, name: str
) -> None:
    found = open_services(Config(home=tmp_path / name))
    found.store.close()

    assert (tmp_path / name / "guide.db").exists()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_folder_that_cannot_be_made_is_named_with_what_to_do(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("")

    for home in (taken, taken / "below"):
        with pytest.raises(
            BadConfig, match=r"^GUIDE_HOME: the folder .*taken.* cannot be made .*name"
        ):
            open_services(Config(home=home))


def test_a_database_that_cannot_be_opened_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "guide.db").mkdir()

    with pytest.raises(StoreFailed, match=r"the database did not answer .*; look at"):
        open_services(Config(home=tmp_path))


def test_an_address_that_is_no_database_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreFailed, match="GUIDE_DATABASE_URL"):
        open_services(Config(home=tmp_path, database_url="nonsense"))


def test_streets_that_cannot_be_read_are_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadPack, match=r"no-such\.geojson .* GUIDE_STREETS"):
        open_services(Config(home=tmp_path, streets=tmp_path / "no-such.geojson"))


TOWN = Pack(
    name="town", attribution="© Somebody", streets=(street(on(0, 0), on(100, 0)),)
)


def chosen(home: Path) -> Path:
    """Choose a town of one street; return the file of its pack."""
    file = Shelf(home).keep(TOWN)
    Shelf(home).use("town")
    return file


def test_the_streets_are_those_that_were_chosen(tmp_path: Path) -> None:
    chosen(tmp_path)
    found = open_services(Config(home=tmp_path))
    found.store.close()

    assert found.pack == TOWN


def test_a_setting_comes_before_the_choice(tmp_path: Path, centre: StreetGraph) -> None:
    chosen(tmp_path).write_text("broken")
    found = open_services(Config(home=tmp_path, streets=BUILT_IN))
    found.store.close()

    assert found.pack == centre.pack


def test_chosen_streets_that_are_gone_are_a_sentence(tmp_path: Path) -> None:
    chosen(tmp_path).unlink()

    with pytest.raises(BadChosenPack, match="guide streets use built-in"):
        open_services(Config(home=tmp_path))


def test_a_server_finds_the_ways_and_the_pack_is_on_the_maps(
    tmp_path: Path, centre: StreetGraph
) -> None:
    # Nobody listens there; as long as no way is asked for, nobody minds.
    config = Config(home=tmp_path, streets=StreetServer("http://127.0.0.1:9"))
    opened = open_services(config)
    opened.store.close()

    assert isinstance(opened.streets, ValhallaStreets)
    assert opened.pack == centre.pack
    assert opened.streets.area == centre.area
    assert len(opened.catalogue) > 0
    with pytest.raises(StreetsFailed):
        opened.streets.snap(centre.pack.streets[0].line[0])
