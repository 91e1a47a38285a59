"""Names of years in the cycle of sixty, and texts that put a wrong one to a year."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from sites.lunar import year_name

CAN = "Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Kỉ|Canh|Tân|Nhâm|Quý|Quí"
CHI = "Tý|Tí|Sửu|Dần|Mão|Mẹo|Thìn|Tỵ|Tị|Ngọ|Mùi|Vị|Thân|Dậu|Tuất|Hợi"
SAME = {"Kỉ": "Kỷ", "Quí": "Quý", "Tí": "Tý", "Mẹo": "Mão", "Tị": "Tỵ", "Vị": "Mùi"}
"""Other spellings of the same names."""

NAME = rf"(?P<can>{CAN})\s+(?P<chi>{CHI})"
BEFORE = re.compile(rf"\b{NAME}\b[\s,]*\(?(?:năm\s+)?(?P<year>\d{{4}})\b")
AFTER = re.compile(rf"\b(?P<year>\d{{4}})\s*[(,–-]?\s*(?:năm\s+|tức\s+)*{NAME}\b")
"""A name and a year side by side: ``Giáp Thìn (1904)``, ``1904, năm Giáp Thìn``."""


QUOTED = re.compile(r"“[^”]*”")
"""The word of somebody else, who may well be wrong."""


@dataclass(frozen=True, slots=True)
class WrongName:
    """A year under a name that is not its own."""

    name: str
    year: int

    def __str__(self) -> str:
        return (
            f"“{self.name} {self.year}” cannot be: {self.year} is "
            f"{year_name(self.year)} (a lunar year has the number of the solar year "
            "in which it begins)"
        )


def wrong_names(text: str) -> Iterator[WrongName]:
    """Find every year that stands beside a name of another year.

    What stands in quotation marks is quoted with its faults, and not looked at.
    """
    composed = QUOTED.sub("“”", unicodedata.normalize("NFC", text))
    taken = []
    for found in BEFORE.finditer(composed):
        taken.append(found.span())
        yield from _judged(found)
    for found in AFTER.finditer(composed):
        # "1904 Giáp Thìn 1964": the name goes with the year that follows it.
        if not any(start < found.end() and found.start() < end for start, end in taken):
            yield from _judged(found)


def is_name_of(name: str, year: int) -> bool:
    """Tell whether a name belongs to a lunar year, in whatever spelling."""
    words = unicodedata.normalize("NFC", name).split()
    return " ".join(SAME.get(word, word) for word in words) == year_name(year)


def _judged(found: re.Match[str]) -> Iterator[WrongName]:
    name, year = f"{found['can']} {found['chi']}", int(found["year"])
    if not is_name_of(name, year):
        yield WrongName(name, year)
