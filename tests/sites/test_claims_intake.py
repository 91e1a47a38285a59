from pathlib import Path

import pytest

from sites import fields
from sites.claims_intake import Sentences
from sites.errors import Fault
from sites.sources import Claim

TEXT = """\
lede:
  vi: >-
    Câu một. [sach]
    Câu hai. [sach, bao]
  en: >-
    One. [sach]
    Two. [sach, bao]
"""


@pytest.fixture
def sentences() -> Sentences:
    return Sentences({"sach", "bao"})


def read(sentences: Sentences, folder: Path, text: str = TEXT) -> list[Fault]:
    path = folder / "a.yaml"
    path.write_text(text, "utf-8")
    faults: list[Fault] = []
    top = fields.read(path, "sites/a.yaml", faults)
    assert top
    sentences.passage(top.mapping(["lede"])["lede"], path)
    return sorted(faults)


def test_every_sentence_is_kept_with_its_place(
    sentences: Sentences, tmp_path: Path
) -> None:
    assert read(sentences, tmp_path) == []
    assert [
        (s.file, s.line, s.passage, s.language, s.text) for s in sentences.said
    ] == [
        ("sites/a.yaml", 3, "a.lede", "vi", "Câu một."),
        ("sites/a.yaml", 4, "a.lede", "vi", "Câu hai."),
        ("sites/a.yaml", 6, "a.lede", "en", "One."),
        ("sites/a.yaml", 7, "a.lede", "en", "Two."),
    ]
    assert sentences.said[1].sources == ("sach", "bao")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("    Câu hai. [sach, bao]", "    Câu hai.", "no source behind “Câu hai.”"),
        ("    One. [sach]", "    One. [nobody]", "no such source: nobody"),
        ("    One. [sach]", "    One. []", "an empty mark behind “One.”"),
    ],
)
def test_a_sentence_without_a_known_source_is_said_and_not_sourced(
    sentences: Sentences, tmp_path: Path, old: str, new: str, says: str
) -> None:
    (fault,) = read(sentences, tmp_path, TEXT.replace(old, new))

    assert says in fault.problem
    assert fault.line == TEXT.split("\n").index(old) + 1
    assert len(sentences.said) == 4
    assert sum(bool(one.sources) for one in sentences.said) == 3


def test_a_paragraph_in_one_language_is_none(
    sentences: Sentences, tmp_path: Path
) -> None:
    faults = read(sentences, tmp_path, "lede:\n  vi: Câu. [sach]\n")

    assert [fault.problem for fault in faults] == [
        "a.lede: en is missing; write unknown where nobody knows"
    ]
    assert sentences.said == []


def test_what_is_read_is_what_stands_there(
    sentences: Sentences, tmp_path: Path
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(TEXT, "utf-8")
    top = fields.read(path, "a.yaml", [])
    assert top

    passage = sentences.passage(top.mapping(["lede"])["lede"], path)

    assert passage.en == (Claim("One.", ("sach",)), Claim("Two.", ("sach", "bao")))
