"""Who may walk where: what the tags of an OpenStreetMap way say to people on foot.

Source:
    OpenStreetMap Wiki, "OSM tags for routing/Access restrictions" and "Key:foot".
    More careful than its table in one thing: tracks, cycleways and the slip roads of
    trunk roads count only where a tag speaks of people on foot.
"""

from collections.abc import Mapping
from unicodedata import normalize

Tags = Mapping[str, str]

WALKED = frozenset(
    {
        "footway",
        "steps",
        "path",
        "pedestrian",
        "living_street",
        "residential",
        "unclassified",
        "service",
        "road",
        "trunk",
        *(f"{kind}{link}" for kind in ("tertiary", "secondary", "primary")
          for link in ("", "_link")),
    }
)  # fmt: skip
"""Kinds of street that are walked if no tag forbids it."""

WALKED_BESIDE = frozenset({"trunk_link"})
"""Kinds of street that are walked where they have a sidewalk of their own."""

NO_STREET = frozenset(
    {"construction", "proposed", "planned", "abandoned", "disused", "razed", "no"}
)
"""What is no street yet, or no more, whatever else is said about it."""

OPEN = frozenset({"yes", "designated", "permissive", "official", "public"})
CLOSED = frozenset({"no", "private"})
NOT_ON_FOOT = CLOSED | {"use_sidepath"}
ONE_WAY = {
    "yes": 1, "1": 1, "true": 1, "-1": -1, "reverse": -1, "no": 0, "0": 0, "false": 0,
}  # fmt: skip
"""What may be said of ``oneway:foot``."""
SIDEWALKS = frozenset({"yes", "both", "left", "right"})
SIDEWALK_KEYS = ("sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right")


def is_walked(tags: Tags) -> bool:
    """Say whether anybody may walk along a way; what ``foot`` says counts first."""
    kind, foot = tags.get("highway"), tags.get("foot")
    if kind is None or kind in NO_STREET or foot in NOT_ON_FOOT:
        return False
    if tags.get("foot:forward") in CLOSED and tags.get("foot:backward") in CLOSED:
        return False
    return foot in OPEN or (_is_for_walking(kind, tags) and not _is_closed(tags))


def _is_for_walking(kind: str, tags: Tags) -> bool:
    beside = any(tags.get(key) in SIDEWALKS for key in SIDEWALK_KEYS)
    return kind in WALKED or (kind in WALKED_BESIDE and beside)


def _is_closed(tags: Tags) -> bool:
    return tags.get("access") in CLOSED or tags.get("motorroad") == "yes"


def one_way_of(tags: Tags) -> int:
    """Say which way people on foot may walk: 1 as drawn, -1 against that, 0 both.

    ``oneway`` alone is about wheels. What is closed both ways is not walked at all.
    """
    said = ONE_WAY.get(tags.get("oneway:foot", ""))
    if said is not None:
        return said
    ahead = tags.get("foot:forward") not in CLOSED
    return ahead - (tags.get("foot:backward") not in CLOSED)


def is_square(tags: Tags, *, closed: bool) -> bool:
    """Say whether a way is the outline of an open place that is walked across."""
    return closed and (
        tags.get("area") == "yes"
        or (tags.get("highway") == "pedestrian" and tags.get("area") != "no")
    )


KEPT = (
    "name:en", "old_name", "alt_name", "surface", "smoothness", "step_count",
    "handrail", "ramp", "wheelchair", "width", "incline", "crossing", "footway",
    "lit", "covered", "tunnel", "bridge", "layer", "service", "area", "foot",
    "oneway:foot", "foot:forward", "foot:backward",
)  # fmt: skip
"""The tags of a way that its streets keep."""


def name_of(tags: Tags) -> str | None:
    """Return the Vietnamese name of a way, on one line; None where it has none."""
    for key in ("name:vi", "name"):
        if name := _one_line(tags.get(key, "")):
            return name
    return None


def kept(tags: Tags) -> dict[str, str]:
    """Return what the streets of a way keep besides its kind and its name."""
    return {key: value for key in KEPT if (value := _one_line(tags.get(key, "")))}


def kind_of(tags: Tags) -> str:
    """Return the kind of street; a road where what is said is no word of that kind."""
    kind = tags.get("highway", "")
    return kind if kind.isascii() and kind.isidentifier() else "road"


def _one_line(text: str) -> str:
    """Return a text on one line, in composed letters, without signs nobody sees."""
    words = normalize("NFC", " ".join(text.split()))
    return "".join(sign for sign in words if sign.isprintable()).strip()
