import pytest

from guide.streets.access import (
    is_square,
    is_walked,
    kept,
    kind_of,
    name_of,
    one_way_of,
)

ROADS = (
    "footway", "steps", "path", "pedestrian", "living_street", "residential",
    "unclassified", "service", "road", "tertiary", "tertiary_link", "secondary",
    "secondary_link", "primary", "primary_link", "trunk",
)  # fmt: skip
OTHERS = (
    "motorway", "motorway_link", "trunk_link", "cycleway", "track", "bridleway",
    "busway", "raceway", "corridor", "platform",
)  # fmt: skip
NO_STREETS = ("construction", "proposed", "abandoned", "disused", "razed", "no")


@pytest.mark.parametrize("kind", ROADS)
def test_a_street_is_walked_unless_a_tag_forbids_it(kind: str) -> None:
    assert is_walked({"highway": kind})
    assert not is_walked({"highway": kind, "foot": "no"})
    assert not is_walked({"highway": kind, "access": "private"})


@pytest.mark.parametrize("kind", OTHERS)
def test_other_roads_are_walked_only_where_a_tag_allows_it(kind: str) -> None:
    assert not is_walked({"highway": kind})
    assert not is_walked({"highway": kind, "access": "yes"})
    assert is_walked({"highway": kind, "foot": "yes"})
    assert is_walked({"highway": kind, "foot": "designated"})


@pytest.mark.parametrize("kind", NO_STREETS)
def test_what_is_no_street_is_never_walked(kind: str) -> None:
    assert not is_walked({"highway": kind, "foot": "yes"})


@pytest.mark.parametrize(
    ("tags", "walked"),
    [
        pytest.param({"access": "no"}, False, id="closed"),
        pytest.param({"access": "no", "foot": "yes"}, True, id="open on foot"),
        pytest.param({"access": "private", "foot": "designated"}, True, id="made for"),
        pytest.param({"access": "private", "foot": "permissive"}, True, id="let in"),
        pytest.param({"access": "yes", "foot": "private"}, False, id="theirs"),
        pytest.param({"foot": "use_sidepath"}, False, id="there is a way beside"),
        pytest.param({"foot": "unheard of"}, True, id="a word nobody knows"),
        pytest.param({"access": "no", "foot": "unheard of"}, False, id="and closed"),
        pytest.param({"access": "customers"}, True, id="customers"),
        pytest.param({"motor_vehicle": "no"}, True, id="no cars"),
        pytest.param({"motorroad": "yes"}, False, id="a road for motors"),
        pytest.param({"motorroad": "yes", "foot": "yes"}, True, id="and for feet"),
        pytest.param({"foot": "no", "sidewalk": "both"}, False, id="foot comes first"),
    ],
)
def test_what_foot_says_counts_before_access(
    tags: dict[str, str], *, walked: bool
) -> None:
    assert is_walked({"highway": "residential"} | tags) is walked


@pytest.mark.parametrize(
    ("tags", "walked"),
    [
        ({"sidewalk": "both"}, True),
        ({"sidewalk:left": "yes"}, True),
        ({"sidewalk": "no"}, False),
        ({"sidewalk": "separate"}, False),
        ({"sidewalk": "right", "access": "no"}, False),
    ],
)
def test_a_slip_road_is_walked_where_it_has_a_sidewalk(
    tags: dict[str, str], *, walked: bool
) -> None:
    assert is_walked({"highway": "trunk_link"} | tags) is walked


def test_what_is_no_road_is_not_walked() -> None:
    assert not is_walked({"building": "yes", "foot": "yes"})
    assert not is_walked({})


@pytest.mark.parametrize(
    ("tags", "one_way"),
    [
        ({}, 0),
        ({"oneway": "yes"}, 0),
        ({"oneway:foot": "yes"}, 1),
        ({"oneway:foot": "1"}, 1),
        ({"oneway:foot": "-1"}, -1),
        ({"oneway:foot": "reverse"}, -1),
        ({"oneway:foot": "no", "oneway": "yes"}, 0),
        ({"oneway:foot": "no", "foot:backward": "no"}, 0),
        ({"oneway:foot": "sometimes"}, 0),
        ({"foot:backward": "no"}, 1),
        ({"foot:backward": "private"}, 1),
        ({"foot:forward": "no"}, -1),
        ({"foot:forward": "no", "oneway:foot": "unheard of"}, -1),
        ({"foot:forward": "yes"}, 0),
    ],
)
def test_only_what_speaks_of_feet_is_one_way_for_them(
    tags: dict[str, str], one_way: int
) -> None:
    assert one_way_of(tags) == one_way


def test_what_is_closed_both_ways_is_not_walked() -> None:
    tags = {"highway": "path", "foot:forward": "no", "foot:backward": "no"}

    assert not is_walked(tags)
    assert is_walked(tags | {"foot:forward": "yes"})


@pytest.mark.parametrize(
    ("tags", "closed", "square"),
    [
        ({"highway": "pedestrian"}, True, True),
        ({"highway": "footway", "area": "yes"}, True, True),
        ({"highway": "footway"}, True, False),
        ({"highway": "pedestrian", "area": "no"}, True, False),
        ({"highway": "pedestrian", "area": "yes"}, False, False),
    ],
)
def test_a_square_is_closed_and_said_to_be_an_area_or_for_people(
    tags: dict[str, str], *, closed: bool, square: bool
) -> None:
    assert is_square(tags, closed=closed) is square


@pytest.mark.parametrize(
    ("tags", "name"),
    [
        ({"name": "Phố Cầu Đất"}, "Phố Cầu Đất"),
        ({"name": "Cau Dat Street", "name:vi": "Phố Cầu Đất"}, "Phố Cầu Đất"),
        ({"name": "Phố Cầu Đất", "name:vi": " "}, "Phố Cầu Đất"),
        ({"name": " Phố\n Cầu  Đất "}, "Phố Cầu Đất"),
        (
            {"name": "Pho\u0302\u0301 Ca\u0302\u0300u \u0110a\u0302\u0301t"},
            "Phố Cầu Đất",
        ),
        ({"name": "Phố\x00 Cầu\u202e Đất\u200b"}, "Phố Cầu Đất"),
        ({"name": "\u200b"}, None),
        ({"name": "  "}, None),
        ({"name:en": "Cau Dat Street"}, None),
        ({}, None),
    ],
)
def test_a_name_is_the_vietnamese_one_on_one_line(
    tags: dict[str, str], name: str | None
) -> None:
    assert name_of(tags) == name


@pytest.mark.parametrize(
    ("highway", "kind"),
    [
        ("living_street", "living_street"),
        ("track", "track"),
        ("<b>", "road"),
        ("đường", "road"),
        ("a;b", "road"),
    ],
)
def test_a_kind_is_one_plain_word(highway: str, kind: str) -> None:
    assert kind_of({"highway": highway, "foot": "yes"}) == kind


def test_streets_keep_other_names_and_what_matters_to_feet() -> None:
    told = {
        "name:en": "Cau Dat Street", "old_name": "Rue  du Commerce",
        "alt_name": "Ba Toa", "surface": "asphalt", "step_count": "12", "width": "3",
        "incline": "up", "crossing": "marked", "lit": "yes", "tunnel": "yes",
        "bridge": "yes",
    }  # fmt: skip
    others = {"highway": "steps", "name": "Phố Cầu Đất", "maxspeed": "50", "ramp": " "}

    assert kept(told | others) == told | {"old_name": "Rue du Commerce"}
