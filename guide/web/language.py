"""Two languages: Vietnamese first, English where the address says ``lang=en``.

The address decides, and nothing else: a tour is its address, and whoever gets the link
sees what the sender saw. Templates hold the English words; ``locale/vi.po`` the others.
"""

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Flask, g, request
from flask_babel import Babel, Domain

from guide.web.here import language
from sites.names import LANGUAGES

LOCALE = Path(__file__).parent / "locale"

WORDLESS = ("assets.", "photos.", "pictures.file", "tiles.")
"""What is the same in every language, and so has one address."""


class OwnWords(Domain):
    """Our translations, compiled in memory from text files that people edit."""

    def get_translations(self) -> Any:  # noqa: ANN401 - Flask-Babel's own type
        """Return the words of the language of this request."""
        return _translations(language())


class OwnBabel(Babel):
    """Flask-Babel, with our own words."""

    @property
    def domain_instance(self) -> Domain:
        """The words of the pages."""
        return OwnWords()


@cache
def _translations(name: str) -> NullTranslations:
    file = LOCALE / f"{name}.po"
    if not file.exists():
        return NullTranslations()
    compiled = BytesIO()
    with file.open("rb") as opened:
        write_mo(compiled, read_po(opened, locale=name))
    compiled.seek(0)
    return Translations(compiled)


def register(app: Flask) -> None:
    """Read the language before each request, and carry it along in every link."""
    OwnBabel(app, locale_selector=language, default_timezone="Asia/Ho_Chi_Minh")
    app.before_request(_choose)
    app.url_defaults(_carry_along)
    app.context_processor(
        lambda: {
            "language": language(),
            "languages": LANGUAGES,
            "in_other": _in_other,
            "whole": _whole,
        }
    )


def _choose() -> None:
    asked = request.args.get("lang", "")
    g.language = asked if asked in LANGUAGES else "vi"


def _carry_along(endpoint: str, values: dict[str, Any]) -> None:
    if language() != "vi" and not endpoint.startswith(WORDLESS):
        values.setdefault("lang", language())


def _in_other(name: str) -> str:
    """Return the address of this page in another language."""
    kept = [pair for pair in request.args.items(multi=True) if pair[0] != "lang"]
    if name != "vi":
        kept.append(("lang", name))
    return f"{request.path}?{urlencode(kept)}" if kept else request.path


def _whole(path: str) -> str:
    """Return a path of ours with our host before it, as search engines want it."""
    return request.host_url.rstrip("/") + path
