"""What pages say about opening hours and festivals, at a moment that a test sets."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from guide.config import Config
from guide.services import Services, open_services
from guide.web import create_app, here
from sites.city import HAI_PHONG
from sites.festivals import Cancelled
from sites.hours import UNKNOWN, Hours, MoonDays, Repair
from sites.names import Text

WALK = "/plan/tour?from=ga-hai-phong&minutes=120&depart=2026-11-23T08:00"
ASK_BEFORE = "Chưa rõ giờ mở cửa: nên hỏi trước khi đến"
"""What is said of a stop whose hours nobody knows."""

SOURCES = ("nq-60",)
OFFICE = Hours(
    rule="Mo-Su 08:00-11:30,13:30-17:00; PH off",
    sources=SOURCES,
    checked=date(2026, 11, 22),
)
REPAIR = Repair(
    since=date(2027, 1, 5),
    until=date(2027, 2, 28),
    reason=Text(vi="tu bổ tam quan", en="the gate is restored"),
    sources=SOURCES,
)
MOON = MoonDays(days=(1, 15), opens=time(5), closes=time(), sources=SOURCES)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """A guide of its own, to publish in."""
    opened = open_services(Config(home=tmp_path))
    yield opened
    opened.store.close()


@pytest.fixture
def client(services: Services) -> FlaskClient:
    return create_app(services).test_client()


def publish(services: Services, hours: Hours, slug: str = "chua-do") -> None:
    services.store.publish(replace(services.catalogue.get(slug), hours=hours))


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> "Clock":
    return Clock(monkeypatch)


class Clock:
    """Sets what a clock in the city shows."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch

    def __call__(self, moment: str) -> None:
        shown = datetime.fromisoformat(moment).replace(tzinfo=HAI_PHONG.zone)
        self.monkeypatch.setattr(here, "now", lambda: shown)


def page(client: FlaskClient, address: str) -> str:
    """Return a page with every row of blanks made one."""
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.text.split())


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (
            "2026-11-23T07:59",
            ("Đang đóng cửa, mở lúc 08:00", "Closed now, opens at 08:00"),
        ),
        ("2026-11-23T08:00", ("Đang mở cửa, đến 11:30", "Open now, until 11:30")),
        (
            "2026-11-23T17:00",
            (
                "Đang đóng cửa, mở lúc 08:00 ngày mai",
                "Closed now, opens at 08:00 tomorrow",
            ),
        ),
        (
            "2026-04-29T18:00",  # two holidays follow
            (
                "Đang đóng cửa, mở lúc 08:00 Thứ Bảy, 2/5/2026",
                "Closed now, opens at 08:00 on Saturday, 2 May 2026",
            ),
        ),
        (
            "2026-09-01T09:00",
            (
                "Có thể mở: hôm nay chưa ai biết chắc",
                "Perhaps open: nobody knows for sure today",
            ),
        ),
    ],
)
def test_the_page_and_the_list_say_what_is_open_now(
    services: Services,
    client: FlaskClient,
    at: Clock,
    moment: str,
    said: tuple[str, str],
) -> None:
    publish(services, OFFICE)
    at(moment)
    vi, en = said

    for address in ("/sites/chua-do?", "/?q=chua+do&"):
        assert f">{vi}</p>" in page(client, address)
        assert f">{en}</p>" in page(client, f"{address}lang=en")


def test_unknown_is_never_shown_as_open(
    services: Services, client: FlaskClient, at: Clock
) -> None:
    publish(services, UNKNOWN)
    at("2026-11-23T09:00")

    for address in ("/sites/chua-do", "/?q=chua+do"):
        found = page(client, address)
        assert "doors-unknown" in found
        assert "doors-open" not in found
        assert "Chưa rõ giờ mở cửa" in found


def test_what_stands_on_the_street_is_open_at_all_times(
    client: FlaskClient, at: Clock
) -> None:
    at("2026-11-23T03:00")

    assert "Lúc nào cũng mở" in page(client, "/sites/nga-sau")
    assert "Open at all times" in page(client, "/sites/nga-sau?lang=en")


def test_the_coming_week_shows_the_moon_and_the_holidays(
    services: Services, client: FlaskClient, at: Clock
) -> None:
    publish(services, replace(OFFICE, moon=(MOON,)))
    at("2026-02-13T09:00")

    found = page(client, "/sites/chua-do")

    assert "Thứ Ba, 17/2/2026</b>" in found
    assert "1/1 âm lịch · Tết Nguyên đán</span> 05:00–24:00" in found
    assert "29/12 âm lịch · Tết Nguyên đán</span> đóng cửa" in found
    assert "có thể là Tết Nguyên đán</span> 08:00–11:30 (chưa chắc)" in found
    assert "Ngày 1, 15 âm lịch: 05:00–24:00" in found
    assert ">Hằng ngày 08:00–11:30, 13:30–17:00; ngày lễ đóng cửa<" in found


@pytest.mark.parametrize(
    ("day", "shown"),
    [("2026-11-23", True), ("2027-02-28", True), ("2027-03-01", False)],
)
def test_a_repair_is_announced_until_it_is_over(
    services: Services, client: FlaskClient, at: Clock, day: str, *, shown: bool
) -> None:
    publish(services, replace(OFFICE, repairs=(REPAIR,)))
    at(f"{day}T09:00")

    said = "Đóng cửa từ 5/1/2027 đến 28/2/2027: tu bổ tam quan"
    assert (said in page(client, "/sites/chua-do")) == shown


def test_during_a_repair_the_doors_are_shut_until_it_ends(
    services: Services, client: FlaskClient, at: Clock
) -> None:
    publish(services, replace(OFFICE, repairs=(REPAIR,)))
    at("2027-02-27T09:00")

    assert "opens at 08:00 on Monday, 1 March 2027" in page(
        client, "/sites/chua-do?lang=en"
    )


def test_a_repair_without_an_end_says_so(
    services: Services, client: FlaskClient, at: Clock
) -> None:
    publish(services, replace(UNKNOWN, repairs=(replace(REPAIR, until=None),)))
    at("2027-02-27T09:00")

    found = page(client, "/sites/chua-do?lang=en")
    assert (
        "Closed from 5 Jan 2027, nobody knows how long: the gate is restored" in found
    )
    assert ">Closed for now</p>" in found


@pytest.mark.parametrize(("day", "said"), [("2027-05-24", False), ("2027-05-25", True)])
def test_hours_that_were_checked_long_ago_may_be_out_of_date(
    services: Services, client: FlaskClient, at: Clock, day: str, *, said: bool
) -> None:
    publish(services, OFFICE)
    at(f"{day}T09:00")

    assert ("có thể không còn đúng" in page(client, "/sites/chua-do")) == said
    assert "kiểm tra ngày 22/11/2026" in page(client, "/sites/chua-do")


def test_a_walk_says_of_each_stop_how_far_its_hours_can_be_relied_on(
    services: Services, client: FlaskClient
) -> None:
    publish(services, OFFICE)
    walk = "/plan/tour?from=ga-hai-phong&must=chua-do&minutes=240&lang=en&depart="

    assert "they may be out of date" not in page(client, f"{walk}2027-05-24T08:00")
    assert "Its hours were checked on 22 Nov 2026: they may be out of date." in page(
        client, f"{walk}2027-05-25T08:00"
    )


def test_a_site_page_says_which_feast_is_next(client: FlaskClient, at: Clock) -> None:
    at("2027-02-02T09:00")

    assert "lần tới: 15/3/2027 (8/2 âm lịch)" in page(client, "/sites/den-nghe")
    assert "next: 15/3/2027 (lunar 8/2)" in page(client, "/sites/den-nghe?lang=en")
    at("2027-03-15T09:00")
    assert "hôm nay 15/3/2027 (8/2 âm lịch)" in page(client, "/sites/den-nghe")
    at("2027-03-16T00:00")
    assert "lần tới: 3/3/2028 (8/2 âm lịch)" in page(client, "/sites/den-nghe")


def test_the_festivals_are_listed_next_first(client: FlaskClient, at: Clock) -> None:
    at("2026-11-28T09:00")

    found = page(client, "/festivals?lang=en")

    places = [
        found.index(f'datetime="{day}"')
        for day in ("2027-02-01", "2027-03-15", "2027-09-15")
    ]
    assert places == sorted(places)
    assert found.count("<time") == 3
    assert "Monday, 15 March 2027 · lunar 8/2" in found
    assert "depart=2027-03-15T08:00" in found


def test_what_is_cancelled_says_why_and_offers_no_walk(
    services: Services, client: FlaskClient, at: Clock
) -> None:
    temple = services.catalogue.get("den-nghe")
    off = Cancelled(year=2027, reason=Text(vi="tu bổ", en="repairs"), sources=SOURCES)
    main, *others = temple.festivals
    festivals = (replace(main, cancelled=(off,)), *others)
    services.store.publish(replace(temple, festivals=festivals))
    at("2026-11-28T09:00")

    found = page(client, "/festivals")
    assert "Không tổ chức: tu bổ" in found
    assert "depart=2027-03-15" not in found
    site = page(client, "/sites/den-nghe")
    assert "Không tổ chức: tu bổ" in site
    assert "lần tới: 3/3/2028" in site


def test_a_guide_without_festivals_says_so(
    services: Services, client: FlaskClient
) -> None:
    temple = services.catalogue.get("den-nghe")
    services.store.publish(replace(temple, festivals=()))

    assert "chưa biết lễ hội nào" in page(client, "/festivals")


def test_the_feed_is_offered_with_its_whole_address(client: FlaskClient) -> None:
    assert 'href="http://localhost/festivals.ics?lang=en"' in page(
        client, "/festivals?lang=en"
    )


@pytest.mark.parametrize(
    ("address", "name", "link"),
    [
        ("/festivals.ics", "Chính hội đền Nghè", "http://localhost/sites/den-nghe"),
        (
            "/festivals.ics?lang=en",
            "Main feast of Đền Nghè",
            "http://localhost/sites/den-nghe?lang=en",
        ),
    ],
)
def test_the_feed_speaks_the_language_of_its_address(
    client: FlaskClient, at: Clock, address: str, name: str, link: str
) -> None:
    at("2026-11-28T09:00")

    answer = client.get(address)

    assert answer.mimetype == "text/calendar"
    assert f"SUMMARY:{name}\r\n" in answer.text
    assert f"URL:{link}\r\n" in answer.text


def test_only_sure_ones_can_be_ticked_and_dropped_again(client: FlaskClient) -> None:
    form = page(client, "/plan/?only=sure")
    tour = page(client, f"{WALK}&only=sure")

    assert 'name="only" value="sure" checked' in form
    assert "chỉ nơi biết chắc giờ mở cửa" in tour
    assert "chưa rõ giờ mở cửa, mà bạn chỉ muốn nơi biết chắc" in tour
    assert ASK_BEFORE not in tour
    assert ASK_BEFORE in page(client, WALK)


def test_a_wish_for_an_unknown_site_and_sure_hours_is_explained(
    client: FlaskClient,
) -> None:
    answer = client.get(
        "/plan/tour?from=ga-hai-phong&depart=2026-11-23T08:00&only=sure&must=chua-do"
    )

    assert answer.status_code == 422
    assert "chưa rõ Chùa Đỏ mở cửa lúc nào" in answer.text


def test_a_class_on_a_feast_day_is_told_to_choose_another(
    client: FlaskClient,
) -> None:
    walk = (
        "/plan/tour?from=ga-hai-phong&depart=2027-03-15T08:00&walker=class&minutes=180"
    )

    assert "hôm đó là ngày hội, rất đông: không đưa lớp học đến" in page(client, walk)
    answer = client.get(f"{walk}&must=den-nghe")
    assert answer.status_code == 422
    assert "hôm đó Đền Nghè có hội" in answer.text
