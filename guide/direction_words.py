"""Directions in words: "rẽ phải vào phố Lê Lợi, đi 120 m"."""

from collections.abc import Iterator, Sequence

from guide.directions import OFF_STREET_M, Step
from guide.ground import Ground, Stairs
from guide.ground_words import called, crossing_words, words_for
from guide.landmarks import Relation, Seen
from guide.manoeuvres import Heading, Manoeuvre, Side
from guide.old_names import Told, steps_told
from guide.old_words import old_name_words
from guide.tour import Leg, Tour
from guide.wording import DOUBTFUL_M, distance, rounded
from sites.names import Language, Text

HEADINGS: dict[Heading, Text] = {
    Heading.NORTH: Text(vi="bắc", en="north"),
    Heading.NORTH_EAST: Text(vi="đông bắc", en="north-east"),
    Heading.EAST: Text(vi="đông", en="east"),
    Heading.SOUTH_EAST: Text(vi="đông nam", en="south-east"),
    Heading.SOUTH: Text(vi="nam", en="south"),
    Heading.SOUTH_WEST: Text(vi="tây nam", en="south-west"),
    Heading.WEST: Text(vi="tây", en="west"),
    Heading.NORTH_WEST: Text(vi="tây bắc", en="north-west"),
}

TURNS: dict[Manoeuvre, Text] = {
    Manoeuvre.STRAIGHT: Text(vi="đi thẳng", en="continue straight"),
    Manoeuvre.SLIGHT_LEFT: Text(vi="chếch sang trái", en="bear left"),
    Manoeuvre.SLIGHT_RIGHT: Text(vi="chếch sang phải", en="bear right"),
    Manoeuvre.LEFT: Text(vi="rẽ trái", en="turn left"),
    Manoeuvre.RIGHT: Text(vi="rẽ phải", en="turn right"),
    Manoeuvre.SHARP_LEFT: Text(vi="rẽ ngoặt sang trái", en="turn sharp left"),
    Manoeuvre.SHARP_RIGHT: Text(vi="rẽ ngoặt sang phải", en="turn sharp right"),
    Manoeuvre.BACK: Text(vi="quay ngược lại", en="turn back"),
}

SIDES: dict[Side, Text] = {
    Side.LEFT: Text(vi=", ở bên trái", en=", on your left"),
    Side.RIGHT: Text(vi=", ở bên phải", en=", on your right"),
}

REACH = Text(
    vi="đi về hướng {heading} ra {street}, {metres}",
    en="head {heading} to {street}, {metres}",
)
REACH_SOMEHOW = Text(
    vi="ra {street}, khoảng {metres}", en="get to {street}, about {metres}"
)
START = Text(
    vi="đi về hướng {heading}, {along} {street}, {metres}",
    en="head {heading} {along} {street}, {metres}",
)
AHEAD = Text(
    vi="{turn} {into} {street}, {metres}", en="{turn} {into} {street}, {metres}"
)
INTO = Text(
    vi="{turn} {into} {street}, đi {metres}", en="{turn} {into} {street}, go {metres}"
)
STAY = Text(
    vi="{turn}, vẫn theo {street}, đi {metres}",
    en="{turn} to stay on {street}, go {metres}",
)
ARRIVE = Text(vi="đến nơi{side}", en="you are there{side}")
ARRIVE_OFF = Text(
    vi="đến nơi{side}, cách đường {metres}",
    en="you are there{side}, {metres} from the street",
)
ARRIVE_NEAR = Text(
    vi="đến khu vực này; vị trí chỉ là ước chừng, sai số {doubt} m",
    en="you are in the area; the position is an estimate, give or take {doubt} m",
)
ACROSS = Text(
    vi="đến nơi, về hướng {heading}, cách {metres}",
    en="the place is {metres} to the {heading}",
)

LANDMARKS: dict[Relation, Text] = {
    Relation.AT: Text(vi="tại {0}, ", en="at {0}, "),
    Relation.AFTER: Text(vi="ngay sau {0}, ", en="just past {0}, "),
    Relation.BEFORE: Text(vi="ngay trước {0}, ", en="just before {0}, "),
    Relation.OPPOSITE: Text(vi="đối diện {0}, ", en="opposite {0}, "),
}
"""What is said before a turn."""

PASSING = Text(vi=", đi qua {0}{1}", en=", passing {0}{1}")
PASSING_SIDES: dict[Side, Text] = {
    Side.LEFT: Text(vi=" ở bên trái", en=" on your left"),
    Side.RIGHT: Text(vi=" ở bên phải", en=" on your right"),
}

STEPS = Text(vi=", có {0} bậc thang", en=", with {0} steps")
SOME_STEPS = Text(vi=", có bậc thang", en=", with some steps")
BUSY = Text(vi="; đường lớn, chú ý xe", en="; a main road: look out for traffic")


def directions(leg: Leg, tour: Tour, language: Language) -> list[str]:
    """Say how to walk a leg, a sentence a step; nothing where one is there already."""
    return [step_words(step, language, old) for step, old in steps_told(leg, tour)]


def step_words(step: Step, language: Language, old: Sequence[Told] = ()) -> str:
    """Say what to do and how far to go, as a sentence without its full stop.

    Args:
        step: what to do.
        language: of the words; names stay as they are.
        old: what the street was once called, to be told along.
    """
    ways = words_for(step.street, step.ground)
    street = called(step.street, step.ground, language)
    names = "; ".join(old_name_words(name, language) for name in old)
    values = {
        "turn": TURNS[step.manoeuvre].in_(language) if step.manoeuvre in TURNS else "",
        "heading": HEADINGS[step.heading].in_(language) if step.heading else "",
        "side": SIDES[step.side].in_(language) if step.side else "",
        "into": ways.into.in_(language),
        "along": ways.along.in_(language),
        "street": f"{street} ({names})" if names else street,
        "metres": distance(rounded(step.metres), language),
        "doubt": f"{step.doubt_m:.0f}",
    }
    words = "".join(
        [
            _before(step.seen, language),
            _pattern(step).in_(language).format(**values),
            *_after(step, language),
        ]
    )
    return words[0].upper() + words[1:]


def _before(seen: Seen | None, language: Language) -> str:
    """Say at which landmark one turns."""
    if seen is None or seen.relation not in LANDMARKS:
        return ""
    words = LANDMARKS[seen.relation].in_(language)
    return words.format(seen.landmark.name.in_(language))


def _after(step: Step, language: Language) -> Iterator[str]:
    """Say what one passes, crosses and climbs."""
    if step.seen and step.seen.relation is Relation.PASSING:
        side = PASSING_SIDES[step.seen.side].in_(language) if step.seen.side else ""
        name = step.seen.landmark.name.in_(language)
        yield PASSING.in_(language).format(name, side)
    if step.crossings:
        yield f", {crossing_words(step.crossings, language)}"
    if step.stairs and not (step.stairs.count is None and _is_flight(step)):
        yield _stairs(step.stairs, language)
    if step.busy:
        yield BUSY.in_(language)


def _is_flight(step: Step) -> bool:
    """Say whether steps are named already as what one walks on."""
    return step.street is None and step.ground is Ground.STEPS


def _stairs(stairs: Stairs, language: Language) -> str:
    if stairs.count is None:
        return SOME_STEPS.in_(language)
    return STEPS.in_(language).format(stairs.count)


def _pattern(step: Step) -> Text:
    if step.doubt_m >= DOUBTFUL_M:
        return ARRIVE_NEAR
    if step.manoeuvre is Manoeuvre.ARRIVE:
        off = ARRIVE if step.metres < OFF_STREET_M else ARRIVE_OFF
        return ACROSS if step.heading else off
    reach = REACH if step.heading else REACH_SOMEHOW
    patterns = {
        Manoeuvre.REACH: reach,
        Manoeuvre.START: START,
        Manoeuvre.STRAIGHT: AHEAD,
    }
    return patterns.get(step.manoeuvre, STAY if step.stays else INTO)
