import pytest

from guide.maps.printed import png
from guide.trips.papers.print import pdf
from guide.trips.papers.sheets import OPEN, key_paper, sheet_paper, solution
from guide.trips.papers.word import docx
from guide.trips.worksheet import LEVELS, Level, Worksheet, worksheet
from sites.catalogue import Catalogue
from sites.names import Language
from tests.guide.trips.papers.reading import squeezed, words_of_docx, words_of_pdf


def made(built_in: Catalogue, level: Level) -> Worksheet:
    stops = [built_in.get(slug) for slug in ("den-nghe", "chua-do", "nha-hat-lon")]
    return worksheet(stops, built_in, level, 5)


@pytest.mark.parametrize("level", LEVELS.values(), ids=LEVELS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_sheet_and_key_hold_the_same_tasks_and_the_key_every_source(
    built_in: Catalogue, level: Level, language: Language
) -> None:
    sheet = made(built_in, level)
    paper = words_of_pdf(pdf(sheet_paper(sheet, language)))
    key = words_of_docx(docx(key_paper(sheet, built_in, language), png))

    for number, task in enumerate(sheet.tasks, 1):
        assert f"{number}." in paper
        assert squeezed(task.question.in_(language)) in paper
        assert squeezed(solution(task, language)) in key
        for told in task.claims:
            assert squeezed(told.text.in_(language)) in key
            for source in told.sources:
                title = built_in.sources[source].title.in_(language)
                assert squeezed(title) in key


def test_a_pupil_is_asked_for_an_animal_and_no_name(built_in: Catalogue) -> None:
    words = words_of_pdf(pdf(sheet_paper(made(built_in, LEVELS["young"]), "vi")))

    assert "Convậtcủaem(khôngghitên)" in words
    assert "Họtên" not in words


def test_an_open_task_says_what_an_answer_needs(built_in: Catalogue) -> None:
    sheet = made(built_in, LEVELS["young"])
    sketch = next(task for task in sheet.tasks if task.answer is None)

    assert solution(sketch, "vi") == OPEN.vi
