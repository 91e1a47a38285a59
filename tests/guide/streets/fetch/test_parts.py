import os
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.streets.fetch import parts as module
from guide.streets.fetch.errors import GaveUp, NotStored, Refused, TooMuch
from guide.streets.fetch.grid import read_box
from guide.streets.fetch.parts import Asked, Parts, explained, joined, taken
from guide.streets.fetch.web import Web
from guide.streets.osm import import_extract
from sites.position import Box, Position
from tests.guide.streets.extracts import NODES, drawn, road
from tests.guide.streets.fetch import server
from tests.guide.streets.fetch.server import BOX, TOWN, Fault, Served
from tests.guide.streets.fetch.test_web import NOON

WIDE = Box(south=20.80, west=106.60, north=20.92, east=106.78)
"""Six parts; the town lies in one of them."""

TIMED_OUT = 'Query timed out in "query" at line 3 after 181 seconds.'
NO_SLOT = "Rate limit: 2\nSlot available after: 2026-11-28T12:00:13Z, in 13 seconds.\n"

Fetch = Callable[[], list[Path]]


@pytest.fixture
def town() -> Box:
    return read_box(BOX)


@pytest.fixture
def fetch(served: Served, web: Web, tmp_path: Path, town: Box) -> Fetch:
    return lambda: Parts(web, Asked(served.overpass, town), tmp_path).run()


@pytest.fixture
def wide(served: Served, web: Web, tmp_path: Path) -> Fetch:
    return lambda: Parts(web, Asked(served.overpass, WIDE), tmp_path).run()


def boxes(served: Served) -> list[str]:
    return [seen.box for seen in served.of("/interpreter")]


def test_an_area_is_asked_for_part_by_part(served: Served, wide: Fetch) -> None:
    files = wide()

    assert [file.name for file in files] == [f"{box}.osm" for box in boxes(served)]
    assert boxes(served)[0] == "20.8,106.6,20.86,106.66"
    assert boxes(served)[-1] == "20.86,106.72,20.92,106.78"
    assert len(set(boxes(served))) == 6
    assert served.most_at_once == 1


def test_before_each_question_the_server_is_asked_whether_it_is_free(
    served: Served, wide: Fetch
) -> None:
    wide()

    ends = [seen.path.rpartition("/")[2] for seen in served.seen]
    assert ends == ["status", "interpreter"] * 6


def test_a_free_slot_is_waited_for(
    served: Served, fetch: Fetch, waits: list[float]
) -> None:
    served.states.extend([NO_SLOT, NO_SLOT.replace("13 seconds", "4 seconds")])
    fetch()

    assert waits == [14, 5]
    assert len(served.of("/status")) == 3


def test_a_server_that_is_never_free_is_asked_all_the_same(
    served: Served, fetch: Fetch, waits: list[float]
) -> None:
    served.states.extend([NO_SLOT] * 30)

    assert len(fetch()) == 1
    assert waits == [14] * 20


def test_a_server_without_a_status_is_asked_at_once(
    served: Served, web: Web, tmp_path: Path, town: Box, waits: list[float]
) -> None:
    # Its status is a page that says so.
    served.states.append("<html>" + "x" * 200_000)
    Parts(web, Asked(served.overpass, town), tmp_path).run()

    assert waits == []


def test_a_server_whose_status_is_broken_is_asked_at_once(
    served: Served, fetch: Fetch, waits: list[float]
) -> None:
    served.states.append(server.BROKEN)

    assert len(fetch()) == 1
    assert waits == []


@pytest.mark.parametrize(
    "fault",
    [
        server.dropped(300),
        server.status(429, Retry_After="1"),
        server.status(504),
        server.cut,
        server.crooked,
        server.too_long,
        server.slow(0.6),
        server.remark(
            "open64: 0 Success /osm3s_osm_base request_read_and_idx::timeout."
        ),
    ],
    ids=["drop", "429", "504", "cut", "crooked", "wrong length", "slow", "remark"],
)
def test_whatever_fails_once_is_asked_again_and_ends_well(
    served: Served, fetch: Fetch, tmp_path: Path, waits: list[float], fault: Fault
) -> None:
    served.faults.append(fault)
    (file,) = fetch()

    assert waits == [2]
    assert len(boxes(served)) == 2
    assert file.read_text("utf-8").rstrip().endswith("</osm>")
    assert [left.name for left in tmp_path.iterdir()] == [file.name]


def test_what_the_server_says_is_passed_on(served: Served, fetch: Fetch) -> None:
    served.faults.extend([server.remark("the dispatcher is away")] * 5)

    with pytest.raises(GaveUp, match=r"the dispatcher is away.*same command again"):
        fetch()


def test_parts_that_are_there_are_not_asked_for_again(
    served: Served, wide: Fetch
) -> None:
    served.faults.extend([server.Handler.whole] * 4 + [server.status(504)] * 5)
    with pytest.raises(GaveUp):
        wide()
    assert len(boxes(served)) == 9
    served.seen.clear()

    assert len(wide()) == 6
    assert len(boxes(served)) == 2


def test_parts_of_yesterday_are_asked_for_again(served: Served, wide: Fetch) -> None:
    os.utime(wide()[0], (0, 0))
    served.seen.clear()
    wide()

    assert boxes(served) == ["20.8,106.6,20.86,106.66"]


def test_a_part_that_is_too_much_is_asked_for_in_quarters(
    served: Served, web: Web, tmp_path: Path
) -> None:
    served.faults.append(server.remark(TIMED_OUT))
    told: list[tuple[int, int]] = []

    files = Parts(web, Asked(served.overpass, WIDE), tmp_path).run(
        lambda have, total: told.append((have, total))
    )

    assert len(files) == 9
    assert boxes(served)[1] == "20.8,106.6,20.83,106.63"
    assert told == [(0, 6), (0, 9), *[(have, 9) for have in range(1, 10)]]


def test_what_was_too_much_is_remembered(served: Served, wide: Fetch) -> None:
    served.faults.append(server.remark(TIMED_OUT))
    wide()
    served.seen.clear()

    assert len(wide()) == 9
    assert served.seen == []


def test_a_server_for_which_everything_is_too_much_is_left_alone(
    served: Served, fetch: Fetch
) -> None:
    served.faults.extend([server.remark(TIMED_OUT)] * 9)

    with pytest.raises(Refused, match="is too much for it at once"):
        fetch()
    assert len(boxes(served)) == 1


def test_a_question_it_does_not_understand_is_not_repeated(
    served: Served, fetch: Fetch, waits: list[float]
) -> None:
    served.faults.append(server.status(400))

    with pytest.raises(Refused, match="400"):
        fetch()
    assert waits == []


def test_more_than_the_server_gives_in_a_day_is_not_taken(
    wide: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = sum(file.stat().st_size for file in wide())
    monkeypatch.setattr(module, "MAX_BYTES", size)
    assert len(wide()) == 6

    monkeypatch.setattr(module, "MAX_BYTES", size - 1)
    with pytest.raises(TooMuch):
        wide()


def test_an_answer_without_end_is_not_taken(
    fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 500)

    with pytest.raises(TooMuch):
        fetch()


def test_the_joined_parts_hold_the_streets_of_the_whole(
    served: Served, web: Web, tmp_path: Path
) -> None:
    # A street that crosses three parts, with a node in each and one beyond them all.
    nodes = NODES | {
        1: Position(20.85, 106.59), 2: Position(20.85, 106.65),
        3: Position(20.85, 106.70), 4: Position(20.85, 106.75),
        5: Position(20.87, 106.70),
    }  # fmt: skip
    ways = (road(1, 2, 3, 4, name="Phố Dài"), road(3, 5, name="Phố Ngắn"))
    whole = drawn(tmp_path, *ways, nodes=nodes)
    served.map = whole.read_text("utf-8")
    parts = Parts(web, Asked(served.overpass, WIDE), tmp_path).run()
    file = joined(parts, tmp_path / "x.osm.pbf", "pbf")
    pack, same = (import_extract(one, "x", NOON).pack for one in (file, whole))

    assert set(pack.streets) == set(same.streets)
    assert len(pack.streets) == 3
    assert pack.origin
    assert pack.origin.taken == "2026-11-01T00:00:00Z"


def test_the_moment_of_a_part_is_read_from_its_beginning(tmp_path: Path) -> None:
    file = tmp_path / "x.osm"
    file.write_text(server.filtered(TOWN, BOX, "2026-11-03T04:05:06Z"), "utf-8")
    assert taken(file) == "2026-11-03T04:05:06Z"

    file.write_text("<osm></osm>")
    assert taken(file) is None


def test_parts_that_cannot_be_joined_leave_nothing(tmp_path: Path) -> None:
    file = tmp_path / "x.osm"
    file.write_text("<osm>")

    with pytest.raises(NotStored):
        joined([file], tmp_path / "y.osm.pbf", "pbf")
    assert not (tmp_path / "y.osm.pbf").exists()


def test_it_is_said_what_is_asked_of_whom() -> None:
    said = explained(Asked("https://me:secret@example.org/api/interpreter", WIDE))

    assert said.startswith("asking example.org for 20.8,106.6,20.92,106.78 in 6 parts")
    assert "secret" not in said
