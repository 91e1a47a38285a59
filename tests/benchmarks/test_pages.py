"""The figures of pages hold what they promise; the clock is too moody for a test."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from benchmarks.pages import PAGES, first_visit, fonts, measured
from benchmarks.visitor import scores
from guide.config import Config
from guide.services import open_services
from guide.web import create_app

MOST_BYTES = 250_000


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    services = open_services(Config(home=tmp_path_factory.mktemp("instance")))
    yield create_app(services).test_client()
    services.store.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_first_visit_stays_below_250_kilobytes(
    client: FlaskClient, name: str
) -> None:
    size = first_visit(client, PAGES[name])

    assert 50_000 < size <= MOST_BYTES


def test_the_fonts_that_count_are_those_of_our_two_languages() -> None:
    sheet = "".join(
        f"src: url(fonts/files/be-vietnam-pro-{part}-400-normal.woff2)"
        for part in ("latin", "latin-ext", "vietnamese")
    )

    assert [font.split("-")[3] for font in fonts(sheet)] == ["latin", "vietnamese"]


def test_every_page_is_measured(client: FlaskClient) -> None:
    lines = list(measured(client, 1))

    assert [line.split()[0] for line in lines] == list(PAGES)


def test_a_score_is_the_median_and_what_failed_is_named() -> None:
    def report(score: float) -> dict[str, object]:
        audits = [{"id": "contrast", "weight": 1}, {"id": "idle", "weight": 0}]
        category = {"title": "SEO", "score": score, "auditRefs": audits}
        return {
            "categories": {"seo": category},
            "audits": {"contrast": {"score": int(score)}, "idle": {"score": 0}},
        }

    said = list(scores([report(1.0), report(0.5), report(0.9)]))

    assert said == ["seo 90", "to look at: contrast"]
