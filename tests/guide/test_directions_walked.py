"""Real routes on three real packs, checked by other means than the directions' own.

What a turn is, is computed once more on the ellipsoid in three dimensions; streets,
distances, the mirror and the way back are laws that hold for every route.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from math import cos, hypot, radians, sin, sqrt
from random import Random

import pytest

from guide.around import Around
from guide.direction_words import step_words
from guide.directions import Step, steps
from guide.manoeuvres import Manoeuvre, Side
from guide.sections import LOOK_M, SHORT_M
from guide.streets.graph import StreetGraph
from guide.streets.osm import import_extract
from guide.streets.pack import read_pack
from guide.streets.spots import Spot
from guide.streets.way import Piece
from guide.tour import Leg
from sites.catalogue import Catalogue
from sites.names import LANGUAGES, Language
from sites.position import Position
from tests.guide.factories import leg_between
from tests.guide.streets.extracts import real

ROUTES = 20
PACKS = ("centre", "hai-phong-south.osm", "ha-noi-quoc-tu-giam.osm")
LEFTS = {Manoeuvre.SLIGHT_LEFT, Manoeuvre.LEFT, Manoeuvre.SHARP_LEFT}
RIGHTS = {Manoeuvre.SLIGHT_RIGHT, Manoeuvre.RIGHT, Manoeuvre.SHARP_RIGHT}

each_pack = pytest.mark.parametrize("pack", PACKS)


@cache
def streets(pack: str) -> StreetGraph:
    if pack == "centre":
        return StreetGraph(read_pack())
    return StreetGraph(import_extract(real(pack), pack, datetime.now(UTC)).pack)


@cache
def routes(pack: str) -> tuple[Leg, ...]:
    """Draw legs of 150 m to 2 km between places beside the streets."""
    town, draw = streets(pack), Random(20)

    def place() -> Position:
        corner = draw.choice(draw.choice(town.pack.streets).line)
        north, east = draw.uniform(-3e-4, 3e-4), draw.uniform(-3e-4, 3e-4)
        return Position(corner.lat + north, corner.lon + east)

    found: list[Leg] = []
    while len(found) < ROUTES:
        leg = leg_between(place(), place(), town)
        if 150 <= leg.metres <= 2000:
            found.append(leg)
    return tuple(found)


@cache
def around(pack: str) -> Around:
    """Put banks, each with its own name, beside corners and long bits of the routes."""
    draw, spots = Random(5), []
    for number, leg in enumerate(routes(pack)):
        for place, (a, b) in enumerate(pairwise(leg.line)):
            north, east = b.lat - a.lat, b.lon - a.lon
            long = hypot(north, east) > 6e-4
            # A ten-thousandth of a degree is 11 m.
            aside = draw.choice([-1, 1]) * draw.uniform(1.1e-4, 2.2e-4)
            turn = aside / max(hypot(north, east), 1e-9)
            at = Position(a.lat + east * turn, a.lon - north * turn)
            if long:
                at = Position(at.lat + north / 2, at.lon + east / 2)
            name = f"Ngân hàng {number}-{place}"
            if long or place % 4 == 1:
                spots.append(Spot(kind="bank", position=at, name=name))
    return Around(spots=tuple(spots))


# --- the turns, once more ---


def in_space(place: Position) -> tuple[float, float, float]:
    """Return metres from the centre of the Earth on WGS 84."""
    a, e2 = 6_378_137.0, 0.006_694_379_990_14
    lat, lon = radians(place.lat), radians(place.lon)
    n = a / sqrt(1 - e2 * sin(lat) ** 2)
    return (
        n * cos(lat) * cos(lon),
        n * cos(lat) * sin(lon),
        n * (1 - e2) * sin(lat),
    )


Vector = tuple[float, float, float]


def minus(a: Vector, b: Vector) -> Vector:
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def dot(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    return (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )


def walk_on(points: Sequence[Vector], metres: float) -> Vector:
    """Return the point so many metres along a line, or its end."""
    for a, b in pairwise(points):
        run = minus(b, a)
        length = sqrt(dot(run, run))
        if metres <= length:
            share = metres / length if length else 0.0
            return a[0] + share * run[0], a[1] + share * run[1], a[2] + share * run[2]
        metres -= length
    return points[-1]


def leftness(leg: Leg, left_at: int, begun_at: int) -> float:
    """Cross the last metres before a corner with the first after it; seen from above.

    More than 0 is to the left.
    """
    points = [in_space(place) for place in leg.line]
    end, begin = points[left_at], points[begun_at]
    before = minus(end, walk_on(points[left_at::-1], LOOK_M))
    after = minus(walk_on(points[begun_at:], LOOK_M), begin)
    return dot(cross(before, after), begin)


def left_behind(leg: Leg, at: int) -> Iterator[int]:
    """Say where the street before a step may have ended: links are not said."""
    ends = {piece.end: piece for piece in leg.pieces}
    while at in ends:
        yield at
        piece = ends[at]
        link = piece.metres < SHORT_M or "crossing" in piece.tags.get("footway", "")
        if not link and piece.tags.get("footway") != "traffic_island":
            return
        at = piece.begin


@each_pack
def test_no_left_is_ever_a_right(pack: str) -> None:
    turns = sure = 0
    for leg in routes(pack):
        for step in steps(leg):
            sign = (step.manoeuvre in LEFTS) - (step.manoeuvre in RIGHTS)
            if not sign:
                continue
            ways = [leftness(leg, end, step.at) for end in left_behind(leg, step.at)]
            assert any(way * sign > 0 for way in ways), (step, ways)
            turns += 1
            sure += len(ways) == 1
    assert turns > 40
    assert sure > turns / 3


# --- the mirror ---


def mirrored(leg: Leg) -> Leg:
    """Return a leg in the town that a mirror shows, where east is west."""
    return replace(leg, line=tuple(turned_over(place) for place in leg.line))


def turned_over(place: Position) -> Position:
    return Position(place.lat, 213.0 - place.lon)


def mirrored_around(known: Around) -> Around:
    spots = tuple(
        replace(spot, position=turned_over(spot.position)) for spot in known.spots
    )
    return Around(catalogue=Catalogue(), spots=spots)


HANDS: dict[Language, dict[str, str]] = {
    "vi": {"trái": "←", "phải": "→", "đông": "e", "tây": "w"},
    "en": {"left": "←", "right": "→", "east": "e", "west": "w"},
}
OVER = str.maketrans("←→ew", "→←we")


def shown(words: str, language: Language) -> str:
    """Draw the hands and the winds as signs."""
    pattern = "|".join(HANDS[language])
    return re.sub(
        rf"\b({pattern})\b", lambda found: f"⟨{HANDS[language][found[0]]}⟩", words
    )


def swapped(words: str, language: Language) -> str:
    """Draw them as a mirror would."""
    marked = shown(words, language)
    return re.sub("⟨(.)⟩", lambda found: found[0].translate(OVER), marked)


@each_pack
def test_in_a_mirror_every_left_is_a_right_and_nothing_else_changes(pack: str) -> None:
    known, told = around(pack), 0
    other = mirrored_around(known)
    for leg in routes(pack):
        here, there = steps(leg, known), steps(mirrored(leg), other)
        for language in LANGUAGES:
            assert [swapped(step_words(step, language), language) for step in here] == [
                shown(step_words(step, language), language) for step in there
            ]
        told += sum(step.seen is not None for step in here)
    assert told > ROUTES


# --- the way back, the metres, the streets ---

OTHER_HAND = {
    Manoeuvre.SLIGHT_LEFT: Manoeuvre.SLIGHT_RIGHT,
    Manoeuvre.LEFT: Manoeuvre.RIGHT,
    Manoeuvre.SHARP_LEFT: Manoeuvre.SHARP_RIGHT,
}
OTHER_HAND |= {right: left for left, right in OTHER_HAND.items()}


def back(leg: Leg) -> Leg:
    """Return the same leg, walked the other way."""
    last = len(leg.line) - 1
    choices = [*(part.choice for part in leg.pieces[1:]), False]
    pieces = [
        replace(part, begin=last - part.end, end=last - part.begin, choice=choice)
        for part, choice in zip(leg.pieces, choices, strict=True)
    ]
    return replace(leg, line=leg.line[::-1], pieces=tuple(pieces[::-1]))


def corners(leg: Leg) -> Iterator[tuple[str, str, Manoeuvre, int]]:
    """List the turns between two named streets that touch: from, into, how, where."""
    ends = {piece.end for piece in leg.pieces}
    for before, step in pairwise(steps(leg)):
        names = before.street, step.street
        turn = step.manoeuvre in LEFTS | RIGHTS
        touching = any(
            one.end == two.begin == step.at and (one.name, two.name) == names
            for one, two in pairwise(leg.pieces)
        )
        long = min(before.metres, step.metres) > 2 * SHORT_M
        if names[0] and names[1] and turn and touching and long and step.at in ends:
            yield names[0], names[1], step.manoeuvre, step.at


@each_pack
def test_on_the_way_back_a_corner_has_the_other_hand(pack: str) -> None:
    counted = 0
    for leg in routes(pack):
        last = len(leg.line) - 1
        again = {(a, b, at): how for a, b, how, at in corners(back(leg))}
        for a, b, how, at in corners(leg):
            if (b, a, last - at) in again:
                counted += 1
                assert again[b, a, last - at] is OTHER_HAND[how], (a, b)
    assert counted > 3


@each_pack
def test_the_metres_of_all_steps_are_those_of_the_leg(pack: str) -> None:
    for leg in routes(pack):
        assert sum(step.metres for step in steps(leg)) == pytest.approx(leg.metres)


def along(leg: Leg, step: Step, until: int) -> list[Piece]:
    return [piece for piece in leg.pieces if step.at <= piece.begin < until]


@each_pack
def test_the_street_of_every_step_is_on_the_line(pack: str) -> None:
    for leg in routes(pack):
        found = steps(leg)
        for step, after in pairwise(found):
            if step.street and step.manoeuvre is not Manoeuvre.REACH:
                pieces = along(leg, step, after.at)
                walked_m = sum(p.metres for p in pieces if p.name == step.street)
                assert walked_m > 0, step


@each_pack
def test_no_street_of_a_name_is_left_out_that_is_walked_for_long(pack: str) -> None:
    for leg in routes(pack):
        said = {step.street for step in steps(leg)}
        lengths: dict[str | None, float] = {}
        for piece in leg.pieces:
            lengths[piece.name] = max(lengths.get(piece.name, 0.0), piece.metres)
        long = {name for name, metres in lengths.items() if name and metres > 60}

        assert long <= said


@each_pack
def test_a_side_that_is_told_is_the_side(pack: str) -> None:
    """What is passed lies on that hand of the nearest bit of the line."""
    counted = 0
    for leg in routes(pack):
        points = [in_space(place) for place in leg.line]
        for step in steps(leg, around(pack)):
            if step.seen is None or step.seen.side is None:
                continue
            spot = in_space(step.seen.landmark.position)
            a, b = min(pairwise(points[step.at :]), key=lambda bit: away(spot, *bit))
            left = dot(cross(minus(b, a), minus(spot, a)), a) > 0
            assert left == (step.seen.side is Side.LEFT)
            counted += 1
    assert counted > 0


def away(spot: Vector, a: Vector, b: Vector) -> float:
    """Return how far a point is from a straight bit: a hundred points are tried."""
    run = minus(b, a)
    tried = (
        minus(spot, (a[0] + s * run[0], a[1] + s * run[1], a[2] + s * run[2]))
        for s in (place / 100 for place in range(101))
    )
    return min(hypot(*one) for one in tried)
