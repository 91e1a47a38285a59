from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from guide.linked import site_record, tour_record
from guide.wishes import Wishes
from sites.hours import UNKNOWN, Hours, Repair
from sites.model import Access, Address, Site, Way
from sites.names import LANGUAGES, Language, Text
from tests.guide.exports.codes import LINKS
from tests.guide.factories import on, request, temple, walk
from tests.sites.factories import VARIED, location

PLAIN = temple("a", hours=UNKNOWN)
PAIR = temple("a", on(120, 0)), temple("b", on(300, 300))


def record(site: Site, language: Language = "vi") -> dict[str, Any]:
    return site_record(site, language, LINKS, "Hải Phòng")


def test_of_a_site_of_which_little_is_known_little_is_said() -> None:
    assert record(PLAIN) == {
        "@context": "https://schema.org",
        "@type": "TouristAttraction",
        "name": "Đền a",
        "alternateName": ["a Temple"],
        "description": "Một câu.",
        "url": "https://guide.example/sites/a",
    }


def test_a_position_that_is_sure_is_a_point_and_another_one_a_circle() -> None:
    sure = replace(location(), radius_m=40.0)
    point = {"@type": "GeoCoordinates", "latitude": 20.86, "longitude": 106.69}

    assert record(replace(PLAIN, location=sure))["geo"] == point
    assert record(replace(PLAIN, location=replace(sure, radius_m=41.0)))["geo"] == {
        "@type": "GeoCircle",
        "geoMidpoint": point,
        "geoRadius": "41",
    }


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("24/7", ["Mo-Su"]),
        ("Mo-Su 08:00-17:00", ["Mo-Su 08:00-17:00"]),
        (
            "Mo-Fr 08:00-11:30; Sa,Su 08:00-17:00",
            ["Mo-Fr 08:00-11:30", "Sa,Su 08:00-17:00"],
        ),
        ("Mo-Su 08:00-17:00; PH off", None),
        ("Apr-Oct Mo-Su 08:00-17:00", None),
    ],
)
def test_hours_are_said_only_where_they_can_be_said_whole(
    rule: str, said: list[str] | None
) -> None:
    found = record(replace(PLAIN, hours=Hours(rule=rule)))

    assert found.get("openingHours") == said


@pytest.mark.parametrize(
    "hours",
    [
        VARIED,
        Hours(
            rule="24/7",
            repairs=(
                Repair(since=date(2027, 1, 5), until=None, reason=Text(vi="x", en="x")),
            ),
        ),
    ],
    ids=["moon and repairs", "repairs"],
)
def test_hours_with_exceptions_are_left_out(hours: Hours) -> None:
    assert "openingHours" not in record(replace(PLAIN, hours=hours))


@pytest.mark.parametrize(
    ("way", "kind", "public"),
    [
        (Way.OPEN, "TouristAttraction", True),
        (Way.PRIVATE, "TouristAttraction", False),
        (Way.BY_ASKING, "TouristAttraction", None),
        (Way.UNKNOWN, "TouristAttraction", None),
        (Way.DEMOLISHED, "Place", None),
    ],
)
def test_how_far_one_comes_is_said_where_it_is_known(
    way: Way, kind: str, public: object
) -> None:
    found = record(replace(PLAIN, access=Access(way=way)))

    assert (found["@type"], found.get("publicAccess")) == (kind, public)


def test_an_address_is_said_where_it_is_known() -> None:
    street = Text(vi="53 phố Lê Chân", en="53 Lê Chân Street")
    found = record(replace(PLAIN, address=Address(street=street, sources=())), "en")

    assert found["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "53 Lê Chân Street",
        "addressLocality": "Hải Phòng",
        "addressCountry": "VN",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tour_is_a_trip_past_its_stops_in_order(language: Language) -> None:
    tour = walk(request(), *PAIR)
    found = tour_record(tour, language, LINKS)
    items = found["itinerary"]["itemListElement"]

    assert (found["@type"], found["url"]) == ("TouristTrip", LINKS.tour)
    assert found["departureTime"] == "2026-11-23T08:00:00+07:00"
    assert found["itinerary"]["numberOfItems"] == 2
    assert [item["position"] for item in items] == [1, 2]
    assert [item["item"]["name"] for item in items] == [
        stop.name.in_(language) for stop in tour.stops
    ]


def test_several_walks_are_several_trips() -> None:
    tour = walk(request(wishes=Wishes(groups=2, max_stops=1)), *PAIR)
    found = tour_record(tour, "vi", LINKS)

    assert [trip["name"] for trip in found["subTrip"]] == ["Nhóm 1", "Nhóm 2"]
    assert "itinerary" not in found


def test_a_tour_without_stops_has_an_empty_list() -> None:
    found = tour_record(walk(request()), "vi", LINKS)

    assert found["itinerary"]["itemListElement"] == []
