import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guide.cli import commands
from tests.sites import folders


def check(*words: str | Path) -> Result:
    return CliRunner().invoke(
        commands, ["check", *map(str, words)], catch_exceptions=False
    )


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    """Content with a wrong year, a wrong day, wrong hours and a source that is none."""
    folder = folders.with_hours(
        tmp_path,
        'hours: {rule: "8 till 5", sources: [nobody], checked: 2026-11-22}\n',
    )
    site = folder / folders.SITE
    text = site.read_text("utf-8")
    text = text.replace("    năm 1904.", "    năm Giáp Thìn 1902.")
    site.write_text(text.replace("    in 1904.", "    in 1902."), "utf-8")
    (folder / "festivals.yaml").write_text(
        "hoi:\n  site: den-nho\n  name: {vi: Hội, en: Feast}\n  lunar: 31/2\n"
        "  sources: [sach]\n",
        "utf-8",
    )
    return folder


def test_the_built_in_content_has_no_faults() -> None:
    result = check()

    assert result.exit_code == 0
    assert result.output.startswith("no faults: 36 sites, 21 people, 39 events, ")
    assert " 3 festivals\n" in result.output


def test_every_claim_of_the_built_in_content_has_a_source() -> None:
    *_counts, claims = check().output.splitlines()

    assert re.fullmatch(r"claims (\d+), sourced \1", claims)


def test_an_unsourced_claim_is_counted_and_fails(tmp_path: Path) -> None:
    folder = folders.copy(tmp_path)
    site = folder / folders.SITE
    text = site.read_text("utf-8")
    site.write_text(text.replace("    Câu thứ ba. [sach]", "    Câu thứ ba."), "utf-8")

    result = check(folder)

    assert result.exit_code == 1
    assert "no source behind “Câu thứ ba.”" in result.output
    assert result.output.endswith("1 faults\nclaims 10, sourced 9\n")


def test_the_same_claim_with_other_numbers_is_named_by_file_and_line(
    tmp_path: Path,
) -> None:
    folder = folders.copy(tmp_path)
    text = (folder / folders.SITE).read_text("utf-8")
    other = text.replace("1904", "1906")
    # Too short to be compared: only longer sentences are the same claim for sure.
    long = {"Dân làng dựng đền": "Dân làng cùng nhau góp công dựng ngôi đền"}
    for short, longer in long.items():
        text, other = text.replace(short, longer), other.replace(short, longer)
    (folder / folders.SITE).write_text(text, "utf-8")
    (folder / "sites/den-to.yaml").write_text(other, "utf-8")

    result = check(folder)

    assert result.exit_code == 1
    assert (
        "sites/den-to.yaml:8: den-to.lede: “1906” here, “1904” in the same claim at "
        "sites/den-nho.yaml:8" in result.output
    )


def test_each_fault_is_named_by_file_and_line(spoilt: Path) -> None:
    result = check(spoilt)

    *faults, count, _claims = result.output.splitlines()
    assert result.exit_code == 1
    assert count == "4 faults"
    begins = [fault.split(" ")[0] for fault in faults]
    assert begins == [
        "festivals.yaml:4:",
        *[f"{folders.SITE}:{n}:" for n in (9, 41, 41)],
    ]
    for words in (
        "31/2 is no day of the lunar calendar",
        "“Giáp Thìn 1902” cannot be: 1902 is Nhâm Dần",
        "“8 till 5” is no opening rule",
        "no such source: nobody",
    ):
        assert words in result.output


def test_programs_get_the_faults_as_json(spoilt: Path) -> None:
    result = check(spoilt, "--format", "json")

    found = json.loads(result.output)["faults"]
    assert result.exit_code == 1
    assert [(fault["file"], fault["line"]) for fault in found] == [
        ("festivals.yaml", 4),
        (folders.SITE, 9),
        (folders.SITE, 41),
        (folders.SITE, 41),
    ]
    assert "Giáp Thìn 1902" in result.output


def test_programs_get_the_counts_where_there_are_no_faults(tmp_path: Path) -> None:
    result = check(folders.copy(tmp_path), "--format", "json")

    assert result.exit_code == 0
    assert json.loads(result.output) == {
        "claims": 10,
        "sourced": 10,
        "sites": 1,
        "people": 0,
        "events": 0,
        "sources": 2,
        "festivals": 0,
        "faults": [],
    }


def test_a_folder_that_is_not_there_is_named() -> None:
    result = check("/nowhere/at/all")

    assert result.exit_code == 2
    assert "does not exist" in result.output


def test_nothing_is_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    check()

    assert list(tmp_path.iterdir()) == []
