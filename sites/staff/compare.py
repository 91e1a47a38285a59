"""What differs between two versions, word by word; and between three."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from sites.names import LANGUAGES, Language
from sites.staff.errors import Uneven
from sites.staff.paths import Document, Flat, flatten, unflatten

WORDS = re.compile(r"\s+|\w+|[^\w\s]")
"""A word, a space or a sign is one piece."""


class Mark(StrEnum):
    """What became of a piece."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and what became of them."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A line that differs, with its words marked; empty where it was not there."""

    path: str
    old: str
    new: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The words of both, those that went and those that came marked."""
        return words(self.old, self.new)


def words(old: str, new: str) -> tuple[Piece, ...]:
    """Compare two texts word by word."""
    before, after = WORDS.findall(old), WORDS.findall(new)
    found: list[Piece] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            found.append(Piece(Mark.SAME, "".join(before[a:b])))
            continue
        if a < b:
            found.append(Piece(Mark.GONE, "".join(before[a:b])))
        if c < d:
            found.append(Piece(Mark.NEW, "".join(after[c:d])))
    return tuple(found)


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """List the lines that differ, in the order of the newer version."""
    before, after = flatten(old), flatten(new)
    paths = dict.fromkeys((*after, *before))
    return tuple(
        Change(path, before.get(path, ""), after.get(path, ""))
        for path in paths
        if before.get(path) != after.get(path)
    )


def without(
    old: Mapping[str, Any], new: Mapping[str, Any], paths: Collection[str]
) -> Document:
    """Return the newer version, with some of its lines as they were in the older."""
    before, after = flatten(old), flatten(new)
    for path in paths:
        after.pop(path, None)
        if path in before:
            after[path] = before[path]
    return unflatten(after)


@dataclass(frozen=True, slots=True)
class Merged:
    """Two versions brought together, and the lines in which both differ from before.

    In those, ``document`` has the words of ``mine``.
    """

    document: Document
    clashes: tuple[Change, ...]


def merge(
    base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]
) -> Merged:
    """Bring together what two people made of one version.

    A line that only one of them changed has their words. ``old`` of a clash is theirs,
    ``new`` mine.
    """
    was, own, other = flatten(base), flatten(mine), flatten(theirs)
    merged: Flat = {}
    clashes = []
    for path in dict.fromkeys((*own, *other)):
        a, b, before = own.get(path, ""), other.get(path, ""), was.get(path, "")
        merged[path] = b if a == before else a
        if a not in (before, b) and b != before:
            clashes.append(Change(path, b, a))
    return Merged(unflatten(merged), tuple(clashes))


def in_language(
    published: Mapping[str, Any], draft: Mapping[str, Any], language: Language
) -> Document:
    """Return the draft, with what it says in the other language as it is published.

    Raises:
        Uneven: the two have different paragraphs, so that none stands for another.
    """
    old, new = flatten(published), flatten(draft)
    [other] = [name for name in LANGUAGES if name != language]
    ending = f".{other}"
    if {p for p in old if p.endswith(ending)} != {p for p in new if p.endswith(ending)}:
        raise Uneven
    return unflatten(
        {path: old[path] if path.endswith(ending) else new[path] for path in new}
    )
