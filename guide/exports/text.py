"""Plain text: the timetable as one would write it on a slip of paper."""

from collections.abc import Iterator

from guide.exports.format import Format
from guide.tour import Leg, Stop, Tour
from guide.wording import leg_words, reason_words, tour_name
from sites.names import Language, Text

BACK = Text(vi="về đến", en="back at")
THE_END = Text(vi="đến", en="at")
LEFT_OUT = Text(vi="Không ghé:", en="Left out:")
ASK_HOURS = Text(vi="chưa rõ giờ mở cửa", en="opening hours unknown")
WAIT = Text(vi="chờ mở cửa đến", en="wait for the doors until")
NOTHING = Text(
    vi="Không có điểm nào vừa thời gian này.", en="No site fits into this time."
)


def render(tour: Tour, language: Language) -> bytes:
    """Write ``tour`` as text in UTF-8."""
    lines = map(_printable, _lines(tour, language))
    return ("\n".join(lines) + "\n").encode()


def _lines(tour: Tour, language: Language) -> Iterator[str]:
    yield tour_name(tour, language)
    yield ""
    yield f"{tour.request.depart:%H:%M}  {tour.start.name_in(language)}"
    for number, (leg, stop) in enumerate(
        zip(tour.legs, tour.stops, strict=False), start=1
    ):
        yield _walk(leg, language)
        yield f"{stop.enter:%H:%M}  {number}. {_visit(stop, language)}"
    if not tour.stops:
        yield f"       {NOTHING.in_(language)}"
    yield _walk(tour.legs[-1], language)
    arrived = BACK if tour.start == tour.end else THE_END
    yield f"{tour.arrive:%H:%M}  {arrived.in_(language)} {tour.end.name_in(language)}"
    yield ""
    if tour.left_out:
        yield LEFT_OUT.in_(language)
    for out in tour.left_out:
        yield f"- {out.site.name.in_(language)}: {reason_words(out, language)}"
    yield ""
    yield tour.attribution


def _printable(line: str) -> str:
    """Drop what would move the cursor of a terminal."""
    return "".join(c for c in line if c.isprintable())


def _walk(leg: Leg, language: Language) -> str:
    return f"       ↓ {leg_words(leg, language)}"


def _visit(stop: Stop, language: Language) -> str:
    words = f"{stop.site.name.in_(language)} (–{stop.leave:%H:%M})"
    if stop.wait:
        words += f", {WAIT.in_(language)} {stop.enter:%H:%M}"
    return words if stop.site.hours.known else f"{words}, {ASK_HOURS.in_(language)}"


FORMAT = Format("txt", Text(vi="Văn bản", en="Plain text"), "text/plain", render)
