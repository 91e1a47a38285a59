import re
from collections.abc import Iterator

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from flask.testing import FlaskClient

import guide.errors
import guide.streets.fetch.errors  # noqa: F401 - and these
from guide.web.language import LOCALE
from guide.web.paths import templates
from sites.errors import Said

KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}


def spoken() -> set[str]:
    """Return every English text that a page may say."""
    found: set[str] = set()
    for folder, method in (
        (str(templates()), [("**.html", "jinja2")]),
        (str(LOCALE.parent), [("**.py", "python")]),
    ):
        for _file, _line, text, *_rest in extract_from_dir(
            folder, method, keywords=KEYWORDS
        ):
            found.add(text if isinstance(text, str) else text[0])
    return found | {error.text for error in errors(Said)}


def errors(parent: type[Said]) -> Iterator[type[Said]]:
    for child in parent.__subclasses__():
        if child.__module__.startswith(("sites", "guide")) and "text" in vars(child):
            yield child
        yield from errors(child)


def translated() -> dict[str, str]:
    with (LOCALE / "vi.po").open("rb") as opened:
        catalogue = read_po(opened, locale="vi")
    found = {}
    for message in catalogue:
        found[one(message.id)] = one(message.string)
    return found


def one(text: object) -> str:
    """Return a text, or the first of its plural forms."""
    return str(text[0]) if isinstance(text, list | tuple) else str(text or "")


def test_everything_a_page_says_is_said_in_vietnamese() -> None:
    words = translated()

    assert sorted(text for text in spoken() if not words.get(text)) == []


def test_nothing_is_translated_that_no_page_says() -> None:
    assert sorted(set(translated()) - spoken() - {""}) == []


def test_a_translation_fills_in_the_same_values() -> None:
    for english, vietnamese in translated().items():
        values = set(re.findall(r"%\((\w+)\)s", english))
        assert set(re.findall(r"%\((\w+)\)s", vietnamese)) == values, english


def test_vietnamese_comes_first(client: FlaskClient) -> None:
    page = client.get("/", headers={"Accept-Language": "en"}).text

    assert '<html lang="vi">' in page


def test_the_address_decides_the_language(client: FlaskClient) -> None:
    page = client.get("/sites/chua-do?lang=en").text

    assert '<html lang="en">' in page
    assert "Red Pagoda" in page


def test_a_language_that_we_do_not_speak_is_vietnamese(client: FlaskClient) -> None:
    assert '<html lang="vi">' in client.get("/?lang=xx").text


def test_every_link_carries_the_language_along(client: FlaskClient) -> None:
    page = client.get("/sites/chua-do?lang=en").text

    own = re.findall(r'<a [^>]*href="(/[^"]*)"', page)
    assert [
        link for link in own if "lang=en" not in link and "hreflang" not in link
    ] == ["/sites/chua-do"]


def test_the_switch_keeps_the_question(client: FlaskClient) -> None:
    page = client.get("/plan/?from=chua-do&minutes=90").text

    assert 'href="/plan/?from=chua-do&amp;minutes=90&amp;lang=en"' in page


@pytest.mark.parametrize("address", ["/", "/plan/", "/about", "/sites/chua-do"])
def test_an_english_page_has_no_vietnamese_interface(
    client: FlaskClient, address: str
) -> None:
    page = client.get(f"{address}?lang=en").text

    assert "Lập lộ trình" not in page
    assert "Nguồn" not in page
