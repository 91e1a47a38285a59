import pytest

from guide.exports.qr import QUIET, code
from guide.maps.printed import png
from tests.guide.exports.codes import read

ADDRESSES = (
    "https://guide.example/s/AB12",
    "https://guide.example/plan/tour?from=Đền Nghè&minutes=120",
    "https://guide.example/plan/tour?" + "&".join(f"must=site-{n}" for n in range(120)),
)


@pytest.mark.parametrize("address", ADDRESSES, ids=len)
def test_a_code_says_its_address(address: str) -> None:
    made = code(address)

    assert made
    assert read(png(_sized(made.svg, made.modules))) == [address]


def _sized(svg: bytes, modules: int) -> bytes:
    size = f'<svg width="{modules}mm" height="{modules}mm" '
    return svg.replace(b"<svg ", size.encode(), 1)


def test_a_code_has_its_white_edge() -> None:
    made = code("A")

    assert made
    assert made.modules == 21 + 2 * QUIET


def test_the_same_address_gives_the_same_bytes() -> None:
    assert code("https://guide.example/") == code("https://guide.example/")


@pytest.mark.parametrize("address", ["", "x" * 2954])
def test_no_code_is_made_of_nothing_or_of_too_much(address: str) -> None:
    assert code(address) is None


def test_the_longest_address_that_a_code_can_hold_has_one() -> None:
    made = code("x" * 2953)

    assert made
    assert made.modules == 177 + 2 * QUIET
