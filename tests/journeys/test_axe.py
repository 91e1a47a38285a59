"""No page keeps anybody out: axe looks at each, in both languages, light and dark."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from sites.names import LANGUAGES
from tests.journeys.conftest import DESK, LONG, PHONE

pytestmark = pytest.mark.browser

# The build unpacks every pinned package there, those of the tests as well.
AXE = Path(__file__).parents[2] / "build/browser/node_modules/axe-core/axe.min.js"
WORDS = "from=ga-hai-phong&minutes=120&depart=2026-11-22T08:00"

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, Scheme] = ("light", "dark")
Look = tuple[Scheme, tuple[int, int]]

EVERY_LOOK: tuple[Look, ...] = (
    ("light", PHONE), ("dark", DESK), ("dark", PHONE), ("light", DESK),
)  # fmt: skip
FIRST_LOOK = {"vi": 0, "en": 1}
"""One look a language here; ``./run.sh soak`` tries all of them in both."""


def looks(language: str) -> list[Look]:
    """Return how a page is looked at."""
    return list(EVERY_LOOK if LONG else EVERY_LOOK[FIRST_LOOK[language] :][:1])


PAGES = {
    "home": "/",
    "search": "/?q=chua",
    "nothing found": "/?q=xyzxyz",
    "site": "/sites/chua-do",
    "site without position": "/sites/quan-hoa",
    "form": "/plan/",
    "form with wishes": f"/plan/?{WORDS}&must=den-nghe&days=2&streets=quiet",
    "wrong form": "/plan/tour?from=nowhere",
    "too little time": f"/plan/tour?{WORDS}&must=den-nghe&walk=100",
    "tour": f"/plan/tour?{WORDS}",
    "tour with wishes": f"/plan/tour?{WORDS}&walker=class&follow=le-chan",
    "tour of groups": f"/plan/tour?{WORDS}&groups=3",
    "tour in the dark": "/plan/tour?from=ga-hai-phong&depart=2026-06-10T18:30",
    "why": f"/plan/why?{WORDS}",
    "walk": f"/plan/walk?{WORDS}",
    "walk of a group": f"/plan/walk?{WORDS}&groups=3&part=2",
    "take along": f"/plan/share?{WORDS}",
    "tour in a frame": f"/embed/tour?{WORDS}",
    "site in a frame": "/embed/sites/chua-do",
    "no such plate": "/s/0000",
    "kept": "/kept",
    "share": f"/plan/share?{WORDS}",
    "embedded tour": f"/embed/tour?{WORDS}",
    "embedded site": "/embed/sites/chua-do",
    "then and now": "/then-and-now",
    "report on a site": "/sites/chua-do/report",
    "code of a class": "/class/",
    "school trips": "/trips/",
    "new school trip": f"/trips/new?{WORDS}",
    "sign in": "/staff/sign-in",
    "reach": "/reach",
    "within reach": "/reach?from=ga-hai-phong&minutes=15",
    "festivals": "/festivals",
    "timeline": "/timeline",
    "people": "/people",
    "person": "/people/le-chan",
    "events": "/events",
    "event": "/events/bach-dang-938",
    "names": "/names",
    "names of a year": "/names?year=1925",
    "positions": "/positions",
    "about": "/about",
    "no such page": "/nothing-here",
}


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    if not AXE.exists():
        pytest.skip("axe is not unpacked: ./run.sh check does it")
    opened = browser.new_context(service_workers="block", reduced_motion="reduce")
    yield opened
    opened.close()


def violations(page: Page) -> list[str]:
    """Name what axe finds, with the first element of each."""
    found: list[dict[str, Any]] = page.evaluate(
        """axe.run(document, {
            resultTypes: ["violations"], rules: {"target-size": {enabled: true}},
        }).then(found => found.violations)"""
    )
    return [
        f"{one['id']}: {json.dumps(one['nodes'][0]['target'], ensure_ascii=False)}"
        f" {one['nodes'][0]['failureSummary']}"
        for one in found
    ]


IN_BOTH = ("home", "site", "form", "wrong form", "tour", "walk", "kept", "timeline")
"""Looked at in English here too; ``./run.sh soak`` looks at every page in both."""

ALIKE = frozenset({
    "search", "nothing found", "form with wishes", "too little time",
    "tour with wishes", "tour in the dark", "why", "walk of a group",
    "names of a year",
})  # fmt: skip
"""Made of the same parts as others that are looked at: left to the soak."""

SEEN = [
    (name, language)
    for name in PAGES
    for language in LANGUAGES
    if LONG or name in IN_BOTH or (language == "vi" and name not in ALIKE)
]


@pytest.mark.parametrize(("name", "language"), SEEN)
def test_axe_finds_nothing(
    context: BrowserContext, address: str, name: str, language: str
) -> None:
    page = context.new_page()
    path = PAGES[name]
    sign = "&" if "?" in path else "?"
    page.goto(f"{address}{path}{sign}lang={language}", wait_until="load")
    page.evaluate(AXE.read_text("utf-8"))

    found = {}
    for scheme, (width, height) in looks(language):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": height})
        # A map takes up its new size a moment later, and moves its pins then.
        page.wait_for_timeout(500 if page.locator(".map").count() else 50)
        if wrong := violations(page):
            found[scheme, width] = wrong
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
    assert found == {}


def test_axe_sees_what_is_wrong(context: BrowserContext) -> None:
    page = context.new_page()
    page.set_content('<img src="data:,"><p style="color:#ccc">pale</p>')
    page.evaluate(AXE.read_text("utf-8"))

    found = " ".join(violations(page))

    page.close()
    assert "image-alt" in found
    assert "color-contrast" in found
