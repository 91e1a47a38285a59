import json
from typing import Any

import pytest
import shapely

from guide.exports.reach import render
from guide.within import within
from sites.catalogue import Catalogue
from tests.guide.factories import BROKEN, GRID, TRICKY, on, request, temple

FOUND = within(
    request(minutes=9), Catalogue([temple("near", on(100, 0)), TRICKY, BROKEN]), GRID
)


@pytest.fixture
def features() -> list[dict[str, Any]]:
    document = json.loads(render(FOUND, "vi"))
    assert document["attribution"] == "© Somebody"
    found: list[dict[str, Any]] = document["features"]
    return found


def test_the_area_comes_first_with_what_was_asked(
    features: list[dict[str, Any]],
) -> None:
    area = features[0]

    assert area["properties"] == {
        "what": "area",
        "from": "20.860000,106.690000",
        "minutes": "9",
    }
    read = shapely.from_geojson(json.dumps(area["geometry"]))
    assert read.symmetric_difference(FOUND.area).area < FOUND.area.area * 1e-2
    assert read.is_valid


def test_the_start_and_every_site_follow(features: list[dict[str, Any]]) -> None:
    assert [feature["properties"]["what"] for feature in features[1:]] == [
        "start",
        "site",
        "site",
        "site",
    ]
    near = features[2]
    assert near["properties"] == {
        "what": "site",
        "site": "near",
        "name": "Đền near",
        "metres": 100,
        "walk_minutes": 1.4,
    }
    assert near["geometry"]["coordinates"] == pytest.approx(on(100, 0).lon_lat)


def test_names_with_signs_are_read_back(features: list[dict[str, Any]]) -> None:
    assert TRICKY.name.vi in [feature["properties"].get("name") for feature in features]
