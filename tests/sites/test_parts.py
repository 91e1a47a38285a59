import pytest
import yaml

from sites import parts
from sites.errors import Fault
from sites.fields import Field
from sites.names import Text


def field(text: str) -> Field:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    assert node is not None
    faults: list[Fault] = []
    return Field("a.yaml", node, "here", faults)


def test_a_text_is_read_in_both_languages() -> None:
    assert parts.text(field("{vi: Cầu, en: Bridge}")) == Text(vi="Cầu", en="Bridge")


def test_a_text_in_one_language_is_a_fault() -> None:
    entry = field("{vi: Cầu}")

    assert parts.text(entry) == Text(vi="Cầu", en="?")
    assert [fault.problem for fault in entry.faults] == [
        "here: en is missing; write unknown where nobody knows"
    ]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("[a, b]", []),
        ("[a, c]", ["here[2]: no such source: c; sources.yaml lists them"]),
        ("[]", ["here: name at least one source"]),
    ],
)
def test_sources_must_be_known_and_there(text: str, problems: list[str]) -> None:
    entry = field(text)
    parts.sources(entry, {"a", "b"})

    assert [fault.problem for fault in entry.faults] == problems
