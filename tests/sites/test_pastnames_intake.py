import shutil
from pathlib import Path

import pytest

from sites.errors import BadContent
from sites.intake import read_content
from sites.model import Site
from sites.pastnames import PastName

SMALL = Path(__file__).parent / "content"
STREETS = """\
periods:
  xua: {name: {vi: xưa, en: of old}, from: 1900, until: 1945, sources: [bao]}
streets: {}
"""
ONCE = """
once:
  - {name: Chùa Cũ, spelt: [Pagode C], from: 1900, until: unknown, sources: [sach]}
  - {name: Am, from: unknown, until: unknown, period: xua, sources: [sach]}
"""


def folder(tmp_path: Path, once: str) -> tuple[Path, str]:
    """Give a site of the small content its old names."""
    copy = shutil.copytree(SMALL, tmp_path / "content")
    (copy / "streets.yaml").write_text(STREETS, "utf-8")
    site = min((copy / "sites").glob("*.yaml"))
    site.write_text(site.read_text("utf-8") + once, "utf-8")
    return copy, site.stem


def read(tmp_path: Path, once: str) -> Site:
    copy, slug = folder(tmp_path, once)
    return read_content(folder=copy).get(slug)


def test_a_site_has_old_names_with_years_and_spellings(tmp_path: Path) -> None:
    first, second = read(tmp_path, ONCE).once

    assert first == PastName(
        name="Chùa Cũ", since=1900, sources=("sach",), spelt=("Pagode C",)
    )
    assert second.period
    assert (second.name, second.period.until) == ("Am", 1945)


def test_old_names_are_among_all_its_names_and_their_sources_among_its_own(
    tmp_path: Path,
) -> None:
    site = read(tmp_path, ONCE)

    assert site.names[-3:] == ("Chùa Cũ", "Pagode C", "Am")
    assert {"sach", "bao"} <= {*site.sources}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("period: xua", "period: nay", "no such period; the file lists xua"),
        ("from: 1900", "from: 2101", "“2101” is not a whole number from 1 to 2100"),
        ("until: unknown, sources", "until: 1899, sources", "comes after until 1899"),
        ("sources: [sach]", "sources: []", "name at least one source"),
        ("spelt: [Pagode C]", "spelt: Pagode", "write a list here"),
        ("name: Am, ", "", "name is missing"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    copy, slug = folder(tmp_path, ONCE.replace(old, new, 1))

    with pytest.raises(BadContent) as caught:
        read_content(folder=copy)
    assert f"sites/{slug}.yaml" in str(caught.value)
    assert said in str(caught.value)
