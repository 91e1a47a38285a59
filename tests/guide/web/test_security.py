import re

import pytest
from flask.testing import FlaskClient

PAGES = (
    "/",
    "/?lang=en",
    "/sites/chua-do",
    "/about",
    "/plan/",
    "/plan/tour?from=ga-hai-phong&depart=2026-11-22T08:00",
    "/plan/tour?from=nowhere",
    "/nothing-here",
)


@pytest.mark.parametrize("address", PAGES)
def test_headers_on_every_answer(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers

    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("address", PAGES)
def test_no_page_loads_anything_from_another_host(
    client: FlaskClient, address: str
) -> None:
    page = client.get(address).text

    named = r'<link rel="(?:canonical|alternate)"[^>]*>'
    page = re.sub(named, "", page)
    loaded = re.findall(r'<(?:script|img|link)[^>]*?(?:src|href)="([^"]+)"', page)
    ours = ("/", "http://localhost/")
    assert [found for found in loaded if not found.startswith(ours)] == []


@pytest.mark.parametrize("address", PAGES)
def test_every_script_in_a_page_carries_the_nonce_of_its_answer(
    client: FlaskClient, address: str
) -> None:
    answer = client.get(address)
    nonce = re.search(r"'nonce-([^']+)'", answer.headers["Content-Security-Policy"])
    assert nonce

    for script in re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", answer.text):
        assert f'nonce="{nonce[1]}"' in script


def test_every_answer_has_a_nonce_of_its_own(client: FlaskClient) -> None:
    one, two = (client.get("/").headers["Content-Security-Policy"] for _ in range(2))

    assert one != two


def test_no_page_has_styles_or_handlers_in_its_markup(client: FlaskClient) -> None:
    for address in PAGES:
        page = client.get(address).text
        assert not re.search(r"<style|\son[a-z]+=", page), address
