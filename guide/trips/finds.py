"""What pupils find at a stop: as the card says, or different; for the teacher to look.

A find is a figure like any answer: a pupil chooses, and writes nothing. What several
pupils find different is worth a suggestion to those who keep the description true.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guide.trips.worksheet import Worksheet
from sites.kept_trips import Answer
from sites.model import Site
from sites.names import Text

FINDS = (
    Text(vi="Đúng như thẻ đọc", en="As the card says"),
    Text(vi="Có chỗ khác với thẻ đọc", en="Something is different"),
    Text(vi="Không thấy, hoặc đóng cửa", en="Not there, or closed"),
)
"""What can be chosen, by number."""

FIRST = 1001
"""The number of the find at the first stop: tasks have smaller ones."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a class found at one stop: how many chose each of ``FINDS``."""

    site: Site
    counts: tuple[int, ...]

    @property
    def differs(self) -> bool:
        """Whether anybody found it otherwise than it is described."""
        return sum(self.counts[1:]) > 0


def numbers(sheet: Worksheet) -> dict[int, Site]:
    """Return the stop of each find, by its number."""
    return {FIRST + place: card.site for place, card in enumerate(sheet.cards)}


def gathered(sheet: Worksheet, answers: Iterable[Answer]) -> Sequence[Found]:
    """Count what a class found at each stop."""
    chosen = Counter((one.task, one.answer) for one in answers)
    return [
        Found(site, tuple(chosen[number, find] for find in range(len(FINDS))))
        for number, site in numbers(sheet).items()
    ]
