"""Asking a Valhalla server over HTTP; whatever fails is a ``StreetsFailed``.

Source:
    https://valhalla.github.io/valhalla/api/
"""

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import requests
from requests import exceptions as wrong

from guide.streets.errors import Problem, StreetsFailed

Question = Mapping[str, Any]
"""What is asked, as JSON."""

CONNECT_S = 3.0
ANSWER_S = 30.0
"""Fifty places by fifty take a second or two on two cores; a visitor waits for it."""

TRIES = 2
PAUSE_S = 0.3
"""A server that is restarted refuses connections for a moment; more is a failure."""

BUSY = frozenset({429, 502, 503, 504})


SILENT = Problem(vi="máy chủ không trả lời", en="it does not answer")
SLOW = Problem(vi="máy chủ trả lời quá lâu", en="it takes too long")
STRANGE = Problem(
    vi="không hiểu được câu trả lời",
    en="it answers something that we do not understand",
)
OTHER = Problem(vi="đó không phải máy chủ Valhalla", en="it is no Valhalla server")


class Refusal(Exception):
    """The server understood, and says no: with a number of Valhalla's own."""

    def __init__(self, code: int, words: str) -> None:
        super().__init__(words)
        self.code, self.words = code, words

    @property
    def problem(self) -> Problem:
        """What to say where no answer was a possible one."""
        words = f"{self.words} ({self.code})"
        return Problem(vi=f"máy chủ từ chối: {words}", en=f"it refuses: {words}")


TOO_MANY = 150
"""More places at once than the server takes."""

NO_STREET = 171
NO_WAY = 442
NO_WAYS = frozenset({NO_STREET, 170, NO_WAY})
"""No street near a place, or none from one to the other: no failure but an answer."""


@dataclass(frozen=True, slots=True)
class About:
    """Which server it is, and of when its streets are (seconds since 1970)."""

    version: str
    tiles: int


class Server:
    """A Valhalla server. Threads may share it."""

    def __init__(self, address: str) -> None:
        """Know where it is; nothing is asked yet.

        Args:
            address: like ``http://localhost:8002``.
        """
        self.address = address.rstrip("/")
        self._own = threading.local()

    def ask(self, action: str, question: Question) -> Any:  # noqa: ANN401 - JSON
        """Ask, and return the answer.

        Raises:
            StreetsFailed: there is no answer, or none that could be one.
            Refusal: the server says no.
        """
        for turn in range(TRIES):
            last = turn == TRIES - 1
            try:
                answer = self._session.post(
                    f"{self.address}/{action}",
                    json=dict(question),
                    timeout=(CONNECT_S, ANSWER_S),
                    # What it names is not where the operator sent us.
                    allow_redirects=False,
                )
            except wrong.ReadTimeout:
                raise StreetsFailed(SLOW) from None
            except wrong.RequestException:
                if last:
                    raise StreetsFailed(SILENT) from None
            else:
                if last or answer.status_code not in BUSY:
                    return _read(answer)
            time.sleep(PAUSE_S)
        raise AssertionError  # pragma: no cover - the last turn returns or raises

    def about(self) -> About:
        """Return which server it is.

        Raises:
            StreetsFailed: it does not say so.
        """
        try:
            found = self.ask("status", {})
            return About(str(found["version"]), int(found["tileset_last_modified"]))
        except Refusal as problem:
            raise StreetsFailed(problem.problem) from None
        except (KeyError, TypeError, ValueError):
            raise StreetsFailed(OTHER) from None

    @property
    def _session(self) -> requests.Session:
        # The library does not promise that threads may share one.
        if not hasattr(self._own, "session"):
            self._own.session = requests.Session()
        session: requests.Session = self._own.session
        return session


def _read(answer: requests.Response) -> Any:  # noqa: ANN401 - JSON
    try:
        found = answer.json()
    except ValueError:
        raise StreetsFailed(_status(answer)) from None
    if answer.status_code == 200:
        return found
    if isinstance(found, dict) and isinstance(found.get("error_code"), int):
        raise Refusal(found["error_code"], str(found.get("error", ""))[:120])
    raise StreetsFailed(_status(answer))


def _status(answer: requests.Response) -> Problem:
    """Say what came, where it was no answer of Valhalla's."""
    kind = answer.headers.get("Content-Type", "").partition(";")[0] or "?"
    what = f"{answer.status_code}, {kind}"
    return Problem(vi=f"máy chủ trả lời {what}", en=f"it answers {what}")
