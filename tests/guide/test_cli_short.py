from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guide.cli import commands
from guide.config import Config
from guide.services import open_store
from sites.errors import SiteNotFound
from tests.guide.factories import on, temple
from tests.sites.factories import catalogue, source


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An instance in which "old" was published, and is "new" now."""
    monkeypatch.setenv("GUIDE_HOME", str(tmp_path))
    store = open_store(Config(home=tmp_path))
    for slug in ("old", "new"):
        site = temple(slug, on(0, 0))
        store.fill(catalogue(site, sources=(source(),)))
    store.close()
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(commands, ["short", *words], catch_exceptions=False)


def line(slug: str) -> str:
    (found,) = (one for one in run("list").stdout.splitlines() if f" {slug} " in one)
    return found


def test_every_code_is_listed_with_what_became_of_its_site() -> None:
    assert line("old").endswith("Đền old  (gone)")
    assert line("new").endswith("Đền new")


def test_an_old_address_leads_to_the_new_one() -> None:
    assert "lead to /sites/new" in run("move", "old", "new").stdout
    assert line("old").endswith("→ new")


def test_nothing_leads_to_a_site_that_is_not_there() -> None:
    with pytest.raises(SiteNotFound, match="no site called “nowhere”"):
        run("move", "old", "nowhere")


def test_a_site_that_is_still_there_is_not_led_away_from(home: Path) -> None:
    store = open_store(Config(home=home))
    store.publish(temple("old", on(0, 0)))
    store.close()

    refused = run("move", "old", "new")

    assert refused.exit_code == 2
    assert "old is still in the catalogue" in refused.stderr
