import re
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient

from guide.services import Services

LANGUAGES = ("vi", "en")


def pages(services: Services) -> list[str]:
    history = services.catalogue.history
    return [
        "/people",
        "/events",
        "/timeline",
        *(f"/people/{slug}" for slug in history.people),
        *(f"/events/{slug}" for slug in history.events),
    ]


class Notes(HTMLParser):
    """The notes that a page points to, and those that it has."""

    def __init__(self) -> None:
        super().__init__()
        self.pointed: set[str] = set()
        self.there: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "a" and (said.get("href") or "").startswith("#source-"):
            self.pointed.add(str(said["href"])[1:])
        if (said.get("id") or "").startswith("source-"):
            self.there.add(str(said["id"]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_answers_and_has_the_notes_that_it_points_to(
    client: FlaskClient, services: Services, language: str
) -> None:
    for address in (
        *pages(services),
        *(f"/sites/{s.slug}" for s in services.catalogue),
    ):
        page = client.get(f"{address}?lang={language}")
        notes = Notes()
        notes.feed(page.text)

        assert page.status_code == 200, address
        assert notes.pointed == notes.there, address


def test_a_person_page_says_what_is_told_and_what_is_not_known(
    client: FlaskClient,
) -> None:
    page = client.get("/people/phan-boi-chau?lang=en").text

    assert "Phan Bội Châu" in page
    assert "not known to us" in page
    assert 'href="/sites/den-tien-nga?lang=en"' in page
    assert 'href="/events/phan-boi-chau-xuat-duong?lang=en"' in page


def test_an_event_page_leads_to_its_people_and_sites(client: FlaskClient) -> None:
    page = client.get("/events/phan-boi-chau-xuat-duong").text

    assert 'href="/people/nguyen-huu-tue"' in page
    assert 'href="/sites/den-tien-nga"' in page


def test_a_site_page_leads_to_its_people_and_events(client: FlaskClient) -> None:
    page = client.get("/sites/den-tien-nga").text

    assert 'href="/people/phan-boi-chau"' in page
    assert 'href="/events/mat-lenh-1946"' in page


def test_a_disagreement_is_shown_and_not_resolved(client: FlaskClient) -> None:
    page = client.get("/events/dung-quan-hoa?lang=en").text

    assert re.search(r"the end of 1941</time>.*or.*1944</time>", page, re.DOTALL)
    assert "We give each of them, and choose none." in page


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("/people/phan-boi-chau", "/plan/?follow=phan-boi-chau"),
        ("/events/co-so-bi-mat-1930", "/plan/?follow=co-so-bi-mat-1930"),
    ],
)
def test_a_link_opens_the_planner_filled_in(
    client: FlaskClient, address: str, link: str
) -> None:
    assert f'href="{link}"' in client.get(address).text

    form = client.get(link).text
    whom = link.partition("=")[2]
    assert re.search(rf'<option value="{whom}" selected>', form)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/people/hoang-van-doai", "the sources name no place"),
        ("/events/bach-dang-981", "the sources name no place"),
    ],
)
def test_where_no_walk_can_follow_the_page_says_why(
    client: FlaskClient, address: str, says: str
) -> None:
    page = client.get(f"{address}?lang=en").text

    assert says in page
    assert "/plan/?follow=" not in page


def test_the_form_offers_only_whom_a_walk_can_follow(client: FlaskClient) -> None:
    form = client.get("/plan/").text

    assert '<option value="phan-boi-chau">' in form
    assert '<option value="hoang-van-doai">' not in form


WALK = "/plan/tour?from=ga-hai-phong&depart=2026-11-29T08:00&minutes=60&lang=en&follow="


def test_a_tour_says_whom_it_follows_and_why_it_stops(client: FlaskClient) -> None:
    page = client.get(f"{WALK}phan-boi-chau").text

    assert "On the trail of Phan Bội Châu:" in page
    assert "1 of 1 place" in page
    assert "In 1904 he was hidden in this temple." in page
    assert "it is not on the trail that you follow" in page


@pytest.mark.parametrize(
    ("whom", "status", "says"),
    [
        ("phan-boi-chao", 404, "is it Phan Bội Châu"),
        ("hoang-van-doai", 422, "the sources name no place"),
        ("bach-dang-981", 422, "choose another person or event"),
    ],
)
def test_what_cannot_be_followed_is_said_in_the_form(
    client: FlaskClient, whom: str, status: int, says: str
) -> None:
    page = client.get(WALK + whom)

    assert page.status_code == status
    assert says in page.text
    assert "Follow a person or an event" in page.text


def test_programs_read_why_a_stop_is_one(client: FlaskClient) -> None:
    address = WALK.replace("/tour?", "/tour.json?") + "phan-boi-chau"

    tour = client.get(address).get_json()

    assert tour["request"]["follow"] == "phan-boi-chau"
    follows = {stop["site"]: stop["follows"] for stop in tour["stops"]}
    assert follows["den-tien-nga"] == "In 1904 he was hidden in this temple."


class TestTimeline:
    def test_the_list_says_everything_that_the_picture_says(
        self, client: FlaskClient, services: Services
    ) -> None:
        page = client.get("/timeline").text

        drawn = re.findall(r'<a href="#e-([\w-]+)" tabindex="-1">', page)
        listed = re.findall(r'<li id="e-([\w-]+)"', page)
        assert sorted(drawn) == sorted(listed)
        assert listed == list(services.catalogue.history.events)

    def test_a_period_shows_its_own_events(self, client: FlaskClient) -> None:
        page = client.get("/timeline/cach-mang").text

        assert 'id="e-tuan-le-vang"' in page
        assert 'id="e-giai-phong-hai-phong"' not in page

    def test_a_period_that_there_is_not_is_no_page(self, client: FlaskClient) -> None:
        assert client.get("/timeline/mai-sau").status_code == 404


@pytest.mark.parametrize("noun", ["people", "events"])
def test_a_wrong_address_offers_the_nearest(client: FlaskClient, noun: str) -> None:
    page = client.get(f"/{noun}/phan-boi-cho?lang=en")

    assert page.status_code == 404
    assert re.search(rf'<a href="/{noun}/[\w-]+\?lang=en">', page.text)


def test_an_event_is_not_found_among_people(client: FlaskClient) -> None:
    assert client.get("/people/tuan-le-vang").status_code == 404


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("phan boi chau", "/people/phan-boi-chau"),
        ("tuan le vang", "/events/tuan-le-vang"),
        ("Gold Week", "/events/tuan-le-vang"),
    ],
)
def test_search_finds_people_and_events(
    client: FlaskClient, words: str, address: str
) -> None:
    assert f'href="{address}"' in client.get("/", query_string={"q": words}).text


def test_what_is_told_by_tradition_is_marked(client: FlaskClient) -> None:
    page = client.get("/people/tran-hung-dao").text

    assert re.search(r'<span class="tradition"[^>]*>Tương truyền, năm 1288', page)
