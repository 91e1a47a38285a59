"""Tasks made from claims: find, count, sketch, compare, argue; each with its answer.

Every task can be answered at the stop, from the card that stands on the same sheet. An
answer is a whole number: which choice, or how many. It is worked out from claims.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from guide.trips.claims import Told
from sites.model import Site
from sites.names import Text

CHOICES = 4

NEAREST = 8
"""Wrong years are of the nearest so many: others give themselves away."""


class Kind(StrEnum):
    """What a pupil does."""

    FIND = "find"
    COUNT = "count"
    SKETCH = "sketch"
    COMPARE = "compare"
    ARGUE = "argue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One task. ``answer`` is the place of a choice, or a number; None is for paper.

    ``claims`` are what the answer rests on; ``form`` tells two ways to ask apart.
    """

    kind: Kind
    form: str
    site: str
    question: Text
    claims: tuple[Told, ...]
    choices: tuple[Text, ...] = ()
    answer: int | None = None

    @property
    def difficulty(self) -> tuple[str, str, int]:
        """What makes a task as hard as another one."""
        return self.kind.value, self.form, len(self.choices)

    @property
    def solution(self) -> Text | None:
        """The answer in words; None where there are many."""
        if self.answer is None:
            return None
        if self.choices:
            return self.choices[self.answer]
        return Text(vi=str(self.answer), en=str(self.answer))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What the tasks of a stop are made from: its claims, and those of others.

    ``other`` is the stop that it is compared with.
    """

    site: Site
    own: tuple[Told, ...]
    others: tuple[Told, ...]
    other: tuple[Told, ...] = ()

    @property
    def dated(self) -> list[Told]:
        """The claims of the stop that name one year."""
        return [told for told in self.own if told.year is not None]


Maker = Callable[[Stock, Random], Task]

FIND_YEAR = Text(
    vi="Tìm trong thẻ đọc năm còn thiếu: “{0}”",
    en="Find the missing year on the card: “{0}”",
)
FIND_TRUE = Text(
    vi="Tìm câu nói về {0}; ba câu kia nói về nơi khác.",
    en="Find the sentence about {0}; the other three are about other places.",
)
COUNT_YEARS = Text(
    vi="Từ năm ở câu (1) đến năm ở câu (2) là bao nhiêu năm?\n(1) “{0}”\n(2) “{1}”",
    en="How many years lie between sentences (1) and (2)?\n(1) “{0}”\n(2) “{1}”",
)
COUNT_DATED = Text(
    vi="Đếm: có bao nhiêu câu trong thẻ đọc của {0} nhắc đến một năm cụ thể?",
    en="Count: how many sentences on the card of {0} name a year?",
)
SKETCH = Text(
    vi=(
        "Vẽ điều em thấy ở {0}. Ghi vào hình một chi tiết giúp người xem hiểu câu này: "
        "“{1}”"
    ),
    en=(
        "Sketch what you see at {0}. Label one detail that helps to understand this: "
        "“{1}”"
    ),
)
EARLIER = Text(vi="Việc nào xảy ra trước?", en="Which of the two came first?")
WHICH = Text(
    vi="So sánh hai điểm: câu nào nói về {0}?",
    en="Compare the two stops: which sentence is about {0}?",
)
ARGUE = Text(
    vi=(
        "“{0}” Đây là điều truyền lại hay điều tài liệu ghi chép? Chọn, rồi nói vì sao "
        "em tin hay chưa tin."
    ),
    en=(
        "“{0}” Is this handed down, or written in documents? Choose, then say why you "
        "believe it or not."
    ),
)
HANDED_DOWN = Text(vi="Điều truyền lại", en="Handed down")
WRITTEN = Text(vi="Tài liệu ghi chép", en="Written in documents")
SEVERAL = Text(
    vi=(
        "Có nên giữ {0} cho người đời sau? Nêu ý kiến của em với hai lý do, ít nhất "
        "một lý do lấy từ câu: “{1}”"
    ),
    en=(
        "Should {0} be kept for those who come after us? Give two reasons, at least "
        "one of them from this: “{1}”"
    ),
)


def filled(text: Text, *values: Text | str) -> Text:
    """Fill a text in both languages."""
    vi = [value.vi if isinstance(value, Text) else value for value in values]
    en = [value.en if isinstance(value, Text) else value for value in values]
    return Text(vi=text.vi.format(*vi), en=text.en.format(*en))


def find(stock: Stock, dice: Random) -> Task:
    """Ask for the year that is missing; where no year is told, for a true sentence."""
    if not stock.dated:
        return _find_true(stock, dice)
    told = dice.choice(stock.dated)
    near = {other.year for other in stock.others if other.year} - {told.year}
    known = sorted((y for y in near if y), key=lambda y: abs(y - (told.year or 0)))
    wrong = dice.sample(known[:NEAREST], min(len(known), CHOICES - 1))
    years = sorted([told.year or 0, *wrong])
    return Task(
        kind=Kind.FIND,
        form="year",
        site=stock.site.slug,
        question=filled(FIND_YEAR, told.gapped),
        claims=(told,),
        choices=tuple(Text(vi=str(year), en=str(year)) for year in years),
        answer=years.index(told.year or 0),
    )


def _find_true(stock: Stock, dice: Random) -> Task:
    told = dice.choice(stock.own)
    options = [told, *dice.sample(stock.others, min(len(stock.others), CHOICES - 1))]
    dice.shuffle(options)
    return Task(
        kind=Kind.FIND,
        form="true",
        site=stock.site.slug,
        question=filled(FIND_TRUE, stock.site.name),
        claims=(told,),
        choices=tuple(option.text for option in options),
        answer=options.index(told),
    )


def count(stock: Stock, dice: Random) -> Task:
    """Ask for the years between two events, or how many sentences name a year."""
    dated = stock.dated
    if len({told.year for told in dated}) < 2:
        return Task(
            kind=Kind.COUNT,
            form="dated",
            site=stock.site.slug,
            question=filled(COUNT_DATED, stock.site.name),
            claims=stock.own,
            answer=sum(1 for told in stock.own if told.gapped.vi != told.text.vi),
        )
    first = dice.choice(dated)
    second = dice.choice([told for told in dated if told.year != first.year])
    early, late = sorted((first, second), key=lambda told: told.year or 0)
    return Task(
        kind=Kind.COUNT,
        form="years",
        site=stock.site.slug,
        question=filled(COUNT_YEARS, early.text, late.text),
        claims=(early, late),
        answer=(late.year or 0) - (early.year or 0),
    )


def sketch(stock: Stock, dice: Random) -> Task:
    """Ask for a drawing that belongs to a sentence."""
    told = dice.choice(stock.own)
    return Task(
        kind=Kind.SKETCH,
        form="label",
        site=stock.site.slug,
        question=filled(SKETCH, stock.site.name, told.text),
        claims=(told,),
    )


def compare(stock: Stock, dice: Random) -> Task:
    """Ask which of two stops comes first; or which sentence belongs to this one."""
    theirs = [told for told in stock.other if told.year is not None]
    mine = [told for told in stock.dated for other in theirs if told.year != other.year]
    if not mine:
        return _which(stock, dice)
    one = dice.choice(mine)
    other = dice.choice([told for told in theirs if told.year != one.year])
    pair = [one, other]
    dice.shuffle(pair)
    return Task(
        kind=Kind.COMPARE,
        form="earlier",
        site=stock.site.slug,
        question=EARLIER,
        claims=tuple(pair),
        choices=tuple(told.gapped for told in pair),
        answer=min((0, 1), key=lambda place: pair[place].year or 0),
    )


def _which(stock: Stock, dice: Random) -> Task:
    one, other = dice.choice(stock.own), dice.choice(stock.other or stock.others)
    pair = [one, other]
    dice.shuffle(pair)
    return Task(
        kind=Kind.COMPARE,
        form="which",
        site=stock.site.slug,
        question=filled(WHICH, stock.site.name),
        claims=(one, other),
        choices=tuple(told.text for told in pair),
        answer=pair.index(one),
    )


def argue(stock: Stock, dice: Random) -> Task:
    """Ask whether a sentence is handed down or documented."""
    told = dice.choice(stock.own)
    return Task(
        kind=Kind.ARGUE,
        form="tradition",
        site=stock.site.slug,
        question=filled(ARGUE, told.text),
        claims=(told,),
        choices=(HANDED_DOWN, WRITTEN),
        answer=0 if told.by_tradition else 1,
    )


def reason(stock: Stock, dice: Random) -> Task:
    """Ask for an opinion with reasons, one of them from a sentence."""
    told = dice.choice(stock.own)
    return Task(
        kind=Kind.ARGUE,
        form="reasons",
        site=stock.site.slug,
        question=filled(SEVERAL, stock.site.name, told.text),
        claims=(told,),
    )


MAKERS: dict[str, Maker] = {
    "find": find,
    "count": count,
    "sketch": sketch,
    "compare": compare,
    "argue": argue,
    "reason": reason,
}
"""By the name under which a level asks for them."""


def make(names: Sequence[str], stock: Stock, dice: Random) -> tuple[Task, ...]:
    """Make the tasks of one stop, in the order of their names."""
    return tuple(MAKERS[name](stock, dice) for name in names)
