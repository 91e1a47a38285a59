"""The form of a site: its sections, rows and inputs, as templates draw them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from flask_babel import gettext

from guide.web.staff import faults as words
from guide.web.staff.labels import label, language_of, one_of, whole_label, why
from sites.draft_intake import DraftFault
from sites.staff.paths import Document, flatten
from sites.staff.shape import SHAPE, Line

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Input:
    """One line to type in."""

    path: str
    line: Line
    value: str
    label: str
    language: str
    faults: tuple[str, ...] = ()
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line, or the same in two languages beside each other."""

    inputs: tuple[Input, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Things of which there may be several, and how to add one."""

    path: str
    label: str
    one: str
    entries: tuple["Entry", ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One of several things: what it is called, and whether one has to look at it."""

    parts: tuple["Row | Group", ...]

    @property
    def title(self) -> str:
        """What stands first in it."""
        return next((one.value for one in self.inputs if one.value), "")

    @property
    def open(self) -> bool:
        """Whether something is wrong or new in it, or all of it is still empty."""
        return not self.title or any(one.faults or one.changed for one in self.inputs)

    @property
    def inputs(self) -> Iterator[Input]:
        """Every line in it."""
        for part in self.parts:
            if isinstance(part, Row):
                yield from part.inputs
            else:
                for entry in part.entries:
                    yield from entry.inputs


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form with a heading."""

    key: str
    label: str
    parts: tuple[Row | Group, ...]
    faults: tuple[str, ...] = ()


@dataclass(slots=True)
class Values:
    """What stands in the lines, what is wrong with them, what visitors read there."""

    lines: Mapping[str, str]
    faults: Sequence[DraftFault] = ()
    published: Mapping[str, str] = field(default_factory=dict)
    added: Iterable[str] = ()

    def count(self, group: str) -> int:
        """Say how many entries a group has; one more where it was asked for."""
        inside = f"{group}."
        numbers = [
            int(path.removeprefix(inside).partition(".")[0])
            for path in self.lines
            if path.startswith(inside)
            and path.removeprefix(inside).partition(".")[0].isdecimal()
        ]
        return max(numbers, default=-1) + 1 + (group in self.added)

    def said(self, path: str) -> tuple[str, ...]:
        """Say what is wrong with one line or group, in so many words."""
        return tuple(words.said(one) for one in self.faults if one.path == path)


def sections(values: Values) -> tuple[Section, ...]:
    """Lay the form out."""
    return tuple(
        Section(
            key,
            label_,
            tuple(
                part for first in firsts for part in _parts(_below(first), "", values)
            ),
            tuple(said for first in firsts for said in values.said(first)),
        )
        for key, label_, firsts in _layout()
    )


def _layout() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return the sections: their keys, headings, and what stands in them."""
    return (
        ("names", gettext("Names"), ("kind", "name", "also", "former", "once")),
        ("texts", gettext("Texts"), ("lede", "story")),
        (
            "place",
            gettext("Where it is"),
            ("address", "wards", "position", "position_note", "also_at"),
        ),
        ("hours", gettext("Opening hours"), ("hours",)),
        ("visit", gettext("The visit"), ("access", "visit_minutes", "interest")),
        ("festivals", gettext("Festivals"), ("festivals",)),
    )


def listed(values: Values) -> list[tuple[str, str, str, str]]:
    """List every fault: its path, where it is, what is wrong, and why it matters."""
    return [
        (one.path, whole_label(one.path), words.said(one), why(one.path))
        for one in values.faults
    ]


def _below(first: str) -> list[Line]:
    return [line for line in SHAPE if line.path.partition(".")[0] == first]


def _parts(lines: Sequence[Line], above: str, values: Values) -> list[Row | Group]:
    """Lay out the lines below a path; ``above`` holds the numbers of groups."""
    found: list[Row | Group] = []
    depth = above.count(".") + 1 if above else 0
    for head in dict.fromkeys(line.path.split(".")[depth] for line in lines):
        mine = [line for line in lines if line.path.split(".")[depth] == head]
        path = f"{above}.{head}" if above else head
        tails = [line.path.split(".")[depth + 1 :] for line in mine]
        if tails[0][:1] == ["*"]:
            found.append(_group(mine, path, values))
        elif tails in ([[]], [["vi"], ["en"]]):
            found.append(_row(mine, path, values))
        else:
            found += _parts(mine, path, values)
    return found


def _group(lines: Sequence[Line], path: str, values: Values) -> Group:
    entries: list[Entry] = []
    for number in range(values.count(path)):
        inside = f"{path}.{number}"
        texts = [line.path.rpartition(".*.")[2] for line in lines]
        if texts == ["vi", "en"]:
            entries.append(Entry((_row(lines, inside, values),)))
        else:
            entries.append(Entry(tuple(_parts(lines, inside, values))))
    return Group(path, label(path), one_of(path), tuple(entries))


def _row(lines: Sequence[Line], path: str, values: Values) -> Row:
    return Row(tuple(_input(line, path, values) for line in lines))


def _input(line: Line, path: str, values: Values) -> Input:
    last = line.path.rpartition(".")[2]
    whole = f"{path}.{last}" if last in {"vi", "en"} else path
    value = values.lines.get(whole, "")
    return Input(
        path=whole,
        line=line,
        value="" if value == UNKNOWN else value,
        label=label(whole),
        language=language_of(whole),
        faults=values.said(whole),
        changed=value != values.published.get(whole, ""),
    )


def values_of(
    document: Document,
    faults: Sequence[DraftFault] = (),
    published: Document | None = None,
    added: Iterable[str] = (),
) -> Values:
    """Turn a draft into what stands in the form."""
    return Values(flatten(document), faults, flatten(published or {}), tuple(added))
