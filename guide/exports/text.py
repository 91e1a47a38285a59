"""Plain text: the timetable as one would write it on a slip of paper."""

from collections.abc import Iterator
from itertools import count

from guide.direction_words import directions
from guide.exports.format import Format
from guide.tour import LeftOut, Leg, Part, Rest, Stop, Tour
from guide.wording import (
    change_words,
    leg_words,
    part_name,
    reason_words,
    rest_words,
    tour_name,
)
from sites.names import Language, Text

BACK = Text(vi="về đến", en="back at")
THE_END = Text(vi="đến", en="at")
LEFT_OUT = Text(vi="Không ghé:", en="Left out:")
ASK_HOURS = Text(vi="chưa rõ giờ mở cửa", en="opening hours unknown")
STALE = Text(vi="giờ mở cửa có thể đã đổi", en="hours may be out of date")
FESTIVAL = Text(vi="hôm nay là ngày hội", en="its festival is today")
WAIT = Text(vi="chờ mở cửa đến", en="wait for the doors until")
INSTEAD = Text(vi="muốn ghé: {0}", en="to see it: {0}")
NOTHING = Text(
    vi="Không có điểm nào vừa thời gian này.", en="No site fits into this time."
)


def render(tour: Tour, language: Language) -> bytes:
    """Write ``tour`` as text in UTF-8."""
    lines = map(_printable, _lines(tour, language))
    return ("\n".join(lines) + "\n").encode()


def _lines(tour: Tour, language: Language) -> Iterator[str]:
    yield tour_name(tour, language)
    number = count(1)
    for place, part in enumerate(tour.parts):
        yield ""
        if len(tour.parts) > 1:
            yield part_name(tour, place, language)
        yield from _part(tour, part, language, number)
    if tour.left_out:
        yield ""
        yield LEFT_OUT.in_(language)
    for out in tour.left_out:
        yield f"- {out.site.name.in_(language)}: {_why(out, language)}"
    yield ""
    yield tour.attribution


def _part(
    tour: Tour, part: Part, language: Language, number: Iterator[int]
) -> Iterator[str]:
    yield f"{part.depart:%H:%M}  {tour.start.name_in(language)}"
    for leg, halt in zip(part.legs, part.halts, strict=False):
        yield from _walk(leg, tour, language)
        if isinstance(halt, Rest):
            yield f"{halt.enter:%H:%M}  {rest_words(halt, language)}"
        else:
            yield f"{halt.enter:%H:%M}  {next(number)}. {_visit(halt, language)}"
            if tour.trail and (how := tour.trail.how(halt.site.slug, language)):
                yield f"       {how}"
    if not part.halts:
        yield f"       {NOTHING.in_(language)}"
    yield from _walk(part.legs[-1], tour, language)
    arrived = BACK if tour.start == tour.end else THE_END
    yield f"{part.arrive:%H:%M}  {arrived.in_(language)} {tour.end.name_in(language)}"


def _why(out: LeftOut, language: Language) -> str:
    change = change_words(out, language)
    why = reason_words(out, language)
    return f"{why} ({INSTEAD.in_(language).format(change)})" if change else why


def _printable(line: str) -> str:
    """Drop what would move the cursor of a terminal."""
    return "".join(c for c in line if c.isprintable())


def _walk(leg: Leg, tour: Tour, language: Language) -> Iterator[str]:
    yield f"       ↓ {leg_words(leg, language)}"
    for step in directions(leg, tour, language):
        yield f"         · {step}"


def _visit(stop: Stop, language: Language) -> str:
    words = f"{stop.site.name.in_(language)} (–{stop.leave:%H:%M})"
    if stop.wait:
        words += f", {WAIT.in_(language)} {stop.enter:%H:%M}"
    said = {FESTIVAL: stop.feast, ASK_HOURS: not stop.is_sure, STALE: stop.is_stale}
    more = (text.in_(language) for text, holds in said.items() if holds)
    return ", ".join((words, *more))


FORMAT = Format(
    "txt", Text(vi="Văn bản", en="Plain text"), "text/plain", render, explains=True
)
