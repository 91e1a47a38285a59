from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guide.cli import commands
from guide.config import Config
from guide.services import open_store
from sites.errors import BadContent
from sites.store.audit import done


def guide(*words: str | Path) -> Result:
    return CliRunner().invoke(
        commands, ["content", *map(str, words)], catch_exceptions=False
    )


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_what_is_exported_and_imported_is_exported_the_same(
    home: Path, tmp_path: Path
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"

    assert f"files are in {one}" in guide("export", one).output
    assert "edition 2 is published" in guide("import", one).output
    guide("export", two)

    assert contents(one) == contents(two)
    store = open_store(Config(home=home))
    assert done(store)[0].did == "content imported"
    store.close()


@pytest.mark.usefixtures("home")
def test_a_fault_leaves_everything_as_it_was(tmp_path: Path) -> None:
    guide("export", tmp_path / "one")
    spoilt = tmp_path / "one" / "sites" / "chua-do.yaml"
    spoilt.write_text(spoilt.read_text("utf-8").replace("kind:", "sort:"), "utf-8")

    with pytest.raises(BadContent, match=r"sites/chua-do\.yaml:1: .*no such key: sort"):
        guide("import", tmp_path / "one")
    guide("export", tmp_path / "two")
    assert "kind: religious" in (tmp_path / "two/sites/chua-do.yaml").read_text("utf-8")


@pytest.mark.usefixtures("home")
def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    result = guide("export", tmp_path / "file" / "below")

    assert result.exit_code == 2
    assert "cannot write to" in result.output
