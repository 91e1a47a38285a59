import shutil
from datetime import date
from pathlib import Path

import pytest

from sites.errors import BadContent
from sites.intake import read_content
from sites.names import Text
from sites.wards import NamedWard

SMALL = Path(__file__).parent / "content"

GOOD = """\
cu: {name: Cũ, until: 2024-12-31, became: [moi], sources: [sach]}
moi:
  name: Mới
  from: 2025-01-01
  note: {vi: Chưa rõ., en: Not clear.}
  sources: [sach, bao]
"""


def folder(tmp_path: Path, text: str) -> Path:
    """Put the wards into a copy of the small content."""
    copy = shutil.copytree(SMALL, tmp_path / "content")
    (copy / "wards.yaml").write_text(text, "utf-8")
    return copy


def test_wards_are_read_in_their_order(tmp_path: Path) -> None:
    assert read_content(folder=folder(tmp_path, GOOD)).wards == (
        NamedWard(
            slug="cu",
            name="Cũ",
            until=date(2024, 12, 31),
            became=("moi",),
            sources=("sach",),
        ),
        NamedWard(
            slug="moi",
            name="Mới",
            since=date(2025, 1, 1),
            note=Text(vi="Chưa rõ.", en="Not clear."),
            sources=("sach", "bao"),
        ),
    )


def test_a_city_may_have_no_such_file() -> None:
    assert read_content(folder=SMALL).wards == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[moi]", "[may]", "wards.yaml:1: cu: no such ward: may"),
        ("2024-12-31", "2024-12-30", "moi does not begin on the day after cu ends"),
        (", until: 2024-12-31", "", "moi does not begin on the day after cu ends"),
        ("2025-01-01", "2025-02-30", "is not a date like 2025-07-01"),
        ("[sach]", "[nobody]", "no such source: nobody"),
        ("name: Cũ, ", "", "name is missing"),
        ("until:", "from: 2025-01-01, until:", "comes after until 2024-12-31"),
        ("note:", "notes:", "no such key: notes"),
    ],
)
def test_a_fault_is_named_by_its_line(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    with pytest.raises(BadContent) as caught:
        read_content(folder=folder(tmp_path, GOOD.replace(old, new, 1)))

    assert said in str(caught.value)
