import pytest

from guide.maps.printed import png
from guide.trips.facts import FACTS
from guide.trips.missing import is_ready, missing
from guide.trips.papers.blocks import Grid, Heading, Para
from guide.trips.papers.dossier import SECTIONS, dossier, people
from guide.trips.papers.print import pdf
from guide.trips.papers.word import docx
from guide.trips.plan import TripPlan
from sites.names import Language
from tests.guide.trips.papers.conftest import gathered
from tests.guide.trips.papers.reading import squeezed, words_of_docx, words_of_pdf
from tests.guide.trips.trips import planned

ITEMS = {
    "vi": (
        "KẾ HOẠCH HOẠT ĐỘNG TRẢI NGHIỆM", "Hiệu trưởng duyệt", "Thành phần tham gia",
        "Mục tiêu học tập", "Thời gian biểu", "Nhóm nào ở đâu, lúc nào",
        "Bản đồ chuyến đi", "Chỉ đường từng chặng", "Rủi ro và cách phòng tránh",
        "Phiếu ứng cứu khẩn cấp", "Bệnh viện", "Công an", "Ai gọi cho ai",
        "Điểm tập trung", "Kinh phí", "Giấy phép", "Bảo hiểm",
        "Thư gửi cha mẹ học sinh", "Phiếu đồng ý", "Nếu mưa", "Nếu một điểm đóng cửa",
    ),
    "en": (
        "PLAN OF AN EDUCATIONAL TRIP", "Approved by the head", "Who takes part",
        "What is learnt", "Timetable", "Who is where when", "Map of the trip",
        "Directions for each walk", "Risks and what to do", "Emergency sheet",
        "hospital", "police", "Who calls whom", "Where to meet", "Cost", "licence",
        "insurance", "Letter to the parents", "Agreement slip", "If it rains",
        "If a stop is closed",
    ),
}  # fmt: skip
"""What a school has to find in the dossier."""


@pytest.fixture(scope="module", params=["vi-docx", "vi-pdf", "en-docx", "en-pdf"])
def read(request: pytest.FixtureRequest, ready: TripPlan) -> tuple[Language, str]:
    language, kind = request.param.split("-")
    paper = dossier(gathered(ready, language))
    if kind == "docx":
        return language, words_of_docx(docx(paper, png))
    return language, words_of_pdf(pdf(paper))


def test_every_required_item_is_in_every_file(read: tuple[Language, str]) -> None:
    language, words = read

    assert [item for item in ITEMS[language] if squeezed(item) not in words] == []


def test_whatever_the_school_filled_in_is_in_every_file(
    read: tuple[Language, str], ready: TripPlan
) -> None:
    _language, words = read
    said = [*ready.trip.facts.values(), *ready.trip.objectives.values()]

    assert len(said) == len(FACTS) + 3
    assert [fact for fact in said if squeezed(fact) not in words] == []


def test_every_time_of_every_group_is_in_every_file(
    read: tuple[Language, str], ready: TripPlan
) -> None:
    _language, words = read
    times = {
        f"{stop.enter:%H:%M}–{stop.leave:%H:%M}"
        for part in ready.parts
        for stop in part.stops
    }

    assert [time for time in times if time not in words] == []


def test_a_dossier_of_which_nothing_is_missing_is_ready(ready: TripPlan) -> None:
    assert is_ready(ready)
    assert Para("Hồ sơ đủ các mục.", strong=True) in dossier(gathered(ready)).blocks


def test_what_is_missing_is_listed_on_the_cover(bare: TripPlan) -> None:
    words = words_of_pdf(pdf(dossier(gathered(bare))))

    assert f"cònthiếu{len(missing(bare))}mục" in words
    for one in missing(bare):
        assert squeezed(one.label.vi) in words


def test_pupils_are_numbers(ready: TripPlan) -> None:
    (grid,) = [b for b in people(gathered(ready)) if isinstance(b, Grid)]

    assert grid.rows == (("7A", "40", "3"), ("7B", "36", "3"), ("Cộng", "76", "6"))


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.__name__)
def test_every_section_has_a_heading(section: object, ready: TripPlan) -> None:
    blocks = list(section(gathered(ready)))  # type: ignore[operator]

    assert any(isinstance(block, Heading) for block in blocks)


def test_where_wheelchairs_come_along_it_says_what_nobody_knows_of_steps() -> None:
    said = [
        b.text for b in people(gathered(planned(wheelchairs=1))) if isinstance(b, Para)
    ]

    assert any("Học sinh đi xe lăn: 1" in text for text in said)
    assert any("chưa rõ có bậc" in text for text in said)
