"""A mail server of our own, for tests: it takes messages and keeps them."""

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Thread


@dataclass
class Mailbox:
    """What came in, and where the server listens."""

    port: int
    messages: list[EmailMessage] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"smtp://127.0.0.1:{self.port}?from=guide@example.org"


class _Talk(socketserver.StreamRequestHandler):
    """As much of SMTP as a client needs that sends one message (RFC 5321)."""

    def handle(self) -> None:
        self._say("220 here")
        for line in self.rfile:
            word = line.split(b" ")[0].strip().upper()
            if word == b"DATA":
                self._say("354 go on")
                self._take()
            elif word == b"QUIT":
                self._say("221 bye")
                return
            self._say("250 well")

    def _take(self) -> None:
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line.removeprefix(b"."))
        read = message_from_bytes(b"".join(lines), policy=policy.default)
        box: Mailbox = self.server.box  # type: ignore[attr-defined]
        box.messages.append(read)

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    """Run the server while a test needs it."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Talk) as server:
        box = Mailbox(port=server.server_address[1])
        server.box = box  # type: ignore[attr-defined]
        Thread(target=server.serve_forever, daemon=True).start()
        yield box
        server.shutdown()
