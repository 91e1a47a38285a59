"""What a first visit to a page with a map costs, without its pictures."""

import gzip
import re

import pytest
from flask.testing import FlaskClient

MOST_BYTES = 250_000
BASIC_LATIN, VIETNAMESE = "latin-", "vietnamese-"
"""The parts of the font that a page in either language loads; see its unicode-range."""

PAGES = (
    "/",
    "/?lang=en",
    "/plan/",
    "/plan/tour?from=ga-hai-phong&depart=2026-11-22T08:00",
    "/sites/chua-do",
)


def packed(body: bytes) -> int:
    return len(gzip.compress(body, 6))


def fonts(client: FlaskClient, sheet: str) -> dict[str, int]:
    """Return the fonts of a sheet that our pages need, packed as they are."""
    files = re.findall(r"url\((fonts/files/[\w-]+\.woff2)\)", sheet)
    wanted = [f for f in files if re.search(r"pro-(latin|vietnamese)-\d", f)]
    return {file: len(client.get(f"/assets/{file}").data) for file in wanted}


@pytest.mark.parametrize("address", PAGES)
def test_a_first_visit_stays_below_250_kilobytes(
    client: FlaskClient, address: str
) -> None:
    page = client.get(address).text
    parts = {address: packed(page.encode())}
    for found in re.findall(
        r'<(?:script|link rel="stylesheet")[^>]*"(/assets[^"]+)', page
    ):
        answer = client.get(found)
        assert answer.status_code == 200, found
        parts[found] = packed(answer.data)
        if "/page.css" in found:
            parts |= fonts(client, answer.text)

    assert len([part for part in parts if part.endswith(".woff2")]) == 6
    assert any("protomaps" in part for part in parts)
    assert sum(parts.values()) <= MOST_BYTES, parts
