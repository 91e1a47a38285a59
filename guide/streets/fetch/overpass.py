"""The language of Overpass servers: questions, and what their answers mean.

Source:
    https://dev.overpass-api.de/overpass-doc/en/ and, for what may be asked of the
    public servers, its page “Commons”.
"""

import re
from enum import Enum

from guide.streets.fetch.grid import written
from sites.position import Box

PUBLIC_SERVER = "https://overpass-api.de/api/interpreter"

TERMS = "https://dev.overpass-api.de/overpass-doc/en/preface/commons.html"
"""What the public servers ask of those who use them."""

MAX_BYTES = 1_000_000_000
"""What may be fetched from a public server in a day."""

QUERY_S = 180
"""For how long a server may work on one question."""

WANTED = (
    "nwr[highway]",
    "nwr[railway]",
    "nwr[building]",
    "nwr[waterway]",
    'nwr[natural~"^(water|wetland|wood|scrub|grassland|beach|sand|tree_row|peak)$"]',
    "nwr[landuse]",
    "nwr[leisure]",
    "nwr[amenity]",
    "nwr[tourism]",
    "nwr[historic]",
    "nwr[shop]",
    "nwr[man_made]",
    "nwr[public_transport]",
    'nwr["area:highway"]',
    "node[barrier]",
    "node[entrance]",
    "node[place]",
)
"""What an import may look at. Borders and bays are left out: they reach far away."""


class Verdict(Enum):
    """What the end of an answer says about it."""

    WHOLE = "whole"
    BROKEN_OFF = "it ends in the middle"
    TOO_HARD = "it ran out of time or memory"
    FAILED = "it failed on the server"


def question(box: Box) -> str:
    """Ask for everything wanted in a box; lines go on beyond it, to their ends."""
    settings = f"[out:xml][timeout:{QUERY_S}][bbox:{written(box)}]"
    wanted = "".join(f"{kind};" for kind in WANTED)
    return f"{settings};({wanted});(._;>;);out meta;"


def verdict(tail: str) -> tuple[Verdict, str]:
    """Read the end of an answer: an error comes with status 200, as a remark in it.

    Returns:
        What it means, and the server's own words if there are any.
    """
    remarks = re.findall(r"<remark>\s*(.*?)\s*</remark>", tail, re.DOTALL)
    errors = [words for words in remarks if words.startswith("runtime error")]
    if errors:
        words = " ".join(errors[-1].removeprefix("runtime error:").split())
        hard = re.search(r"timed out in|out of memory", words)
        return (Verdict.TOO_HARD if hard else Verdict.FAILED), words
    if tail.rstrip().endswith("</osm>"):
        return Verdict.WHOLE, ""
    return Verdict.BROKEN_OFF, ""


def wait_s(status: str) -> float:
    """Read from /api/status how many seconds it is to the next free slot.

    A server without limits, or one that says something else, is free at once.
    """
    free = re.search(r"(\d+) slots? available now", status)
    if free and int(free[1]) > 0:
        return 0.0
    waits = map(float, re.findall(r", in (-?\d+) seconds", status))
    return max(min(waits, default=0.0), 0.0)


def status_address(server: str) -> str:
    """Return where a server says how busy it is: beside where it is asked."""
    return f"{server.rstrip('/').rpartition('/')[0]}/status"
