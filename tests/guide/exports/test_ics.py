from datetime import UTC, timedelta
from typing import Any

import pytest
import vobject

from guide.exports.format import Setting
from guide.exports.ics import BEFORE, FORMAT
from guide.tour import Tour
from guide.wishes import Wishes
from sites.names import Language, Text
from tests.guide.exports.codes import LINKS
from tests.guide.factories import BROKEN, GRID, TRICKY, at, on, request, temple, walk

TOUR = walk(request(), TRICKY, BROKEN)
PAIR = temple("a", on(120, 0)), temple("b", on(300, 300))
DAYS = walk(request(wishes=Wishes(days=2, max_stops=1)), *PAIR)


def events(tour: Tour, language: Language = "vi") -> list[Any]:
    """Read a calendar back with another library than the one that wrote it."""
    document = FORMAT.document(tour, language, Setting(GRID.pack, links=LINKS))
    found = vobject.readOne(document.decode())
    found.validate(raiseException=True)
    return list(found.vevent_list)


def test_a_walk_is_an_appointment_from_start_to_end() -> None:
    (event,) = events(TOUR)

    assert event.dtstart.value.astimezone(UTC) == at("08:00").astimezone(UTC)
    assert event.dtend.value.astimezone(UTC) == TOUR.arrive.astimezone(UTC)


def test_the_times_are_those_of_the_city() -> None:
    document = FORMAT.render(TOUR, "vi").decode()

    assert "DTSTART;TZID=Asia/Ho_Chi_Minh:20261123T080000" in document
    assert "BEGIN:VTIMEZONE" in document


def test_the_timetable_is_in_the_description() -> None:
    (event,) = events(TOUR, "en")
    lines = event.description.value.splitlines()
    first, second = TOUR.stops

    assert lines[0] == "08:00 20.86000, 106.69000"
    assert lines[1].startswith(f"{first.enter:%H:%M}–{first.leave:%H:%M} ")
    assert lines[2].startswith(f"{second.enter:%H:%M}–{second.leave:%H:%M} ")
    assert lines[-2:] == [LINKS.tour, "© Somebody"]
    assert event.url.value == LINKS.tour


def test_each_day_is_an_appointment_of_its_own() -> None:
    first, second = events(DAYS)

    assert second.dtstart.value - first.dtstart.value == timedelta(days=1)
    assert first.uid.value != second.uid.value
    assert "Ngày 2" in second.summary.value


def test_a_reminder_comes_in_time() -> None:
    (event,) = events(TOUR)

    assert event.valarm.trigger.value == -BEFORE


def test_the_same_tour_is_the_same_appointment_and_another_one_is_not() -> None:
    (one,), (again,) = events(TOUR), events(walk(request(), TRICKY, BROKEN))
    (other,) = events(walk(request(minutes=90), TRICKY, BROKEN))

    assert one.uid.value == again.uid.value != other.uid.value


def test_no_name_ends_the_calendar_early() -> None:
    name = Text(vi="Đền\r\nEND:VCALENDAR;,\\", en="x")
    (event,) = events(walk(request(), temple("a", on(100, 0), name=name)))

    assert "Đền END:VCALENDAR;,\\" in event.description.value


@pytest.mark.parametrize("tour", [TOUR, DAYS, walk(request())], ids=["1", "2", "none"])
def test_lines_are_as_the_standard_has_them(tour: Tour) -> None:
    lines = FORMAT.render(tour, "vi").split(b"\r\n")

    assert lines[0] == b"BEGIN:VCALENDAR"
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line for line in lines)


def test_without_an_address_there_is_none() -> None:
    assert b"URL" not in FORMAT.render(TOUR, "vi")
