"""How one says what one walks on, and how one goes there: into, onto, across, over."""

from dataclasses import dataclass

from guide.crossings import Crossing
from guide.ground import Ground
from guide.wording import in_a_sentence
from sites.names import Language, Text

VAO = Text(vi="vào", en="into")
ONTO = Text(vi="vào", en="onto")
ALONG = Text(vi="theo", en="along")
THROUGH = Text(vi="qua", en="through")
OVER = Text(vi="qua", en="over")
ACROSS = Text(vi="qua", en="across")


@dataclass(frozen=True, slots=True)
class GroundWords:
    """What a ground is called without a name, and the words before it.

    ``into`` is said where one turns there, ``along`` where one sets out on it.
    """

    noun: Text
    into: Text = VAO
    along: Text = ALONG


GROUNDS: dict[Ground, GroundWords] = {
    # The pack does not know the name; that is not to say that the street has none.
    Ground.MAIN: GroundWords(
        Text(vi="đường lớn chưa rõ tên", en="a main street (name unknown)")
    ),
    Ground.STREET: GroundWords(
        Text(vi="đường chưa rõ tên", en="a street (name unknown)")
    ),
    Ground.ALLEY: GroundWords(Text(vi="ngõ", en="an alley")),
    Ground.DRIVEWAY: GroundWords(Text(vi="lối xe ra vào", en="a driveway")),
    Ground.CAR_PARK: GroundWords(Text(vi="bãi đỗ xe", en="a car park"), VAO, THROUGH),
    Ground.PEDESTRIAN: GroundWords(Text(vi="phố đi bộ", en="a pedestrian street")),
    Ground.FOOTPATH: GroundWords(Text(vi="lối đi bộ", en="a footpath"), ONTO),
    Ground.PAVEMENT: GroundWords(Text(vi="vỉa hè", en="the pavement"), ALONG),
    Ground.CROSSING: GroundWords(
        Text(vi="lối sang đường", en="the crossing"), OVER, OVER
    ),
    Ground.STEPS: GroundWords(
        Text(vi="bậc thang", en="a flight of steps"), Text(vi="theo", en="onto")
    ),
    Ground.SQUARE: GroundWords(
        Text(vi="quảng trường", en="the square"), ACROSS, ACROSS
    ),
    Ground.YARD: GroundWords(Text(vi="khoảng sân", en="an open space"), ACROSS, ACROSS),
    Ground.BRIDGE: GroundWords(
        Text(vi="cầu", en="a bridge"), Text(vi="lên", en="onto"), OVER
    ),
    Ground.FOOTBRIDGE: GroundWords(
        Text(vi="cầu đi bộ", en="a footbridge"), Text(vi="lên", en="onto"), OVER
    ),
    Ground.TUNNEL: GroundWords(Text(vi="hầm", en="a tunnel"), VAO, THROUGH),
    Ground.UNDERPASS: GroundWords(
        Text(vi="hầm đi bộ", en="an underpass"), VAO, THROUGH
    ),
    Ground.PASSAGE: GroundWords(
        Text(vi="lối xuyên qua toà nhà", en="a passage through a building"),
        VAO,
        THROUGH,
    ),
}

NAMED: dict[str, GroundWords] = {
    "Cầu": GROUNDS[Ground.BRIDGE],
    "Quảng trường": GROUNDS[Ground.SQUARE],
    "Sân": GROUNDS[Ground.YARD],
    "Hầm": GROUNDS[Ground.TUNNEL],
}
"""One goes into a street, but onto a bridge: by the first word of its name."""

CROSSING: dict[Crossing, Text] = {
    Crossing.SIGNALS: Text(
        vi="sang đường{times} ở đèn tín hiệu", en="crossing{times} at the lights"
    ),
    Crossing.MARKED: Text(
        vi="sang đường{times} ở vạch kẻ", en="crossing{times} at the marked crossing"
    ),
    Crossing.UNKNOWN: Text(vi="sang đường{times}", en="crossing the road{times}"),
    Crossing.UNMARKED: Text(
        vi="sang đường{times}, không có vạch kẻ",
        en="crossing the road{times} where nothing is marked",
    ),
}

TWICE = Text(vi=" 2 lần", en=" twice")
TIMES = Text(vi=" {0} lần", en=" {0} times")


def words_for(street: str | None, ground: Ground) -> GroundWords:
    """Return how a street, or what has no name, is gone along."""
    if street is None:
        return GROUNDS[ground]
    for first, words in NAMED.items():
        if street.startswith(f"{first} "):
            return words
    return GROUNDS[Ground.STREET]


def called(street: str | None, ground: Ground, language: Language) -> str:
    """Name a street inside a sentence, or else say what it is."""
    if street is None:
        return GROUNDS[ground].noun.in_(language)
    return in_a_sentence(street, language)


def crossing_words(crossings: tuple[Crossing, ...], language: Language) -> str:
    """Say how many streets are crossed; how, if all in one way."""
    how = crossings[0] if len({*crossings}) == 1 else Crossing.UNKNOWN
    count = len(crossings)
    often = "" if count == 1 else (TWICE if count == 2 else TIMES).in_(language)
    return CROSSING[how].in_(language).format(times=often.format(count))
