"""What sentences say twice, and not alike: figures that differ, days that cannot be."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Self

from sites.errors import Fault
from sites.names import Language
from sites.sources import TRADITION

ALIKE = 0.8
"""Two sentences of which so much is the same, word for word, make the same claim."""

FEWEST_WORDS = 5
"""Shorter sentences are alike by chance."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip

DAYS: dict[Language, re.Pattern[str]] = {
    "vi": re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])"),
    "en": re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b"),
}
"""A day as each language writes it: 13/5/1955, 13 May 1955."""

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
WORD = re.compile(r"\w+(?:[.,/]\d+)*")

MANY = {
    "nghìn": 1e3,
    "ngàn": 1e3,
    "vạn": 1e4,
    "triệu": 1e6,
    "thousand": 1e3,
    "million": 1e6,
}
FEW = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
SPELT = re.compile(rf"\b({NUMBER.pattern}|{'|'.join(FEW)})\s+({'|'.join(MANY)})\b")
"""A round number in words: "hai vạn" is 20,000, "165 thousand" is 165,000."""

LARGE = 100
"""Smaller numbers are often spelt out in the other language."""

QUOTED = re.compile(r"“[^”]*”")
"""The word of somebody else, who may well be wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence of the content: where it stands, what it says, how we know.

    ``passage`` names its paragraph: within one, sources may disagree in so many words.
    """

    file: str
    line: int
    passage: str
    language: Language
    text: str
    sources: tuple[str, ...]

    @property
    def figures(self) -> tuple[str, ...]:
        """Every number, as it is written."""
        return tuple(NUMBER.findall(self.text))

    def fault(self, problem: str) -> Fault:
        """Say what is wrong with it."""
        return Fault(self.file, self.line, f"{self.passage}: {problem}")


def faults(statements: Iterable[Statement]) -> list[Fault]:
    """Find what cannot be, and what is claimed twice with different figures."""
    said = list(statements)
    return [
        *_impossible_days(said),
        *_unlike_languages(said),
        *_unlike_claims(said),
    ]


def _impossible_days(said: Iterable[Statement]) -> Iterator[Fault]:
    for one in said:
        for found in DAYS[one.language].finditer(QUOTED.sub("“”", one.text)):
            day, month, year = found.groups()
            number = MONTHS.index(month) + 1 if month in MONTHS else int(month)
            try:
                date(int(year), number, int(day))
            except ValueError:
                yield one.fault(f"there is no such day as {found[0]}")


def _unlike_languages(said: Iterable[Statement]) -> Iterator[Fault]:
    """Find paragraphs whose two languages do not give the same large numbers."""
    paragraphs: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for one in said:
        paragraphs[one.file, one.passage].append(one)
    for statements in paragraphs.values():
        numbers = {
            language: {
                n for s in statements if s.language == language for n in _large(s)
            }
            for language in ("vi", "en")
        }
        if odd := numbers["vi"] ^ numbers["en"]:
            listed = ", ".join(f"{number:g}" for number in sorted(odd))
            yield statements[0].fault(
                f"only one language says {listed}; the two make the same claims"
            )
        told = {s.language for s in statements if TRADITION.search(s.text)}
        if len(told) == 1:
            yield statements[0].fault(
                f"only {told.pop()} says that this is told by tradition"
            )


def _large(one: Statement) -> Iterator[float]:
    """Read the numbers of a sentence: 19.370 is a whole number in Vietnamese only."""
    for few, many in SPELT.findall(one.text):
        count = FEW.index(few) + 1.0 if few in FEW else _number(few, one.language)
        yield count * MANY[many]
    figures = NUMBER.findall(SPELT.sub(" ", one.text))
    numbers = (_number(figure, one.language) for figure in figures)
    yield from (number for number in numbers if number >= LARGE)


def _number(figure: str, language: Language) -> float:
    """Read a figure; 0 where its signs make no number."""
    thousands, point = (".", ",") if language == "vi" else (",", ".")
    try:
        return float(figure.replace(thousands, "").replace(point, "."))
    except ValueError:
        return 0.0


def _unlike_claims(said: Iterable[Statement]) -> Iterator[Fault]:
    """Find sentences that are the same but for their figures, in different places."""
    known = [one for one in map(_Worded.of, said) if one.comparable]
    for place, one in enumerate(known):
        for other in known[:place]:
            if one.is_like(other) and one.differs_from(other):
                here, there = one.statement, other.statement
                yield here.fault(
                    f"“{', '.join(here.figures)}” here, “{', '.join(there.figures)}” "
                    f"in the same claim at {there.file}:{there.line}; correct one, "
                    "or tell both in one paragraph"
                )


@dataclass(frozen=True, slots=True)
class _Worded:
    """A statement with its words, made once: each is laid beside all others."""

    statement: Statement
    words: tuple[str, ...]
    plain: tuple[str, ...]
    vocabulary: frozenset[str]

    @classmethod
    def of(cls, statement: Statement) -> Self:
        words = tuple(word.casefold() for word in WORD.findall(statement.text))
        plain = tuple(word for word in words if not word[0].isdigit())
        return cls(statement, words, plain, frozenset(plain))

    @property
    def comparable(self) -> bool:
        return len(self.plain) >= FEWEST_WORDS and len(self.plain) < len(self.words)

    def is_like(self, other: "_Worded") -> bool:
        """Tell whether most of the vocabulary is shared; this is quick to see."""
        longest = max(len(self.vocabulary), len(other.vocabulary))
        return len(self.vocabulary & other.vocabulary) >= ALIKE * longest

    def differs_from(self, other: "_Worded") -> bool:
        """Tell whether figures stand for figures, in words that are hardly others."""
        one, two = self.statement, other.statement
        same_place = (one.file, one.passage) == (two.file, two.passage)
        if one.language != two.language or same_place:
            return False
        matcher = SequenceMatcher(None, self.words, other.words, autojunk=False)
        swapped = any(
            tag == "replace"
            and _figures(self.words[a:b])
            and _figures(other.words[c:d])
            for tag, a, b, c, d in matcher.get_opcodes()
        )
        plain = SequenceMatcher(None, self.plain, other.plain, autojunk=False)
        return swapped and plain.ratio() >= ALIKE


def _figures(words: Iterable[str]) -> bool:
    return any(word[0].isdigit() for word in words)
