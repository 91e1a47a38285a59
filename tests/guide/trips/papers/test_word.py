from io import BytesIO

from docx import Document

from guide.maps.printed import png
from guide.trips.papers.blocks import (
    BLANK,
    Drawing,
    Fields,
    Grid,
    Heading,
    NewPage,
    Paper,
    Para,
    Points,
    Room,
    Signatures,
)
from guide.trips.papers.word import docx

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9mm" height="9mm"/>'
ALL = (
    Heading("Tên", 0),
    Para("Chữ\x00 <b>&"),
    Points(("một", "hai"), numbered=True),
    Points(("ba",)),
    Grid(("a", "b"), (("1", "2"),), (1, 2)),
    Fields((("Trường", ""), ("Lớp", "7A"))),
    Drawing(SVG, "Một bản đồ"),
    Room(30),
    NewPage(),
    Signatures((("Người lập", ""), ("Duyệt", "cô Lan"))),
)


def test_every_block_can_be_read_back() -> None:
    document = Document(BytesIO(docx(Paper("Tên", "vi", ALL), png)))
    lines = [line.text for line in document.paragraphs]

    assert lines[:5] == ["Tên", "Chữ <b>&", "1. một", "2. hai", "ba"]
    assert f"Trường: {BLANK}" in lines
    assert "Lớp: 7A" in lines
    assert [c.text for c in document.tables[0].rows[1].cells] == ["1", "2"]
    assert "cô Lan" in document.tables[1].rows[0].cells[1].text
    assert len(document.inline_shapes) == 1


def test_a_picture_says_in_words_what_it_shows() -> None:
    document = Document(BytesIO(docx(Paper("Tên", "vi", ALL), png)))

    assert 'descr="Một bản đồ"' in document.element.body.xml
