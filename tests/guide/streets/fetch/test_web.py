import ssl
from collections.abc import Callable
from datetime import UTC, datetime
from socket import socket

import pytest
from requests import exceptions as wrong

from guide.streets.fetch.errors import (
    BadAddress,
    GaveUp,
    Later,
    NotTrusted,
    Refused,
    Unreachable,
)
from guide.streets.fetch.web import (
    Again,
    Ask,
    Patience,
    Web,
    host_of,
    require_web,
    said,
    seconds_until,
)
from tests.guide.streets.fetch.server import Served, in_an_hour, moved, slow, status

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)


@pytest.fixture
def read(served: Served, web: Web) -> Callable[[], bytes]:
    """Read a file of the server, as stubbornly as everything is read."""
    served.files["town.osm"] = b"streets"
    ask = Ask(f"{served.address}/town.osm")

    def once() -> bytes:
        with web.asked(ask) as answer:
            return b"".join(answer.chunks())

    return lambda: web.stubbornly("town", once)


def free_port() -> int:
    with socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def test_it_says_who_asks(served: Served, read: Callable[[], bytes]) -> None:
    assert read() == b"streets"
    assert served.seen[0].headers["User-Agent"].startswith("heritage-guide/")
    assert "guide streets fetch" in served.seen[0].headers["User-Agent"]


@pytest.mark.parametrize("code", [429, 500, 502, 503, 504])
def test_what_may_pass_is_tried_again(
    served: Served, read: Callable[[], bytes], waits: list[float], code: int
) -> None:
    served.faults.extend([status(code), status(code)])

    assert read() == b"streets"
    assert waits == [2, 4]


def test_it_waits_as_long_as_it_is_told(
    served: Served, read: Callable[[], bytes], waits: list[float]
) -> None:
    served.faults.append(status(429, Retry_After="37"))
    read()

    assert waits == [37]


def test_it_never_waits_less_than_is_decent(
    served: Served, read: Callable[[], bytes], waits: list[float]
) -> None:
    served.faults.append(status(429, Retry_After="0"))
    read()

    assert waits == [2]


def test_who_wants_an_hour_is_asked_later(
    served: Served, read: Callable[[], bytes], waits: list[float]
) -> None:
    served.faults.append(in_an_hour(503))

    with pytest.raises(Later, match="come back in 60 minutes"):
        read()
    assert waits == []


def test_a_quarter_of_an_hour_is_waited_and_no_more(
    served: Served, read: Callable[[], bytes], waits: list[float]
) -> None:
    served.faults.append(status(429, Retry_After="900"))
    read()
    served.faults.append(status(429, Retry_After="901"))
    with pytest.raises(Later):
        read()

    assert waits == [900]


def test_it_gives_up_after_five_times(
    served: Served, read: Callable[[], bytes], waits: list[float]
) -> None:
    served.faults.extend([status(504)] * 5)

    with pytest.raises(GaveUp, match="504"):
        read()
    assert waits == [2, 4, 8, 16]
    assert len(served.seen) == 5


def test_a_try_that_got_somewhere_does_not_count(web: Web, waits: list[float]) -> None:
    tries = [Again("broken", moved=True)] * 9

    def once() -> str:
        if tries:
            raise tries.pop()
        return "done"

    # Nobody has answered yet, but something came: that is no lack of internet.
    assert web.stubbornly("host", once) == "done"
    assert waits == [2] * 9


def test_who_says_nothing_is_asked_again(
    served: Served, read: Callable[[], bytes], waits: list[float]
) -> None:
    served.faults.append(slow(0.6))

    assert read() == b"streets"
    assert waits == [2]


def test_without_internet_it_says_so_soon(waits: list[float]) -> None:
    web = Web(Patience(sleep=waits.append))
    address = f"http://127.0.0.1:{free_port()}/town.osm"

    def once() -> None:
        with web.asked(Ask(address)):
            pytest.fail("nobody listens there")

    with pytest.raises(Unreachable, match=r"refused.*guide streets import FILE"):
        web.stubbornly("127.0.0.1", once)
    assert waits == [2]


def test_what_is_not_there_is_not_asked_for_twice(
    served: Served, web: Web, waits: list[float]
) -> None:
    with (
        pytest.raises(Refused, match="404 Not Found"),
        web.asked(Ask(f"{served.address}/nothing.osm")),
    ):
        pytest.fail("it is not there")
    assert (len(served.seen), waits) == (1, [])


def test_a_redirect_is_followed(served: Served, read: Callable[[], bytes]) -> None:
    served.faults.append(moved("/town.osm?again"))
    served.files["town.osm?again"] = b"other streets"

    assert read() == b"other streets"


def test_a_question_that_is_sent_on_stays_one(served: Served, web: Web) -> None:
    served.faults.append(moved("/else/interpreter"))
    form = {"data": "[bbox:0,0,1,1];out;"}
    with web.asked(Ask(served.overpass, form=form)) as answer:
        assert b"".join(answer.chunks()).startswith(b"<?xml")

    assert [seen.query for seen in served.seen] == [form["data"]] * 2


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://host/x.osm", "data:,x"])
def test_nobody_sends_us_to_another_kind_of_address(
    served: Served, read: Callable[[], bytes], to: str
) -> None:
    served.faults.append(moved(to))

    with pytest.raises(BadAddress, match="does not begin with https://"):
        read()


def test_it_does_not_run_in_circles(served: Served, read: Callable[[], bytes]) -> None:
    served.faults.extend([moved("/town.osm")] * 6)

    with pytest.raises(Refused, match="round and round"):
        read()


def test_five_redirects_are_followed(served: Served, read: Callable[[], bytes]) -> None:
    served.faults.extend([moved("/town.osm")] * 5)

    assert read() == b"streets"


@pytest.mark.parametrize(
    "address",
    ["town.osm", "file:///town.osm", "https://", "http://[::1", "https://x:y/"],
)
def test_an_address_must_be_one_of_the_web(address: str) -> None:
    with pytest.raises(BadAddress):
        require_web(address)


def test_no_error_tells_a_password() -> None:
    with pytest.raises(BadAddress) as refused:
        require_web("ftp://me:secret@host/town.osm")

    assert "secret" not in str(refused.value)
    assert host_of("https://me:secret@host/town.osm") == "host"


def test_a_server_that_cannot_show_who_it_is_is_not_believed() -> None:
    inner = ssl.SSLCertVerificationError("certificate verify failed: self-signed")

    with pytest.raises(NotTrusted, match="self-signed"), said("https://host/x"):
        raise wrong.SSLError(inner)


def test_a_safe_line_is_not_left_for_an_open_one(
    served: Served, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The server stands in for one that is reached safely.
    send = Web._send  # noqa: SLF001 - the line itself is what is replaced
    plain = f"{served.address}/town.osm"
    monkeypatch.setattr(Web, "_send", lambda self, ask, _to: send(self, ask, plain))
    served.files["town.osm"] = b"streets"
    served.faults.append(moved(plain))

    with (
        pytest.raises(BadAddress, match="safe line"),
        web.asked(Ask("https://host/town.osm")),
    ):
        pytest.fail("it was sent to an open line")


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("", None),
        ("120", 120.0),
        (" 7 ", 7.0),
        ("Sat, 28 Nov 2026 12:01:00 GMT", 60.0),
        ("Sat, 28 Nov 2026 11:00:00 GMT", 0.0),
        ("-5", None),
        ("soon", None),
        ("٣", None),
    ],
)
def test_how_long_to_wait_is_said_in_seconds_or_as_a_date(
    header: str | None, seconds: float | None
) -> None:
    assert seconds_until(header, NOON) == seconds


def test_an_open_line_is_not_taken_for_a_safe_one(served: Served, web: Web) -> None:
    address = served.address.replace("http://", "https://")

    with pytest.raises(NotTrusted), web.asked(Ask(f"{address}/town.osm")):
        pytest.fail("that is no safe line")
    assert served.seen == []
