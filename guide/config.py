"""Settings: read once, strictly, from what the caller hands over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote, urlsplit

from guide.errors import BadConfig
from guide.mail import MailServer

PREFIX = "GUIDE_"


SERVER_PREFIX = "valhalla+"
SERVER_LIKE = "valhalla+http://localhost:8002"


@dataclass(frozen=True, slots=True)
class StreetServer:
    """A Valhalla server, by its address; it may hold a password."""

    address: str = field(repr=False)

    @property
    def host(self) -> str:
        """Where it is, as one may say it aloud."""
        parts = urlsplit(self.address)
        return f"{parts.hostname}:{parts.port}" if parts.port else f"{parts.hostname}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything that may differ from one machine to another: ``docs/settings.md``.

    ``home`` is the folder of the instance; an empty ``database_url`` means a SQLite
    file in it; without ``streets`` the pack counts that was chosen there, and a server
    finds ways only: maps show that pack all the same.
    """

    home: Path = Path("var")
    database_url: str = field(default="", repr=False)
    streets: Path | StreetServer | None = None
    mail: MailServer | None = None

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Self:
        """Read the GUIDE_… variables; an empty one counts as not given.

        Raises:
            BadConfig: a variable is not known: it may be misspelt; or its value is
                none.
        """
        given: dict[str, Any] = {
            key.removeprefix(PREFIX).lower(): value
            for key, value in environ.items()
            if key.startswith(PREFIX) and value
        }
        known = cls.__dataclass_fields__
        if unknown := given.keys() - known:
            names = ", ".join(PREFIX + name.upper() for name in sorted(unknown))
            raise BadConfig(f"no such setting: {names}; docs/settings.md lists them")
        for name, read in READ.items():
            if name in given:
                given[name] = read(given[name])
        return cls(**given)

    @property
    def database(self) -> str:
        """The address of the database."""
        # A folder may be called "100% sure?"; in an address these are signs.
        file = quote(str((self.home / "guide.db").absolute()), safe="/:\\")
        return self.database_url or f"sqlite:///{file}"


def _streets(given: str) -> Path | StreetServer:
    """Read what names the streets: a file, or the address of a server."""
    if "://" not in given:
        return Path(given)
    address = given.removeprefix(SERVER_PREFIX).rstrip("/")
    try:
        parts = urlsplit(address)
        good = bool(parts.scheme in {"http", "https"} and parts.hostname)
        _ = parts.port
    except ValueError:
        good = False
    if not (good and given.startswith(SERVER_PREFIX)):
        shown = given.rpartition("@")[2]
        raise BadConfig(
            f"GUIDE_STREETS: “{shown}” is no server that finds ways; write it like "
            f"{SERVER_LIKE}, or name the file of a street pack"
        )
    return StreetServer(address)


READ: Mapping[str, Callable[[str], Any]] = {
    "home": Path,
    "streets": _streets,
    "mail": MailServer.read,
}
"""How a setting is read that is more than its text."""
