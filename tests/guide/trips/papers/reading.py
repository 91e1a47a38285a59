"""Read papers back: every word of a DOCX with python-docx, of a PDF with pypdf."""

from io import BytesIO

from docx import Document
from pypdf import PdfReader


def words_of_docx(file: bytes) -> str:
    """Return all text in the order in which it stands, tables included."""
    body = Document(BytesIO(file)).element.body
    return squeezed(
        "".join(f" {node.text or ''}" for node in body.iter() if is_text(node.tag))
    )


def is_text(tag: str) -> bool:
    return tag.endswith("}t")


def words_of_pdf(file: bytes) -> str:
    """Return all text, pages one after the other."""
    pages = PdfReader(BytesIO(file)).pages
    return squeezed(" ".join(page.extract_text() for page in pages))


def squeezed(text: str) -> str:
    """Drop all spaces: where lines break differs from file to file."""
    return "".join(text.split())
