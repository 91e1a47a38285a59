"""Messages to people who work on the guide, by a mail server if one is set.

Whoever waits for a page never waits for a mail server: messages go out beside, and one
that does not is noted in the log. All that a message says stands in the app as well.
"""

import logging
import smtplib
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

from guide.errors import BadConfig

PATIENCE_S = 20
LIKE = "smtp://user:password@host:587?from=guide@example.org"
PORTS = {"smtp": 587, "smtps": 465}
"""Of the two ways to a server: encrypted once connected, or from the first letter."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """A mail server, and in whose name it sends; ``secure`` from the first letter."""

    host: str
    port: int
    sender: str
    secure: bool
    user: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def read(cls, given: str) -> "MailServer":
        """Read the address of a server.

        Raises:
            BadConfig: it is none; what it holds is not repeated, there is a password.
        """
        parts = urlsplit(given)
        try:
            sender = parse_qs(parts.query).get("from", [""])[0]
            port = parts.port or PORTS.get(parts.scheme, 0)
        except ValueError:
            sender, port = "", 0
        if not (parts.hostname and "@" in sender and parts.scheme in PORTS and port):
            raise BadConfig(f"GUIDE_MAIL: that is no mail server; write it like {LIKE}")
        return cls(
            host=parts.hostname,
            port=port,
            sender=sender,
            secure=parts.scheme == "smtps",
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
        )


class Post:
    """Sends messages beside what is going on; without a server it sends none."""

    def __init__(self, server: MailServer | None) -> None:
        self._server = server
        self._beside = ThreadPoolExecutor(1, "mail") if server else None

    def send(self, to: Iterable[str], subject: str, words: str) -> list[Future[None]]:
        """Send the same words to each of several people, who do not see each other.

        Returns what one may wait for: one for each person who has an address.
        """
        if self._server is None or self._beside is None:
            return []
        return [
            self._beside.submit(_send, self._server, _message(one, subject, words))
            for one in dict.fromkeys(to)
            if "@" in one
        ]

    def close(self) -> None:
        """Wait until all that was to be sent is sent, or was not."""
        if self._beside:
            self._beside.shutdown()


def _message(to: str, subject: str, words: str) -> EmailMessage:
    message = EmailMessage()
    message["To"] = to
    message["Subject"] = " ".join(subject.split())
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(words)
    return message


def _send(server: MailServer, message: EmailMessage) -> None:
    message["From"] = server.sender
    kind = smtplib.SMTP_SSL if server.secure else smtplib.SMTP
    try:
        with kind(server.host, server.port, timeout=PATIENCE_S) as connection:
            if not server.secure and connection.has_extn("starttls"):
                connection.starttls()
            if server.user:
                connection.login(server.user, server.password)
            connection.send_message(message)
    except (OSError, smtplib.SMTPException) as problem:
        log.warning("a message was not sent: %s", type(problem).__name__)
