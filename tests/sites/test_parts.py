import pytest
import yaml

from sites import parts
from sites.errors import Fault
from sites.fields import Field


def field(text: str) -> Field:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    assert node is not None
    faults: list[Fault] = []
    return Field("a.yaml", node, "here", faults)


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
