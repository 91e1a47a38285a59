"""Worksheets on paper: one to fill in, and the key with the source of each answer."""

from collections.abc import Iterator

from guide.trips.papers.blocks import (
    Block,
    Fields,
    Grid,
    Heading,
    NewPage,
    Paper,
    Para,
    Points,
    Room,
)
from guide.trips.tasks import Kind, Task
from guide.trips.worksheet import Worksheet
from sites.catalogue import Catalogue
from sites.names import Language, Text

TITLE = Text(vi="Phiếu học tập ({0}, đề số {1})", en="Worksheet ({0}, number {1})")
KEY = Text(vi="Đáp án ({0}, đề số {1})", en="Answer key ({0}, number {1})")
WHO = Text(vi="Nhóm|Con vật của em (không ghi tên)", en="Group|Your animal (no names)")
CARD = Text(vi="Thẻ đọc", en="Card to read")
ANSWER = Text(vi="Trả lời: ………………………………", en="Answer: ………………………………")
KEY_HEAD = Text(
    vi="Câu|Đáp án|Căn cứ: câu trong thẻ đọc|Nguồn",
    en="Task|Answer|Rests on this sentence|Source",
)
OPEN = Text(
    vi="Nhiều cách trả lời; phải dùng được câu bên cạnh.",
    en="Many answers; the sentence beside has to be used.",
)
KINDS = {
    Kind.FIND: Text(vi="Tìm", en="Find"),
    Kind.COUNT: Text(vi="Đếm, tính", en="Count"),
    Kind.SKETCH: Text(vi="Vẽ", en="Sketch"),
    Kind.COMPARE: Text(vi="So sánh", en="Compare"),
    Kind.ARGUE: Text(vi="Lập luận", en="Argue"),
}
ROOM_MM = {Kind.SKETCH: 60, Kind.ARGUE: 25}
LETTERS = "ABCD"


def sheet_paper(sheet: Worksheet, language: Language) -> Paper:
    """Write the sheet that pupils get."""
    title = _title(TITLE, sheet, language)
    return Paper(title, language, tuple(_sheet(sheet, language, title)))


def _title(text: Text, sheet: Worksheet, language: Language) -> str:
    return text.in_(language).format(sheet.level.label.in_(language), sheet.seed)


def _sheet(sheet: Worksheet, language: Language, title: str) -> Iterator[Block]:
    yield Heading(title, 0)
    yield Fields(tuple((label, "") for label in WHO.in_(language).split("|")))
    for number, card in enumerate(sheet.cards, 1):
        if number > 1:
            yield NewPage()
        yield Heading(f"{number}. {card.site.name.in_(language)}")
        yield Para(CARD.in_(language), strong=True)
        yield Points(tuple(told.text.in_(language) for told in card.claims))
        for place, task in sheet.of(card.site):
            yield from _task(place, task, language)


def _task(number: int, task: Task, language: Language) -> Iterator[Block]:
    kind = KINDS[task.kind].in_(language)
    yield Para(f"{number}. {kind}. {task.question.in_(language)}", strong=True)
    if task.choices:
        words = (choice.in_(language) for choice in task.choices)
        lines = (f"{LETTERS[place]}. {choice}" for place, choice in enumerate(words))
        yield Para("\n".join(lines))
    elif task.answer is not None:
        yield Para(ANSWER.in_(language))
    if task.kind in ROOM_MM:
        yield Room(ROOM_MM[task.kind])


def key_paper(sheet: Worksheet, catalogue: Catalogue, language: Language) -> Paper:
    """Write the key: each answer, the sentences it rests on, and their sources."""
    title = _title(KEY, sheet, language)
    rows = tuple(
        (
            str(number),
            solution(task, language),
            "\n".join(told.text.in_(language) for told in task.claims),
            "; ".join(_sources(task, catalogue, language)),
        )
        for number, task in enumerate(sheet.tasks, 1)
    )
    grid = Grid(tuple(KEY_HEAD.in_(language).split("|")), rows, (1, 4, 7, 4))
    return Paper(title, language, (Heading(title, 0), grid))


def solution(task: Task, language: Language) -> str:
    """Say what is right: the letter and its words, a number, or that it is open."""
    if task.answer is None or task.solution is None:
        return OPEN.in_(language)
    words = task.solution.in_(language)
    return f"{LETTERS[task.answer]}. {words}" if task.choices else words


def _sources(task: Task, catalogue: Catalogue, language: Language) -> Iterator[str]:
    keys = dict.fromkeys(key for told in task.claims for key in told.sources)
    for key in keys:
        yield catalogue.sources[key].title.in_(language)
