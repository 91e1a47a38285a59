"""What is still to be done for each site: one table of questions."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from sites.catalogue import Catalogue
from sites.model import Site, Way
from sites.names import Text

SURE_M = 20.0
"""Who stands within so many metres of a site sees which one it is."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that may be wanting; ``asks`` says of a site whether it is.

    ``walk`` is True where somebody who goes there can find it out.
    """

    key: str
    title: Text
    asks: Callable[[Site, date], bool]
    walk: bool = False


def _unsure(site: Site, _day: date) -> bool:
    places = [site.location, *(one.location for one in site.also_at)]
    return any(place is not None and place.radius_m > SURE_M for place in places)


QUESTIONS: tuple[Question, ...] = (
    Question(
        "position",
        Text(vi="Chưa biết vị trí", en="Position not known"),
        lambda site, _day: site.location is None,
    ),
    Question(
        "placed",
        Text(vi="Vị trí chưa chắc", en="Position not sure"),
        _unsure,
        walk=True,
    ),
    Question(
        "hours",
        Text(vi="Chưa biết giờ mở cửa", en="Hours not known"),
        lambda site, _day: not site.hours.known,
        walk=True,
    ),
    Question(
        "stale",
        Text(vi="Giờ mở cửa kiểm tra đã quá sáu tháng", en="Hours older than 6 months"),
        lambda site, day: site.hours.is_stale(day),
        walk=True,
    ),
    Question(
        "access",
        Text(vi="Chưa biết vào được tới đâu", en="Access not known"),
        lambda site, _day: site.access.way is Way.UNKNOWN,
        walk=True,
    ),
    Question(
        "address",
        Text(vi="Chưa có địa chỉ", en="No address"),
        lambda site, _day: site.address is None,
        walk=True,
    ),
    Question(
        "story",
        Text(vi="Bài viết dưới hai đoạn", en="Story of fewer than two paragraphs"),
        lambda site, _day: len(site.story) < 2,
    ),
    Question(
        "single",
        Text(vi="Chỉ dựa vào một nguồn", en="Rests on a single source"),
        lambda site, _day: len(site.sources) < 2,
    ),
)


@dataclass(frozen=True, slots=True)
class Task:
    """A question, and the sites of which it is still open."""

    key: str
    title: Text
    open: tuple[Site, ...]
    of: int
    walk: bool = False

    @property
    def done(self) -> int:
        """Of how many sites it is answered."""
        return self.of - len(self.open)

    @property
    def percent(self) -> int:
        """How much of it is done; 100 only where all of it is."""
        return self.done * 100 // self.of if self.of else 100

    @property
    def walkable(self) -> tuple[Site, ...]:
        """The sites that somebody could walk past to find it out."""
        return tuple(one for one in self.open if self.walk and one.location)


PICTURES = Text(vi="Chưa có hình", en="Without a picture")
TRANSLATION = Text(vi="Bản dịch cũ hơn bản gốc", en="Translated from an older text")


def tasks(
    catalogue: Catalogue,
    day: date,
    older: Iterable[str] = (),
    shown: Iterable[str] = (),
) -> tuple[Task, ...]:
    """List what is to be done, question by question.

    Args:
        catalogue: what is published.
        day: today.
        older: the sites of which one language was translated from an older text.
        shown: the sites that have a photograph.
    """
    every = tuple(catalogue)
    pictured = {one.site for one in catalogue.pictures.values()} | set(shown)
    behind = set(older)
    asked = [
        Task(
            one.key,
            one.title,
            tuple(site for site in every if one.asks(site, day)),
            len(every),
            one.walk,
        )
        for one in QUESTIONS
    ]
    without = tuple(site for site in every if site.slug not in pictured)
    late = tuple(site for site in every if site.slug in behind)
    return (
        *asked,
        Task("pictures", PICTURES, without, len(every), walk=True),
        Task("translation", TRANSLATION, late, len(every)),
    )
