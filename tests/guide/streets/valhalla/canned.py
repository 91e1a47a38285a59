"""A server that answers what it was told to, and remembers what it was asked."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from threading import Thread
from typing import Any

from tests.guide.streets.fetch.server import Quiet


@dataclass(frozen=True, slots=True)
class Canned:
    """An answer; a text is sent as it is. Status 0 hangs up."""

    content: Any
    status: int = 200
    after_s: float = 0.0


@dataclass(slots=True)
class Counter:
    """What is answered to which action, the last answer again and again."""

    address: str = ""
    answers: dict[str, list[Canned]] = field(default_factory=dict)
    asked: list[tuple[str, Any]] = field(default_factory=list)

    def says(self, action: str, *answers: Canned) -> None:
        self.answers[action] = list(answers)

    def of(self, action: str) -> list[Any]:
        """Return the questions of one kind."""
        return [question for name, question in self.asked if name == action]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    counter: Counter

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        question = json.loads(self.rfile.read(length))
        action = self.path.strip("/")
        self.counter.asked.append((action, question))
        known = self.counter.answers.get(action, [Canned("no such thing", 404)])
        answer = known.pop(0) if len(known) > 1 else known[0]
        time.sleep(answer.after_s)
        if not answer.status:
            self.close_connection = True
            return
        text = answer.content
        body = (text if isinstance(text, str) else json.dumps(text)).encode()
        self.send_response(answer.status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@contextmanager
def answering() -> Iterator[Counter]:
    """Answer on a free port of this machine until the test is over."""
    counter = Counter()
    httpd = Quiet(("127.0.0.1", 0), type("Its", (Handler,), {"counter": counter}))
    counter.address = f"http://127.0.0.1:{httpd.server_port}"
    thread = Thread(target=httpd.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield counter
    finally:
        httpd.shutdown()
        httpd.server_close()
        thread.join()
