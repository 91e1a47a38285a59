import shutil
from pathlib import Path

import pytest

from sites.errors import BadContent
from sites.intake import read_content
from sites.names import Text
from sites.pastnames import PastName, Period
from sites.streets import NamedStreet

SMALL = Path(__file__).parent / "content"

GOOD = """\
periods:
  xua: {name: {vi: thời xưa, en: of old}, from: unknown, until: 1900, sources: [bao]}
streets:
  nho:
    name: Phố Nhỏ
    once:
      - {name: phố Bé, from: 1850, until: unknown, period: xua, sources: [sach]}
      - name: phố Con
        from: unknown
        until: unknown
        part: {vi: đoạn đầu, en: its first part}
        sources: [sach, bao]
  mat:
    name: unknown
    once:
      - {name: phố Mất, from: unknown, until: unknown, sources: [sach]}
"""


def folder(tmp_path: Path, text: str) -> Path:
    """Put the streets into a copy of the small content."""
    copy = shutil.copytree(SMALL, tmp_path / "content")
    (copy / "streets.yaml").write_text(text, "utf-8")
    return copy


def test_streets_are_read_with_their_names(tmp_path: Path) -> None:
    old = Period(
        key="xua",
        name=Text(vi="thời xưa", en="of old"),
        since=None,
        until=1900,
        sources=("bao",),
    )

    assert read_content(folder=folder(tmp_path, GOOD)).streets == (
        NamedStreet(
            slug="nho",
            name="Phố Nhỏ",
            once=(
                PastName(name="phố Bé", since=1850, period=old, sources=("sach",)),
                PastName(
                    name="phố Con",
                    part=Text(vi="đoạn đầu", en="its first part"),
                    sources=("sach", "bao"),
                ),
            ),
        ),
        NamedStreet(
            slug="mat",
            name=None,
            once=(PastName(name="phố Mất", sources=("sach",)),),
        ),
    )


def test_a_city_may_know_no_old_names() -> None:
    assert read_content(folder=SMALL).streets == ()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        pytest.param(
            "sources: [sach, bao]", "sources: [sahc]",
            "streets.yaml:12: nho.once[2].sources[1]: no such source: sahc",
            id="source",
        ),
        pytest.param(
            "from: 1850, ", "",
            "streets.yaml:7: nho.once[1]: from is missing",
            id="no year",
        ),
        pytest.param(
            "from: 1850", "from: c. 1850",
            "streets.yaml:7: nho.once[1].from: “c. 1850” is not a whole number",
            id="about",
        ),
        pytest.param(
            "from: 1850, until: unknown", "from: 1850, until: 1849",
            "streets.yaml:7: nho.once[1]: from 1850 comes after until 1849",
            id="order",
        ),
        pytest.param(
            "period: xua", "period: nay",
            "streets.yaml:7: nho.once[1].period: no such period; the file lists xua",
            id="period",
        ),
        pytest.param(
            "name: unknown", "name: duong nho",
            "streets.yaml:4: streets.streets: nho and mat have the same name today",
            id="twins",
        ),
        pytest.param(
            "en: of old", "eng: of old",
            "streets.yaml:2: xua.name: no such key: eng",
            id="language",
        ),
        pytest.param("streets:", "street:", "no such key: street", id="part"),
    ],
)  # fmt: skip
def test_a_fault_names_file_and_line(
    tmp_path: Path, old: str, new: str, fault: str
) -> None:
    assert GOOD.count(old) == 1

    with pytest.raises(BadContent) as refused:
        read_content(folder=folder(tmp_path, GOOD.replace(old, new)))
    assert any(fault in str(found) for found in refused.value.faults), refused.value


def test_the_same_year_may_begin_and_end_a_name(tmp_path: Path) -> None:
    text = GOOD.replace("from: 1850, until: unknown", "from: 1850, until: 1850")
    first, *_ = read_content(folder=folder(tmp_path, text)).streets[0].once

    assert (first.since, first.until) == (1850, 1850)


def test_a_street_without_an_old_name_is_a_fault(tmp_path: Path) -> None:
    text = GOOD.partition("  mat:")[0] + "  mat: {name: Phố Mất, once: []}\n"

    with pytest.raises(BadContent, match="name at least one old name"):
        read_content(folder=folder(tmp_path, text))


@pytest.mark.parametrize("text", ["", "- a\n", "periods: {}\n", "periods: [\n"])
def test_a_file_of_another_shape_is_a_fault(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadContent, match=r"streets\.yaml:\d"):
        read_content(folder=folder(tmp_path, text))
