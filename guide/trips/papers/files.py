"""Every file that a paper can be written to: a row each."""

from collections.abc import Callable
from dataclasses import dataclass

from guide.maps.printed import png
from guide.trips.papers.blocks import Paper
from guide.trips.papers.print import pdf
from guide.trips.papers.word import docx


@dataclass(frozen=True, slots=True)
class File:
    """A kind of file: its media type, and what writes it."""

    media_type: str
    write: Callable[[Paper], bytes]


FILES = {
    "docx": File(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        lambda paper: docx(paper, png),
    ),
    "pdf": File("application/pdf", pdf),
}
"""By the ending of the file."""
