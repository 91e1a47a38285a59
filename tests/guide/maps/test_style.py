import json
from itertools import pairwise

import pytest

from guide.maps import style
from guide.maps.style import DARK, LIGHT, PAPER, STREETS, Colours, StreetLook, look_of


def luminance(colour: str) -> float:
    """Return the relative luminance by WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, two: str) -> float:
    dark, light = sorted((luminance(one), luminance(two)))
    return (light + 0.05) / (dark + 0.05)


ALL = pytest.mark.parametrize("colours", [LIGHT, DARK, PAPER], ids=str)


@ALL
@pytest.mark.parametrize("name", ["name", "water_name", "park_name", "spot"])
def test_names_can_be_read_on_their_halo_and_on_the_ground(
    colours: Colours, name: str
) -> None:
    letters = getattr(colours, name)

    assert contrast(letters, colours.halo) >= 4.5
    assert contrast(letters, colours.ground) >= 4.5


@ALL
def test_names_can_be_read_on_every_street(colours: Colours) -> None:
    for fill in {look.fill for look in STREETS if not look.dash}:
        assert contrast(colours.name, getattr(colours, fill)) >= 4.5


def test_paper_without_colours_tells_streets_from_the_ground() -> None:
    assert contrast(PAPER.edge, PAPER.ground) >= 2


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("primary", "main"), ("trunk_link", "main"), ("tertiary", "tertiary"),
        ("steps", "steps"), ("footway", "path"), ("service", "service"),
        ("living_street", "residential"), ("never heard of", "residential"),
    ],
)  # fmt: skip
def test_every_kind_of_street_has_a_look(kind: str, name: str) -> None:
    assert look_of(kind).name == name


def test_no_kind_of_street_has_two_looks() -> None:
    kinds = [kind for look in STREETS for kind in look.kinds]

    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize("look", STREETS, ids=lambda look: look.name)
def test_streets_grow_as_one_comes_closer(look: StreetLook) -> None:
    assert all(a < b and x < y for (a, x), (b, y) in pairwise(look.widths))


def test_greater_streets_are_wider_on_paper_and_seen_from_farther() -> None:
    streets = [look for look in STREETS if not look.dash]

    assert all(a.paper_mm < b.paper_mm for a, b in pairwise(streets))
    assert all(a.from_zoom >= b.from_zoom for a, b in pairwise(streets))


def test_the_browser_gets_the_same_table() -> None:
    sent = json.loads(json.dumps(style.for_browser()))

    assert sent["light"]["ground"] == LIGHT.ground
    assert sent["dark"].keys() == set(Colours.__dataclass_fields__)
    assert [street["fill"] for street in sent["streets"]] == [s.fill for s in STREETS]
    assert sum(not street["kinds"] for street in sent["streets"]) == 1
