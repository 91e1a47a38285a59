import json
from dataclasses import replace
from typing import Any

import gpxpy
import pytest

from guide.around import Around
from guide.exports import FORMATS
from guide.exports.steps import step_records
from guide.streets.spots import Spot
from guide.tour import Tour
from guide.wishes import OldNames
from sites.catalogue import Catalogue
from sites.names import LANGUAGES, Language, Text
from sites.pastnames import PastName, Period
from sites.streets import NamedStreet
from tests.guide.factories import drawn, graph, leg_between, on, request, tour

FRENCH = Period(
    key="phap",
    name=Text(vi="thời Pháp", en="under the French"),
    since=1874,
    until=1955,
    sources=("book",),
)
OLD = PastName(name="phố Bê", period=FRENCH, sources=("book",))
STREETS = (NamedStreet(slug="b", name="Phố B", once=(OLD,)),)
BANK = Spot(kind="bank", position=on(30, 0), name="Ngân hàng A")


def walked(wanted: OldNames | None = None) -> Tour:
    """Turn right into Phố B, which was once another, opposite a bank."""
    stairs = replace(
        drawn((0, -100), (0, -160)), kind="steps", tags={"step_count": "40"}
    )
    town = graph(
        drawn((-100, 0), (0, 0), name="Phố A"),
        replace(drawn((0, 0), (0, -100), name="Phố B"), kind="primary"),
        stairs,
        replace(
            drawn((0, -160), (90, -160)), kind="footway", tags={"footway": "crossing"}
        ),
        replace(drawn((90, -160), (190, -160)), kind="footway"),
    )
    around = Around(catalogue=Catalogue(streets=STREETS), spots=(BANK,))
    leg = leg_between(on(-100, 0), on(190, -170), town)
    return tour([leg], request=request(names=wanted), around=around)


def records(wanted: OldNames | None = None) -> list[dict[str, Any]]:
    found = walked(wanted)
    return step_records(found.legs[0], found, "vi")


def test_a_step_says_all_that_is_known_of_it_and_nothing_else() -> None:
    assert records(OldNames()) == [
        {
            "manoeuvre": "start",
            "street": "Phố A",
            "metres": 100,
            "at": 0,
            "ground": "street",
            "heading": "east",
            "says": "Đi về hướng đông, theo phố A, 100 m",
        },
        {
            "manoeuvre": "right",
            "street": "Phố B",
            "metres": 100,
            "at": 1,
            "ground": "main-street",
            "busy": True,
            "landmark": {"name": "Ngân hàng A", "relation": "opposite"},
            "old_names": [
                {
                    "name": "phố Bê",
                    "held": "once",
                    "period": "thời Pháp",
                    "sources": ["book"],
                    "says": "phố Bê xưa",
                }
            ],
            "says": "Đối diện Ngân hàng A, rẽ phải vào phố B (phố Bê xưa), đi 100 m"
            "; đường lớn, chú ý xe",
        },
        {
            "manoeuvre": "straight",
            "street": None,
            "metres": 150,
            "at": 2,
            "ground": "steps",
            "crossings": ["unknown"],
            "stairs": {"steps": 40},
            "says": "Đi thẳng theo bậc thang, 150 m, sang đường, có 40 bậc thang",
        },
        {
            "manoeuvre": "left",
            "street": None,
            "metres": 100,
            "at": 4,
            "ground": "footpath",
            "says": "Rẽ trái vào lối đi bộ, đi 100 m",
        },
        {
            "manoeuvre": "arrive",
            "street": None,
            "metres": 10,
            "at": 5,
            "side": "right",
            "says": "Đến nơi, ở bên phải",
        },
    ]


@pytest.mark.parametrize(
    ("wanted", "held"), [(OldNames(1925), "in-period"), (None, None)]
)
def test_old_names_are_there_only_where_wished(
    wanted: OldNames | None, held: str | None
) -> None:
    old = records(wanted)[1].get("old_names", [{}])

    assert old[0].get("held") == held


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_tells_the_same_steps(language: Language) -> None:
    found = walked(OldNames())
    told = [step["says"] for step in step_records(found.legs[0], found, language)]
    written = {
        name: FORMATS[name].render(found, language).decode()
        for name in ("json", "geojson", "gpx", "txt")
    }
    (leg,) = json.loads(written["json"])["legs"]
    features = json.loads(written["geojson"])["features"]
    (line,) = [feature for feature in features if "leg" in feature["properties"]]
    *_stops, turns = gpxpy.parse(written["gpx"]).routes

    assert [step["says"] for step in leg["steps"]] == told
    assert [step["says"] for step in line["properties"]["steps"]] == told
    assert [point.name for point in turns.points] == told
    assert [
        row.strip().removeprefix("· ")
        for row in written["txt"].splitlines()
        if row.strip().startswith("· ")
    ] == told
