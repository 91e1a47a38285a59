import pytest

from guide.trips.papers.blocks import Paper, Para
from guide.trips.papers.files import FILES


@pytest.mark.parametrize(("name", "begin"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_every_file_is_what_its_name_says(name: str, begin: bytes) -> None:
    assert FILES[name].write(Paper("x", "vi", (Para("x"),))).startswith(begin)
