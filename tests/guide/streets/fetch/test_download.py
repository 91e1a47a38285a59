import errno
import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from guide.streets.fetch import download as module
from guide.streets.fetch.download import Download, Mark
from guide.streets.fetch.errors import GaveUp, NotStored, Refused, TooMuch
from guide.streets.fetch.web import Patience, Web
from tests.guide.streets.fetch import server
from tests.guide.streets.fetch.server import Fault, Handler, Reply, Served

CITY = Random(1).randbytes(300_000)
OTHER = Random(2).randbytes(250_000)
HALF = 1 << 17
"""Whole chunks: what is begun of one is lost when the line breaks."""


@pytest.fixture
def fetch(served: Served, web: Web, tmp_path: Path) -> Callable[[], bytes]:
    served.files["city.osm.pbf"] = CITY
    target = tmp_path / "city.osm.pbf"

    def run() -> bytes:
        return (
            Download(web, f"{served.address}/city.osm.pbf", target).run().read_bytes()
        )

    return run


def asked(served: Served) -> list[str]:
    """Return from where on the file was asked for, each time."""
    return [seen.headers.get("Range", "all") for seen in served.seen]


def interrupted(served: Served, fetch: Callable[[], bytes], after: int) -> None:
    """Fetch until the line breaks, as often as it is tried."""
    served.faults.extend([server.dropped(after), *[server.status(503)] * 5])
    with pytest.raises(GaveUp):
        fetch()
    served.faults.clear()
    served.seen.clear()


def test_a_file_comes_whole_and_alone(
    served: Served, fetch: Callable[[], bytes], tmp_path: Path
) -> None:
    assert fetch() == CITY
    assert asked(served) == ["all"]
    assert [file.name for file in tmp_path.iterdir()] == ["city.osm.pbf"]


def test_one_is_told_how_far_it_is(served: Served, web: Web, tmp_path: Path) -> None:
    served.files["x.osm"] = CITY
    told: list[tuple[int, int | None]] = []
    Download(web, f"{served.address}/x.osm", tmp_path / "x.osm").run(
        lambda have, total: told.append((have, total))
    )

    assert told[-1] == (len(CITY), len(CITY))
    assert [have for have, _total in told] == sorted(have for have, _total in told)


def test_a_line_that_breaks_is_gone_on_from_there(
    served: Served, fetch: Callable[[], bytes]
) -> None:
    served.faults.append(server.dropped(HALF))

    assert fetch() == CITY
    assert asked(served) == ["all", f"bytes={HALF}-"]
    assert served.seen[1].headers["If-Range"] == '"one"'


def test_a_later_command_goes_on_from_there(
    served: Served, fetch: Callable[[], bytes], tmp_path: Path
) -> None:
    interrupted(served, fetch, HALF)
    assert not (tmp_path / "city.osm.pbf").exists()

    assert fetch() == CITY
    assert asked(served) == [f"bytes={HALF}-"]


def test_a_line_that_breaks_all_the_time_is_no_matter_as_long_as_it_goes_on(
    served: Served, fetch: Callable[[], bytes], waits: list[float]
) -> None:
    served.faults.extend([server.dropped(70_000)] * 4)

    assert fetch() == CITY
    assert waits == [2] * 4


def test_a_line_that_brings_a_byte_at_a_time_is_given_up(
    served: Served, fetch: Callable[[], bytes]
) -> None:
    served.faults.extend([server.dropped(1)] * 9)

    with pytest.raises(GaveUp):
        fetch()
    assert len(served.seen) == 5


def test_a_file_that_changed_in_between_is_fetched_anew(
    served: Served, fetch: Callable[[], bytes]
) -> None:
    interrupted(served, fetch, HALF)
    served.files["city.osm.pbf"] = OTHER
    served.etags["city.osm.pbf"] = '"two"'

    assert fetch() == OTHER
    assert asked(served) == [f"bytes={HALF}-"]


def changed_part(handler: Handler, reply: Reply) -> None:
    """Ignore If-Range: send a part of another state."""
    headers = {**reply.headers, "ETag": '"three"'}
    handler.whole(Reply(reply.body, reply.status, headers))


def part_from_elsewhere(handler: Handler, reply: Reply) -> None:
    total = len(CITY)
    headers = {**reply.headers, "Content-Range": f"bytes 7-{total - 1}/{total}"}
    handler.whole(Reply(reply.body, 206, headers))


def part_of_a_longer_file(handler: Handler, reply: Reply) -> None:
    headers = {**reply.headers, "Content-Range": f"bytes {HALF}-{10**6 - 1}/{10**6}"}
    handler.whole(Reply(reply.body, 206, headers))


@pytest.mark.parametrize(
    "fault", [changed_part, part_from_elsewhere, part_of_a_longer_file]
)
def test_a_part_that_does_not_fit_is_thrown_away(
    served: Served, fetch: Callable[[], bytes], fault: Fault
) -> None:
    interrupted(served, fetch, HALF)
    served.faults.append(fault)

    assert fetch() == CITY
    assert asked(served) == [f"bytes={HALF}-", "all"]


def test_a_server_without_ranges_starts_over(
    served: Served, fetch: Callable[[], bytes]
) -> None:
    interrupted(served, fetch, HALF)
    served.faults.append(server.no_ranges)

    assert fetch() == CITY
    assert asked(served) == [f"bytes={HALF}-"]


def test_without_a_mark_of_its_state_a_file_is_never_gone_on_with(
    served: Served, fetch: Callable[[], bytes]
) -> None:
    served.etags["city.osm.pbf"] = 'W/"weak"'
    served.faults.append(server.dropped(HALF))

    assert fetch() == CITY
    assert asked(served) == ["all", "all"]


def test_a_file_of_which_less_is_left_starts_over(
    served: Served, fetch: Callable[[], bytes]
) -> None:
    interrupted(served, fetch, HALF)
    served.files["city.osm.pbf"] = CITY[:1000]

    assert fetch() == CITY[:1000]
    assert asked(served) == [f"bytes={HALF}-", "all"]


def test_a_file_that_was_whole_already_is_not_fetched_again(
    served: Served, fetch: Callable[[], bytes], tmp_path: Path
) -> None:
    interrupted(served, fetch, HALF)
    (tmp_path / "city.osm.pbf.part").write_bytes(CITY)

    assert fetch() == CITY
    assert asked(served) == [f"bytes={len(CITY)}-"]
    assert fetch() == CITY
    assert len(served.seen) == 1


def test_what_was_kept_for_a_day_is_fetched_anew(
    served: Served, fetch: Callable[[], bytes], tmp_path: Path
) -> None:
    interrupted(served, fetch, HALF)
    os.utime(tmp_path / "city.osm.pbf.part", (0, 0))
    fetch()
    os.utime(tmp_path / "city.osm.pbf", (0, 0))
    fetch()

    assert asked(served) == ["all", "all"]


@pytest.mark.parametrize("note", ["", "[]", "{}", '{"address": "http://other/"}'])
def test_a_note_that_is_broken_is_no_note(
    served: Served, fetch: Callable[[], bytes], tmp_path: Path, note: str
) -> None:
    interrupted(served, fetch, HALF)
    (tmp_path / "city.osm.pbf.json").write_text(note)

    assert fetch() == CITY
    assert asked(served) == ["all"]


def test_a_file_shorter_than_promised_is_not_taken_for_whole(
    served: Served, fetch: Callable[[], bytes], tmp_path: Path
) -> None:
    served.faults.extend([server.too_long] * 5)

    with pytest.raises(GaveUp):
        fetch()
    assert not (tmp_path / "city.osm.pbf").exists()


def test_a_page_is_no_extract(served: Served, fetch: Callable[[], bytes]) -> None:
    served.faults.append(server.page)

    with pytest.raises(Refused, match="a page, not an extract"):
        fetch()


def test_the_largest_file_is_fetched_and_one_byte_more_is_not(
    served: Served,
    fetch: Callable[[], bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MAX_FILE_BYTES", len(CITY))
    assert fetch() == CITY

    served.files["larger.osm"] = CITY + b"1"
    with pytest.raises(TooMuch, match="GB"):
        Download(Web(), f"{served.address}/larger.osm", tmp_path / "larger.osm").run()


def test_a_disk_without_room_is_seen_before_the_first_byte(
    fetch: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_folder: Path, wanted: int) -> None:
        raise NotStored("here", f"{wanted} bytes")

    monkeypatch.setattr(module, "require_room", full)

    with pytest.raises(NotStored, match="300000 bytes"):
        fetch()


def test_a_disk_that_fills_up_keeps_what_is_there(
    served: Served,
    fetch: Callable[[], bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_opened: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as broken:
        broken.setattr(module, "settle", full)
        with pytest.raises(NotStored, match="No space left"):
            fetch()
    assert not (tmp_path / "city.osm.pbf").exists()

    assert fetch() == CITY
    assert asked(served)[1] == f"bytes={len(CITY)}-"


def test_a_mark_without_a_strong_name_goes_by_the_time() -> None:
    assert Mark("x", etag='"a"', modified="Monday").condition == '"a"'
    assert Mark("x", etag='W/"a"', modified="Monday").condition == "Monday"
    assert Mark("x").condition is None


@settings(deadline=None, max_examples=40)  # each example is a server of its own
@given(
    cuts=some.lists(some.integers(0, 40_000), max_size=4),
    size=some.integers(0, 40_000),
)
def test_wherever_the_line_breaks_the_file_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, cuts: list[int], size: int
) -> None:
    body = CITY[:size]
    folder = tmp_path_factory.mktemp("room")
    with server.running() as served:
        served.files["x.osm"] = body
        served.faults.extend(
            server.dropped(cut) for cut in cuts if cut < size
        )  # what is promised in full and sent in full is no break
        web = Web(Patience(sleep=lambda _s: None))
        file = Download(web, f"{served.address}/x.osm", folder / "x.osm").run()

        assert file.read_bytes() == body
