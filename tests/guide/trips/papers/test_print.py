from io import BytesIO

from pypdf import PdfReader

from guide.trips.papers.blocks import Fields, Grid, Paper, Para
from guide.trips.papers.print import pdf
from tests.guide.trips.papers.reading import squeezed, words_of_pdf
from tests.guide.trips.papers.test_word import ALL

NASTY = '#panic("x") *b* $x$ @y <z> [c] \\ "q" // =\n#read("/etc/passwd") `r` ~ _u_'


def test_every_block_can_be_read_back() -> None:
    words = words_of_pdf(pdf(Paper("Tên", "vi", ALL)))

    for text in ("Tên", "1.một2.hai", "Trường:", "Lớp:7A", "Ngườilập", "côLan"):
        assert text in words


def test_markup_in_a_text_is_text() -> None:
    blocks = (Para(NASTY), Fields(((NASTY, NASTY),)), Grid((NASTY,), ((NASTY,),), (1,)))
    words = words_of_pdf(pdf(Paper(NASTY, "vi", blocks)))

    assert words.count(squeezed(NASTY)) >= 4


def test_a_paper_has_its_title_and_language() -> None:
    read = PdfReader(BytesIO(pdf(Paper("Hồ sơ", "vi", (Para("x"),)))))

    assert read.metadata is not None
    assert read.metadata.title == "Hồ sơ"
    assert read.trailer["/Root"]["/Lang"] == "vi"  # type: ignore[index]
