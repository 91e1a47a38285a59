from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject

from guide import feed
from sites.names import Language
from tests.sites.factories import FESTIVE, catalogue, location, site

TODAY = date(2026, 11, 28)


def rendered(language: Language = "vi", today: date = TODAY) -> bytes:
    sites = (FESTIVE, site("dull", location=location()))
    return feed.render(
        catalogue(*sites), today, language, lambda slug: f"https://guide.example/{slug}"
    )


def events(document: bytes) -> list[Any]:
    """Read a feed back with another library than the one that wrote it."""
    read = vobject.readOne(document.decode())
    read.validate(raiseException=True)
    return list(read.vevent_list)


def by_uid(found: Iterable[Any]) -> dict[str, Any]:
    return {event.uid.value: event for event in found}


def test_the_feed_is_read_back_by_another_library() -> None:
    found = by_uid(events(rendered()))

    assert found["feast-2028@hai-phong.heritage-guide"].dtstart.value == date(
        2028, 3, 3
    )
    assert found["solar-2027@hai-phong.heritage-guide"].dtstart.value == date(
        2027, 5, 13
    )
    assert len(found) == len(events(rendered()))


def test_a_feast_ends_before_the_day_after_its_last() -> None:
    feast = by_uid(events(rendered()))["feast-2028@hai-phong.heritage-guide"]

    assert feast.dtend.value - feast.dtstart.value == timedelta(days=3)


def test_a_feast_says_what_where_and_when_by_the_moon() -> None:
    feast = by_uid(events(rendered()))["feast-2028@hai-phong.heritage-guide"]

    assert feast.summary.value == "Hội"
    assert feast.location.value == "Một nơi"
    assert "8/2 âm lịch" in feast.description.value
    assert "Đông." in feast.description.value
    assert feast.url.value == "https://guide.example/festive"
    assert feast.geo.value == "20.86;106.69"
    assert feast.status.value == "CONFIRMED"


def test_english_is_spoken_where_it_is_asked_for() -> None:
    feast = by_uid(events(rendered("en")))["feast-2028@hai-phong.heritage-guide"]

    assert feast.summary.value == "Feast"
    assert "lunar 8/2" in feast.description.value


def test_what_is_cancelled_stays_in_the_feed_and_says_why() -> None:
    found = by_uid(events(rendered()))
    off = {uid for uid, event in found.items() if event.status.value == "CANCELLED"}

    assert off == {f"{key}-2027@hai-phong.heritage-guide" for key in ("feast", "last")}
    said = found["feast-2027@hai-phong.heritage-guide"].description.value
    assert said.startswith("Không tổ chức: đền tu bổ")


def test_a_feast_keeps_its_name_from_one_day_to_the_next() -> None:
    today, later = (
        by_uid(events(rendered(today=day)))
        for day in (TODAY, TODAY + timedelta(days=40))
    )

    assert {uid: event.dtstart.value for uid, event in later.items()}.items() >= {
        uid: event.dtstart.value
        for uid, event in today.items()
        if event.dtstart.value > TODAY + timedelta(days=40)
    }.items()


def test_a_name_is_of_one_feast_only() -> None:
    uids = [event.uid.value for event in events(rendered())]

    assert len(uids) == len({*uids})


def test_one_day_gives_the_same_bytes() -> None:
    assert rendered() == rendered()
    assert by_uid(events(rendered())).popitem()[1].dtstamp.value == datetime(
        2026, 11, 28, tzinfo=UTC
    )


def test_the_feed_knows_the_zone_of_the_city() -> None:
    read = vobject.readOne(rendered().decode())

    assert read.vtimezone.tzid.value == "Asia/Ho_Chi_Minh"
    assert "TZOFFSETTO:+0700" in rendered().decode()
    assert read.contents["x-wr-timezone"][0].value == "Asia/Ho_Chi_Minh"


def test_lines_are_as_the_standard_has_them() -> None:
    lines = rendered().split(b"\r\n")

    assert lines[0] == b"BEGIN:VCALENDAR"
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line for line in lines)


def test_a_year_of_feasts_is_there_for_five_years() -> None:
    years = {event.dtstart.value.year for event in events(rendered())}

    assert years == {2027, 2028, 2029, 2030, 2031}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_festivals_are_an_empty_calendar(language: Language) -> None:
    document = feed.render(catalogue(site()), TODAY, language, str)

    assert b"BEGIN:VEVENT" not in document
    assert document.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")


def test_a_feast_at_a_site_whose_place_nobody_knows_has_no_position() -> None:
    lost = replace(FESTIVE, location=None)

    document = feed.render(catalogue(lost), TODAY, "vi", str)

    assert all(not hasattr(event, "geo") for event in events(document))
