"""A server on this machine that speaks as Overpass and as file servers do, or fails.

Its files may be asked for in ranges. Its map is filtered by the box of a question.
What goes wrong is put into ``faults``, one for each request to come.
"""

import re
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from urllib.parse import parse_qs
from xml.etree import ElementTree as ET

from tests.guide.streets.extracts import NODES, osm, road

TOWN = osm(
    road(1, 2, 3, 4, name="Phố Vẽ Tay"), road(5, 2), road(3, 7), road(20, 21)
)  # fmt: skip
BROKEN = "it is broken"
FREE = "Connected as: 1\nRate limit: 2\n2 slots available now.\n"
BOX = (
    f"{min(p.lat for p in NODES.values()) - 0.001:.4f},"
    f"{min(p.lon for p in NODES.values()) - 0.001:.4f},"
    f"{max(p.lat for p in NODES.values()) + 0.001:.4f},"
    f"{max(p.lon for p in NODES.values()) + 0.001:.4f}"
)
"""The whole town, as --box takes it."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What would be answered if nothing went wrong."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict, hash=False)


Fault = Callable[["Handler", Reply], None]


@dataclass(frozen=True, slots=True)
class Seen:
    """A request that came in."""

    path: str
    headers: Mapping[str, str] = field(hash=False)
    query: str = ""

    @property
    def box(self) -> str:
        found = re.search(r"\[bbox:([^\]]+)\]", self.query)
        return found[1] if found else ""


@dataclass(slots=True)
class Served:
    """What the server has, what it was asked, and what is to go wrong next."""

    address: str
    files: dict[str, bytes] = field(default_factory=dict)
    etags: dict[str, str] = field(default_factory=dict)
    map: str = TOWN
    taken: str = "2026-11-01T00:00:00Z"
    states: deque[str] = field(default_factory=deque)
    faults: deque[Fault] = field(default_factory=deque)
    seen: list[Seen] = field(default_factory=list)
    busy: Lock = field(default_factory=Lock)
    most_at_once: int = 0

    @property
    def overpass(self) -> str:
        return f"{self.address}/api/interpreter"

    def of(self, ending: str) -> list[Seen]:
        """Return the requests whose path ends so."""
        return [seen for seen in self.seen if seen.path.endswith(ending)]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    served: Served

    def do_GET(self) -> None:
        self.served.seen.append(Seen(self.path, dict(self.headers)))
        if self.path.endswith("/status"):
            states = self.served.states
            state = states.popleft() if states else FREE
            self.whole(Reply(state.encode(), 500 if state == BROKEN else 200))
        elif (name := self.path.strip("/")) in self.served.files:
            self._answer(self._file(name))
        else:
            self._answer(Reply(b"no such thing", 404))

    def do_POST(self) -> None:
        alone = self.served.busy.acquire(blocking=False)
        self.served.most_at_once = max(self.served.most_at_once, 1 if alone else 2)
        form = self.rfile.read(int(self.headers["Content-Length"])).decode()
        query = parse_qs(form)["data"][0]
        self.served.seen.append(Seen(self.path, dict(self.headers), query))
        body = filtered(self.served.map, self.served.seen[-1].box, self.served.taken)
        if alone:
            self.served.busy.release()
        self._answer(Reply(body.encode(), headers={"Content-Type": "application/xml"}))

    def _answer(self, reply: Reply) -> None:
        faults = self.served.faults
        (faults.popleft() if faults else Handler.whole)(self, reply)

    def _file(self, name: str) -> Reply:
        body, etag = self.served.files[name], self.served.etags.get(name, '"one"')
        headers = {"ETag": etag, "Accept-Ranges": "bytes"}
        wanted = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if not wanted or self.headers.get("If-Range", etag) != etag:
            return Reply(body, headers=headers)
        begin, total = int(wanted[1]), len(body)
        if begin >= total:
            return Reply(b"", 416, headers | {"Content-Range": f"bytes */{total}"})
        span = f"bytes {begin}-{total - 1}/{total}"
        return Reply(body[begin:], 206, headers | {"Content-Range": span})

    def head(self, reply: Reply, length: int | None = None) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        size = len(reply.body) if length is None else length
        self.send_header("Content-Length", str(size))
        self.end_headers()

    def whole(self, reply: Reply) -> None:
        self.head(reply)
        self.wfile.write(reply.body)

    def hang_up(self) -> None:
        self.wfile.flush()
        self.close_connection = True

    def log_message(self, *_words: object) -> None:
        """Say nothing: a test looks at what was seen."""


def filtered(text: str, box: str, taken: str) -> str:
    """Take out of a map what touches a box, and the nodes of its ways."""
    south, west, north, east = map(float, box.split(","))
    tree = ET.fromstring(text)
    inside = {
        node.get("id")
        for node in tree.iter("node")
        if south <= float(node.get("lat", "")) <= north
        if west <= float(node.get("lon", "")) <= east
    }
    ways = [
        way
        for way in tree.iter("way")
        if any(nd.get("ref") in inside for nd in way.iter("nd"))
    ]
    wanted = {nd.get("ref") for way in ways for nd in way.iter("nd")}
    nodes = [node for node in tree.iter("node") if node.get("id") in wanted]
    rows = "\n".join(ET.tostring(thing, "unicode") for thing in [*nodes, *ways])
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<osm version="0.6" generator="Overpass API 0.7.62.7">\n'
        "<note>The data included in this document is from www.openstreetmap.org. The "
        "data is made available under ODbL.</note>\n"
        f'<meta osm_base="{taken}"/>\n{rows}\n</osm>\n'
    )


# ---- what can go wrong ----


def dropped(after: int) -> Fault:
    """Promise everything, send so many bytes, hang up."""

    def fault(handler: Handler, reply: Reply) -> None:
        handler.head(reply)
        handler.wfile.write(reply.body[:after])
        handler.hang_up()

    return fault


def status(code: int, **headers: str) -> Fault:
    """Answer with a page that says how busy it is."""
    told = {name.replace("_", "-"): value for name, value in headers.items()}

    def fault(handler: Handler, _reply: Reply) -> None:
        handler.whole(Reply(b"<html>The server is too busy</html>", code, told))

    return fault


def in_an_hour(code: int) -> Fault:
    """Ask to come back at a date."""
    return status(code, Retry_After=formatdate(time.time() + 3600, usegmt=True))


def remark(words: str) -> Fault:
    """Answer with status 200 and half a map that ends in an error."""

    def fault(handler: Handler, reply: Reply) -> None:
        half = reply.body.decode().partition("<node")[0].partition("</osm>")[0]
        body = f"{half}<remark> runtime error: {words} </remark>\n</osm>\n"
        handler.whole(Reply(body.encode()))

    return fault


def cut(handler: Handler, reply: Reply) -> None:
    """Send half a map, and call it the whole."""
    handler.whole(Reply(reply.body[: len(reply.body) // 2], headers=reply.headers))


def crooked(handler: Handler, reply: Reply) -> None:
    """Send a map that ends as it should and is broken inside."""
    handler.whole(Reply(reply.body.replace(b"<way", b"<<way", 1)))


def too_long(handler: Handler, reply: Reply) -> None:
    """Promise more than there is."""
    handler.head(reply, length=len(reply.body) + 1000)
    handler.wfile.write(reply.body)
    handler.hang_up()


def slow(seconds: float) -> Fault:
    """Say nothing for some time."""

    def fault(handler: Handler, reply: Reply) -> None:
        time.sleep(seconds)
        handler.close_connection = True
        handler.whole(reply)

    return fault


def moved(to: str) -> Fault:
    return status(307, Location=to)


def no_ranges(handler: Handler, _reply: Reply) -> None:
    """Send the whole file, whatever part was asked for."""
    name = handler.path.strip("/")
    handler.whole(Reply(handler.served.files[name], headers={"ETag": '"one"'}))


def page(handler: Handler, _reply: Reply) -> None:
    """Send a page to log in at."""
    body = b"<!doctype html><title>Welcome to our WiFi</title>"
    handler.whole(Reply(body, headers={"Content-Type": "text/html; charset=utf-8"}))


class Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_words: object) -> None:
        """Say nothing: we are hung up on, as we hang up."""


@contextmanager
def running() -> Iterator[Served]:
    """Serve on a free port of this machine until the test is over."""
    httpd = Quiet(("127.0.0.1", 0), Handler)
    served = Served(f"http://127.0.0.1:{httpd.server_port}")
    httpd.RequestHandlerClass = type("Its", (Handler,), {"served": served})
    thread = Thread(target=httpd.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield served
    finally:
        httpd.shutdown()
        httpd.server_close()
        thread.join()
