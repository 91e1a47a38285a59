"""A value in a YAML file that knows its file and line, for a fault to name."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import yaml

from sites import canchi
from sites.errors import Fault
from sites.names import LANGUAGES, Text

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

UNKNOWN = "unknown"
"""How the files say that something is not known; leaving it out is a fault."""


@dataclass(frozen=True, slots=True)
class Field:
    """One node of a file.

    A reading method returns what it read. Where it cannot, it notes a fault in the list
    that all fields of a reading share, and returns something harmless of the right
    type, so that one run names every fault.
    """

    file: str
    node: yaml.Node
    name: str
    faults: list[Fault] = field(compare=False)

    def fault(self, problem: str, line: int | None = None) -> None:
        """Note what is wrong here, or on another line of the same file."""
        here = self.node.start_mark.line + 1 if line is None else line
        self.faults.append(Fault(self.file, here, f"{self.name}: {problem}"))

    @property
    def unknown(self) -> bool:
        """Say whether the file says ``unknown`` here."""
        return isinstance(self.node, yaml.ScalarNode) and self.node.value == UNKNOWN

    @property
    def is_list(self) -> bool:
        """Say whether a list stands here."""
        return isinstance(self.node, yaml.SequenceNode)

    def mapping(
        self, required: Collection[str], optional: Collection[str] = ()
    ) -> dict[str, "Field"]:
        """Read the keys of a mapping; each required one, none twice, no others."""
        if not isinstance(self.node, yaml.MappingNode):
            self.fault(f"write the keys {', '.join(required)} here")
            return {}
        found: dict[str, Field] = {}
        for key, line, value in self._pairs():
            if key not in {*required, *optional}:
                known = ", ".join((*required, *optional))
                self.fault(f"no such key: {key}; known are {known}", line)
            found[key] = Field(self.file, value, f"{self.name}.{key}", self.faults)
        for key in required:
            if key not in found:
                self.fault(f"{key} is missing; write {UNKNOWN} where nobody knows")
        return found

    def members(self) -> Iterator[tuple[str, "Field"]]:
        """Read a mapping whose keys are free, as pairs."""
        if not isinstance(self.node, yaml.MappingNode):
            self.fault("write a key for each entry here")
            return
        for key, _line, value in self._pairs():
            yield key, Field(self.file, value, key, self.faults)

    def items(self) -> list["Field"]:
        """Read a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            self.fault("write a list here")
            return []
        return [
            Field(self.file, node, f"{self.name}[{place}]", self.faults)
            for place, node in enumerate(self.node.value, start=1)
        ]

    def text(self) -> str:
        """Read words that are not empty."""
        if not isinstance(self.node, yaml.ScalarNode) or not self.node.value.strip():
            self.fault("write some words here")
            return "?"
        return unicodedata.normalize("NFC", str(self.node.value).strip())

    def number(self, low: float, high: float) -> float:
        """Read a number from ``low`` to ``high``."""
        return self._read(float, low, f"a number from {low:g} to {high:g}", high)

    def whole(self, low: int, high: int) -> int:
        """Read a whole number from ``low`` to ``high``."""
        return self._read(int, low, f"a whole number from {low} to {high}", high)

    def day(self) -> date:
        """Read a date, year first."""
        return self._read(date.fromisoformat, date.min, "a date like 2025-07-01")

    def choice(self, kind: type[E]) -> E:
        """Read one word of an enumeration."""
        allowed = list(kind)
        return self._read(kind, allowed[0], f"one of {', '.join(allowed)}")

    def truth(self) -> bool:
        """Read true or false."""
        words = {"true": True, "false": False}
        return self._read(words.__getitem__, words["true"], "true or false")

    def _pairs(self) -> Iterator[tuple[str, int, yaml.Node]]:
        """Read each key of a mapping, its line and its value; no key comes twice."""
        seen = set()
        for key, value in self.node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                self.fault("a key is a word", line)
            elif key.value in seen:
                self.fault(f"{key.value} stands here twice", line)
            else:
                seen.add(key.value)
                yield key.value, line, value

    def _read(
        self,
        reader: Callable[[str], T],
        fallback: T,
        wanted: str,
        high: T | None = None,
    ) -> T:
        word = str(self.node.value) if isinstance(self.node, yaml.ScalarNode) else ""
        try:
            value = reader(word)
        except (ValueError, KeyError):
            self.fault(f"“{word}” is not {wanted}")
            return fallback
        # Written so that NaN fails: every comparison with NaN is false.
        if high is not None and not fallback <= value <= high:  # type: ignore[operator]
            self.fault(f"“{word}” is not {wanted}")
            return fallback
        return value


def both(text: Field) -> Text:
    """Read a text in both languages; no year in it may bear a wrong name."""
    got = text.mapping(LANGUAGES)
    words = {
        language: got[language].text() if language in got else "?"
        for language in LANGUAGES
    }
    for language, said in words.items():
        for wrong in canchi.wrong_names(said):
            got[language].fault(str(wrong))
    return Text(**words)


def read(path: Path, name: str, faults: list[Fault]) -> Field | None:
    """Read a YAML file; None, and a fault, where it is none."""
    try:
        node = yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        faults.append(Fault(name, line, f"not YAML: {problem.problem}"))
        return None
    except (yaml.YAMLError, UnicodeDecodeError) as problem:
        faults.append(Fault(name, 1, f"not a YAML file in UTF-8: {problem}"))
        return None
    if node is None:
        faults.append(Fault(name, 1, "the file is empty"))
        return None
    return Field(name, node, path.stem, faults)


def line_of_mark(
    field_: Field, marks_before: int, path: Path, sentence: str = ""
) -> int:
    """Find the line of ``sentence``, or else of what follows the given number of ``]``.

    A folded text has lost its lines; the file still has them.
    """
    node = field_.node
    raw = path.read_text("utf-8")[node.start_mark.index : node.end_mark.index]
    place = 0
    for _ in range(marks_before):
        place = raw.find("]", place) + 1
    if marks_before == 0 and raw[:1] in {">", "|"}:
        place = raw.find("\n")
    while place < len(raw) - 1 and raw[place].isspace():
        place += 1
    words = r"\s+".join(map(re.escape, sentence.split()))
    if found := re.compile(words).search(raw, place):
        place = found.start()
    return node.start_mark.line + 1 + raw.count("\n", 0, place)
