"""Directions in words: "rẽ phải vào phố Lê Lợi, đi 120 m"."""

from guide.directions import OFF_STREET_M, Heading, Manoeuvre, Side, Step, steps
from guide.tour import Leg
from guide.wording import DOUBTFUL_M, distance, in_a_sentence
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
    Manoeuvre.STRAIGHT: Text(vi="Đi thẳng", en="Go straight on"),
    Manoeuvre.SLIGHT_LEFT: Text(vi="Chếch sang trái", en="Bear left"),
    Manoeuvre.SLIGHT_RIGHT: Text(vi="Chếch sang phải", en="Bear right"),
    Manoeuvre.LEFT: Text(vi="Rẽ trái", en="Turn left"),
    Manoeuvre.RIGHT: Text(vi="Rẽ phải", en="Turn right"),
    Manoeuvre.SHARP_LEFT: Text(vi="Rẽ ngoặt sang trái", en="Turn sharp left"),
    Manoeuvre.SHARP_RIGHT: Text(vi="Rẽ ngoặt sang phải", en="Turn sharp right"),
    Manoeuvre.BACK: Text(vi="Quay ngược lại", en="Turn back"),
}

SIDES: dict[Side, Text] = {
    Side.LEFT: Text(vi=", ở bên trái", en=", on your left"),
    Side.RIGHT: Text(vi=", ở bên phải", en=", on your right"),
}

REACH = Text(
    vi="Đi về hướng {heading} ra {street}, {metres}",
    en="Head {heading} to {street}, {metres}",
)
REACH_SOMEHOW = Text(
    vi="Ra {street}, khoảng {metres}", en="Get to {street}, about {metres}"
)
START = Text(
    vi="Đi về hướng {heading}, theo {street}, {metres}",
    en="Head {heading} along {street}, {metres}",
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
ARRIVE = Text(vi="Đến nơi{side}", en="You are there{side}")
ARRIVE_OFF = Text(
    vi="Đến nơi{side}, cách đường {metres}",
    en="You are there{side}, {metres} from the street",
)
ARRIVE_NEAR = Text(
    vi="Đến khu vực này; vị trí chỉ là ước chừng, sai số {doubt} m",
    en="You are in the area; the position is an estimate, give or take {doubt} m",
)
ACROSS = Text(
    vi="Đến nơi, về hướng {heading}, cách {metres}",
    en="The place is {metres} to the {heading}",
)

INTO_STREET = Text(vi="vào", en="into")
INTO_KINDS: dict[str, Text] = {"Cầu": Text(vi="lên", en="onto")}
"""One goes into a street, but onto a bridge: by the first word of the name."""

NAMELESS = Text(vi="đường chưa rõ tên", en="a street whose name we do not know")
"""The pack does not know the name; that is not to say that the street has none."""


def directions(leg: Leg, language: Language) -> list[str]:
    """Say how to walk a leg, a sentence a step; nothing where one is there already."""
    return [step_words(step, language) for step in steps(leg)]


def step_words(step: Step, language: Language) -> str:
    """Say what to do and how far to go, as a sentence without its full stop."""
    street = step.street or ""
    turn, heading, side = (
        table.in_(language) if table else ""
        for table in (
            TURNS.get(step.manoeuvre),
            HEADINGS[step.heading] if step.heading else None,
            SIDES[step.side] if step.side else None,
        )
    )
    return (
        _pattern(step)
        .in_(language)
        .format(
            turn=turn,
            heading=heading,
            side=side,
            into=INTO_KINDS.get(street.partition(" ")[0], INTO_STREET).in_(language),
            street=in_a_sentence(street, language) or NAMELESS.in_(language),
            metres=distance(step.metres, language),
            doubt=f"{step.doubt_m:.0f}",
        )
    )


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
