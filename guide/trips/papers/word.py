"""Write a paper as DOCX, to be edited by the school."""

from collections.abc import Callable
from functools import singledispatch
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as Opened
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from guide.trips.papers.blocks import (
    BLANK,
    Block,
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

FONT = "Times New Roman"
"""What Vietnamese offices write in; every machine with a word processor has it.

Source: Decree 30/2020/NĐ-CP on clerical work, annex I.
"""

WIDTH_MM, MARGIN_MM, LEFT_MM = 210, 20, 25
ROOM_MM = WIDTH_MM - MARGIN_MM - LEFT_MM


def docx(paper: Paper, as_png: Callable[[bytes], bytes]) -> bytes:
    """Return the file; ``as_png`` turns its pictures into what Word can show."""
    document = Document()
    _set_up(document, paper)
    for block in paper.blocks:
        if isinstance(block, Drawing):
            _draw(document, block, as_png)
        else:
            _write(block, document)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _set_up(document: Opened, paper: Paper) -> None:
    document.core_properties.title = paper.title
    document.core_properties.author = ""
    document.core_properties.language = paper.language
    section = document.sections[0]
    section.page_width, section.page_height = Mm(WIDTH_MM), Mm(297)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(MARGIN_MM)
    section.left_margin = Mm(LEFT_MM)
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3"):
        style: Any = document.styles[name]
        style.font.name = FONT
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
    normal: Any = document.styles["Normal"]
    normal.font.size = Pt(12)


@singledispatch
def _write(block: Block, _document: Opened) -> None:
    raise TypeError(f"{type(block).__name__} is no block that Word can hold")


@_write.register
def _(block: Heading, document: Opened) -> None:
    document.add_heading(_legal(block.text), block.level)


@_write.register
def _(block: Para, document: Opened) -> None:
    document.add_paragraph().add_run(_legal(block.text)).bold = block.strong


@_write.register
def _(block: Points, document: Opened) -> None:
    for number, item in enumerate(block.items, 1):
        # Word would go on counting from the list before: the numbers are text.
        style = None if block.numbered else "List Bullet"
        text = f"{number}. {item}" if block.numbered else item
        document.add_paragraph(_legal(text), style=style)


@_write.register
def _(block: Grid, document: Opened) -> None:
    table = document.add_table(rows=1, cols=len(block.head), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, block.head, strict=True):
        cell.paragraphs[0].add_run(_legal(text)).bold = True
    _repeat(table.rows[0])
    for row in block.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = _legal(text)
    share = ROOM_MM / sum(block.widths)
    for column, width in zip(table.columns, block.widths, strict=True):
        for cell in column.cells:
            cell.width = Mm(width * share)
    document.add_paragraph()


@_write.register
def _(block: Fields, document: Opened) -> None:
    for label, value in block.pairs:
        line = document.add_paragraph()
        line.add_run(f"{_legal(label)}: ").bold = True
        line.add_run(_legal(value) or BLANK)


@_write.register
def _(block: Room, document: Opened) -> None:
    document.add_paragraph().paragraph_format.space_after = Mm(block.millimetres)


@_write.register
def _(_block: NewPage, document: Opened) -> None:
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


@_write.register
def _(block: Signatures, document: Opened) -> None:
    table = document.add_table(rows=1, cols=len(block.people))
    for cell, (who, name) in zip(table.rows[0].cells, block.people, strict=True):
        line = cell.paragraphs[0]
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.add_run(_legal(who)).bold = True
        line.paragraph_format.space_after = Mm(20)
        below = cell.add_paragraph(_legal(name) or BLANK)
        below.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _draw(document: Opened, block: Drawing, as_png: Callable[[bytes], bytes]) -> None:
    picture = document.add_picture(BytesIO(as_png(block.svg)), width=Mm(ROOM_MM))
    described = picture._inline.docPr  # noqa: SLF001 - it has no other door
    described.set("descr", _legal(block.words))


def _repeat(row: Any) -> None:  # noqa: ANN401 - a row of python-docx
    """Show the head of a table again on each of its pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001


def _legal(text: str) -> str:
    """Drop what no XML may hold."""
    return "".join(c for c in text if c in "\n\t" or (c.isprintable() and c < "\ufffe"))
