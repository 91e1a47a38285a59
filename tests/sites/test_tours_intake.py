from pathlib import Path

import pytest

from sites.intake import read_content
from tests.sites import folders

GOOD = """\
# Advice of our own.
ngan:
  name: {vi: Ngắn, en: Short}
  note: {vi: Một giờ., en: An hour.}
  ask: {from: den-nho, minutes: "60", like: [religious, war]}
"""


def folder(tmp_path: Path, text: str) -> Path:
    made = folders.copy(tmp_path)
    (made / "tours.yaml").write_text(text, "utf-8")
    return made


def test_a_walk_is_read_with_its_words(tmp_path: Path) -> None:
    (tour,) = read_content(folder=folder(tmp_path, GOOD)).tours

    assert (tour.slug, tour.name.vi, tour.note.en) == ("ngan", "Ngắn", "An hour.")
    assert tour.asked == {
        "from": ["den-nho"],
        "minutes": ["60"],
        "like": ["religious", "war"],
    }


@pytest.mark.parametrize("key", ["name", "note", "ask"])
def test_what_a_walk_lacks_is_named(tmp_path: Path, key: str) -> None:
    lines = [line for line in GOOD.splitlines() if not line.startswith(f"  {key}:")]
    (fault,) = folders.faults(folder(tmp_path, "\n".join(lines)))

    assert (fault.file, fault.line) == ("tours.yaml", 3)
    assert f"{key} is missing" in fault.problem


def test_a_city_may_offer_none(tmp_path: Path) -> None:
    assert read_content(folder=folders.copy(tmp_path)).tours == ()
