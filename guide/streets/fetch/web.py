"""Asking another host over HTTP: politely, patiently, and never in two places at once.

Source:
    RFC 9110, https://doi.org/10.17487/RFC9110: Retry-After, redirects, status codes.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from itertools import count
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

import requests
from requests import exceptions as wrong

from guide.streets.fetch.errors import (
    BadAddress,
    GaveUp,
    Later,
    NotTrusted,
    Refused,
    Unreachable,
)

Result = TypeVar("Result")

MAX_REDIRECTS = 5
CHUNK_BYTES = 1 << 16
FAILS_FOR_NOW = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers after which the same request may succeed a little later."""

UNREACHABLE_TRIES = 2
"""Where nobody has ever answered there is likely no internet: say so soon."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How often something is tried, and how long is waited for what.

    ``sleep`` takes seconds. The first wait doubles each time.
    """

    tries: int = 5
    first_wait_s: float = 2.0
    longest_wait_s: float = 900.0
    connect_s: float = 15.0
    silence_s: float = 240.0
    sleep: Callable[[float], object] = field(default=time.sleep, repr=False)


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked for; ``form`` is posted, without it the address is read."""

    address: str
    form: Mapping[str, str] | None = None
    headers: Mapping[str, str] = field(default_factory=dict, hash=False)


class Again(Exception):
    """This time it failed; ``moved`` says whether it got anywhere all the same."""

    def __init__(
        self, problem: str, wait_s: float | None = None, *, moved: bool = False
    ) -> None:
        super().__init__(problem)
        self.problem, self.wait_s, self.moved = problem, wait_s, moved


class Answer:
    """What came back."""

    def __init__(self, response: requests.Response, address: str) -> None:
        self._response, self._address = response, address
        self.status: int = response.status_code
        self.headers: Mapping[str, str] = response.headers

    def chunks(self) -> Iterator[bytes]:
        """Read the body, bit by bit.

        Raises:
            Again: the line broke, or nothing came for too long.
        """
        bits = self._response.iter_content(CHUNK_BYTES)
        while True:
            with said(self._address):
                bit = next(bits, None)
            if bit is None:
                return
            yield bit


class Web:
    """One conversation with other hosts, one request at a time."""

    def __init__(self, patience: Patience = Patience()) -> None:
        self.patience = patience
        self._session = requests.Session()
        self._session.headers["User-Agent"] = (
            f"heritage-guide/{version('heritage-guide')} (guide streets fetch; "
            f"python-requests/{requests.__version__})"
        )
        self._answered = False

    def stubbornly(self, host: str, attempt: Callable[[], Result]) -> Result:
        """Do something until it succeeds, with longer and longer waits in between.

        A try that got somewhere does not count.

        Raises:
            GaveUp, Unreachable: it failed with ``Again`` as often as we try.
            Later: the server names a time that is too far off.
        """
        failed = 0
        while True:
            try:
                return attempt()
            except Again as problem:
                failed = 1 if problem.moved else failed + 1
                self._give_up(host, problem, failed)
                backoff = self.patience.first_wait_s * 2 ** (failed - 1)
                self.wait(host, max(problem.wait_s or 0, backoff))

    def wait(self, host: str, seconds: float) -> None:
        """Wait.

        Raises:
            Later: for longer than anybody sits here.
        """
        if seconds > self.patience.longest_wait_s:
            raise Later(host, f"it asks to come back in {seconds / 60:.0f} minutes")
        self.patience.sleep(seconds)

    @contextmanager
    def asked(self, ask: Ask) -> Iterator[Answer]:
        """Send a request, and follow where it is sent to; the body is yet to be read.

        Raises:
            Again: it failed in a way that may pass.
            BadAddress, NotTrusted, Refused: it failed for good.
        """
        host = host_of(ask.address)
        with said(ask.address):
            response = self._followed(ask)
        with response:
            self._answered = True
            _require_good(response, host)
            yield Answer(response, ask.address)

    def _followed(self, ask: Ask) -> requests.Response:
        address = ask.address
        for turn in count():
            require_web(address)
            answer = self._send(ask, address)
            if not answer.is_redirect:
                return answer
            with answer:
                onward = urljoin(address, answer.headers["Location"])
            if turn == MAX_REDIRECTS:
                raise Refused(host_of(address), "it sends us round and round")
            require_web(onward)
            if (urlsplit(address).scheme, urlsplit(onward).scheme) == ("https", "http"):
                raise BadAddress(onward, "it leads from a safe line to an open one")
            address = onward
        raise AssertionError  # pragma: no cover - count() never ends

    def _send(self, ask: Ask, address: str) -> requests.Response:
        # Redirects are followed by hand: a question that is posted stays one, and
        # an address of another kind is seen before it is asked.
        return self._session.request(
            "GET" if ask.form is None else "POST",
            address,
            data=ask.form,
            headers=dict(ask.headers),
            timeout=(self.patience.connect_s, self.patience.silence_s),
            allow_redirects=False,
            stream=True,
        )

    def _give_up(self, host: str, problem: Again, failed: int) -> None:
        if not self._answered and failed >= UNREACHABLE_TRIES:
            raise Unreachable(host, problem.problem) from None
        if failed >= self.patience.tries:
            raise GaveUp(host, problem.problem) from None


@contextmanager
def said(address: str) -> Iterator[None]:
    """Turn the library's errors into ours.

    Raises:
        Again: it failed in a way that may pass.
        BadAddress, NotTrusted: it failed for good.
    """
    try:
        yield
    except wrong.SSLError as problem:
        raise NotTrusted(host_of(address), _short(problem)) from None
    except (wrong.InvalidURL, wrong.InvalidSchema, wrong.MissingSchema) as problem:
        raise BadAddress(_bare(address), _short(problem)) from None
    except wrong.Timeout:
        raise Again("it took too long") from None
    except wrong.RequestException as problem:
        # An error of the disk too, says the library's family tree: hence here already.
        raise Again(_short(problem)) from None


def require_web(address: str) -> None:
    """Make sure that an address is one of the web.

    Raises:
        BadAddress: it is not.
    """
    try:
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise BadAddress(_bare(address), "it does not begin with https://")
        _ = parts.port
    except ValueError as problem:
        raise BadAddress(_bare(address), str(problem)) from None


def host_of(address: str) -> str:
    """Return the host of an address, without whatever password it may hold."""
    try:
        return urlsplit(address).hostname or _bare(address)
    except ValueError:
        return _bare(address)


def _bare(address: str) -> str:
    """Leave out what stands before an @: it may be a password."""
    return address.rpartition("@")[2]


def _require_good(answer: requests.Response, host: str) -> None:
    status = answer.status_code
    if status in FAILS_FOR_NOW:
        wait_s = seconds_until(answer.headers.get("Retry-After"), datetime.now(UTC))
        raise Again(f"it answers {status} {answer.reason}", wait_s)
    # 416 says that there is nothing beyond what one has: whoever asks looks at it.
    if not (200 <= status < 300 or status == 416):
        raise Refused(host, f"it answers {status} {answer.reason}")


def seconds_until(said: str | None, now: datetime) -> float | None:
    """Read a Retry-After: seconds, or a date; None where it says neither."""
    if not said:
        return None
    if said.strip().isascii() and said.strip().isdigit():
        return float(said)
    try:
        moment = parsedate_to_datetime(said)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max((aware - now).total_seconds(), 0.0)


def _short(problem: Exception) -> str:
    """Say the innermost reason: the library wraps it in four sentences."""
    inner: BaseException = problem
    while True:
        deeper = getattr(inner, "reason", None) or next(
            (part for part in inner.args if isinstance(part, BaseException)), None
        )
        if not isinstance(deeper, BaseException):
            break
        inner = deeper
    text = str(inner).partition("\n")[0]
    return text.rpartition(">: ")[2].rpartition("): ")[2].strip("()'\" .")[:160]
