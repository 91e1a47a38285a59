from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest
import yaml

from sites.errors import Fault
from sites.fields import Field, both, line_of_mark, read
from sites.names import Text


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def field(text: str) -> Field:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    assert node is not None
    return Field("a.yaml", node, "a", [])


def problems(found: Field) -> list[str]:
    return [str(fault) for fault in found.faults]


def test_a_mapping_gives_each_value_its_name_and_line() -> None:
    got = field("x: 1\ny: 2").mapping(["x"], ["y"])

    got["y"].fault("odd")

    assert [got[key].node.value for key in ("x", "y")] == ["1", "2"]
    assert problems(got["y"]) == ["a.yaml:2: a.y: odd"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("x: 1", "a.yaml:1: a: y is missing; write unknown", id="missing"),
        pytest.param(
            "y: 1\nx: 2\ny: 3", "a.yaml:3: a: y stands here twice", id="twice"
        ),
        pytest.param("x: 1\nz: 2\ny: 3", "a.yaml:2: a: no such key: z", id="unknown"),
        pytest.param("x: 1\ny: 2\n[q]: 3", "a.yaml:3: a: a key is a word", id="a list"),
        pytest.param("- x\n- y", "a.yaml:1: a: write the keys x, y here", id="no keys"),
    ],
)
def test_a_mapping_has_the_keys_asked_for(text: str, fault: str) -> None:
    top = field(text)

    top.mapping(["x", "y"])

    assert len(top.faults) == 1
    assert problems(top)[0].startswith(fault)


def test_the_faults_of_a_mapping_say_which_keys_are_known() -> None:
    top = field("z: 1\nx: 2")

    top.mapping(["x"], ["y"])

    assert problems(top) == ["a.yaml:1: a: no such key: z; known are x, y"]


def test_members_have_any_key_but_none_twice() -> None:
    top = field("x: 1\ny: 2\nx: 3")

    found = [(key, member.node.value) for key, member in top.members()]

    assert found == [("x", "1"), ("y", "2")]
    assert problems(top) == ["a.yaml:3: a: x stands here twice"]


def test_members_of_what_is_no_mapping_are_none() -> None:
    top = field("[x]")

    assert list(top.members()) == []
    assert problems(top) == ["a.yaml:1: a: write a key for each entry here"]


def test_items_are_counted_from_one() -> None:
    items = field("- x\n- y").items()

    assert [item.name for item in items] == ["a[1]", "a[2]"]


def test_items_of_what_is_no_list_are_none() -> None:
    top = field("x")

    assert top.items() == []
    assert problems(top) == ["a.yaml:1: a: write a list here"]


def test_text_is_stripped_and_composed() -> None:
    assert field("'  D\u0323\u00f4ng '").text() == "Ḍông"


@pytest.mark.parametrize("text", ["''", "' '", "[x]", "{x: y}"])
def test_text_without_words_is_a_fault(text: str) -> None:
    top = field(text)

    top.text()

    assert problems(top) == ["a.yaml:1: a: write some words here"]


@pytest.mark.parametrize(
    ("text", "unknown"), [("unknown", True), ("unknown?", False), ("[unknown]", False)]
)
def test_unknown_is_said_with_one_word(text: str, *, unknown: bool) -> None:
    assert field(text).unknown is unknown


@pytest.mark.parametrize(
    ("reading", "text", "value"),
    [
        (lambda f: f.number(-90, 90), "-90", -90.0),
        (lambda f: f.number(-90, 90), "90", 90.0),
        (lambda f: f.number(-90, 90), "20.86", 20.86),
        (lambda f: f.whole(1, 5), "1", 1),
        (lambda f: f.whole(1, 5), "5", 5),
        (lambda f: f.day(), "2025-07-01", date(2025, 7, 1)),
        (lambda f: f.choice(Colour), "blue", Colour.BLUE),
        (lambda f: f.truth(), "true", True),
        (lambda f: f.truth(), "false", False),
    ],
)
def test_a_value_is_read(
    reading: Callable[[Field], object], text: str, value: object
) -> None:
    top = field(text)

    assert reading(top) == value
    assert top.faults == []


@pytest.mark.parametrize(
    ("reading", "text", "wanted"),
    [
        (lambda f: f.number(-90, 90), "90.001", "a number from -90 to 90"),
        (lambda f: f.number(-90, 90), "-90.001", "a number from -90 to 90"),
        (lambda f: f.number(-90, 90), "NaN", "a number from -90 to 90"),
        (lambda f: f.number(-90, 90), "inf", "a number from -90 to 90"),
        (lambda f: f.number(-90, 90), "north", "a number from -90 to 90"),
        (lambda f: f.number(-90, 90), "[1]", "a number from -90 to 90"),
        (lambda f: f.whole(1, 5), "0", "a whole number from 1 to 5"),
        (lambda f: f.whole(1, 5), "6", "a whole number from 1 to 5"),
        (lambda f: f.whole(1, 5), "2.5", "a whole number from 1 to 5"),
        (lambda f: f.day(), "1/7/2025", "a date like 2025-07-01"),
        (lambda f: f.day(), "2025-02-29", "a date like 2025-07-01"),
        (lambda f: f.choice(Colour), "green", "one of red, blue"),
        (lambda f: f.truth(), "yes", "true or false"),
    ],
)
def test_a_value_of_another_sort_is_a_fault(
    reading: Callable[[Field], object], text: str, wanted: str
) -> None:
    top = field(text)

    reading(top)

    shown = "" if text.startswith("[") else text
    assert problems(top) == [f"a.yaml:1: a: “{shown}” is not {wanted}"]


def test_reading_names_the_top_after_the_file(tmp_path: Path) -> None:
    file = tmp_path / "den-nho.yaml"
    file.write_text("kind: war", "utf-8")

    top = read(file, "sites/den-nho.yaml", [])

    assert top is not None
    assert (top.file, top.name) == ("sites/den-nho.yaml", "den-nho")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        pytest.param(b"", "a.yaml:1: the file is empty", id="empty"),
        pytest.param(b"# x\n", "a.yaml:1: the file is empty", id="a comment only"),
        pytest.param(b"x: 1\ny: [", "a.yaml:2: not YAML: ", id="not YAML"),
        pytest.param(b"x: 1\n---\ny: 2", "a.yaml:2: not YAML: ", id="two documents"),
        pytest.param(
            b"x: \xff", "a.yaml:1: not a YAML file in UTF-8: ", id="not UTF-8"
        ),
        pytest.param(b"x: \x01", "a.yaml:1: not a YAML file in UTF-8: ", id="control"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_fault(
    tmp_path: Path, content: bytes, fault: str
) -> None:
    file, faults = tmp_path / "a.yaml", list[Fault]()
    file.write_bytes(content)

    assert read(file, "a.yaml", faults) is None
    assert [str(found).startswith(fault) for found in faults] == [True]


@pytest.mark.parametrize(
    ("text", "marks_before", "line"),
    [
        pytest.param("t: One. [a] Two. [b]", 1, 1, id="all on one line"),
        pytest.param("t: >-\n  One. [a]\n  Two. [b]", 0, 2, id="folded, the first"),
        pytest.param("t: >-\n  One. [a]\n  Two. [b]", 1, 3, id="folded, the second"),
        pytest.param("t: |\n\n\n  One. [a]", 0, 4, id="literal, after empty lines"),
        pytest.param('t: "One. [a]\n  Two. [b]"', 1, 2, id="in quotes"),
        pytest.param("t: One. [a]\n  Two.", 1, 2, id="plain, the end"),
        pytest.param("# x\n\nt: One. [a]", 0, 3, id="further down"),
    ],
)
def test_the_line_of_a_sentence_is_counted_in_the_file(
    tmp_path: Path, text: str, marks_before: int, line: int
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(text, "utf-8")
    top = read(file, "a.yaml", [])
    assert top is not None

    assert line_of_mark(top.mapping(["t"])["t"], marks_before, file) == line


@pytest.mark.parametrize(
    ("sentence", "line"),
    [("Two.", 3), ("Three is long.", 4), ("Nowhere in the file.", 3)],
)
def test_one_of_several_sentences_behind_a_mark_is_looked_for(
    tmp_path: Path, sentence: str, line: int
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("t: >-\n  One. [a]\n  Two.\n  Three is\n  long. [b]", "utf-8")
    top = read(file, "a.yaml", [])
    assert top is not None

    assert line_of_mark(top.mapping(["t"])["t"], 1, file, sentence) == line


def test_a_year_under_a_wrong_name_is_a_fault_of_its_language(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("name:\n  vi: Bia năm Giáp Thìn 1902\n  en: A stele\n", "utf-8")
    faults: list[Fault] = []
    top = read(file, "a.yaml", faults)

    assert top is not None
    said = both(top.mapping(["name"])["name"])

    assert said == Text(vi="Bia năm Giáp Thìn 1902", en="A stele")
    assert [str(fault).split(" cannot")[0] for fault in faults] == [
        "a.yaml:2: a.name.vi: “Giáp Thìn 1902”"
    ]
