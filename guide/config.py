"""Settings: read once, strictly, from what the caller hands over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

from guide.errors import BadConfig

PREFIX = "GUIDE_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything that may differ from one machine to another: ``docs/settings.md``.

    ``home`` is the folder of the instance; an empty ``database_url`` means a SQLite
    file in it; without ``streets`` the pack counts that was chosen there.
    """

    home: Path = Path("var")
    database_url: str = field(default="", repr=False)
    streets: Path | None = None

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Self:
        """Read the GUIDE_… variables; an empty one counts as not given.

        Raises:
            BadConfig: a variable is not known: it may be misspelt.
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
        for name in ("home", "streets"):
            if name in given:
                given[name] = Path(given[name])
        return cls(**given)

    @property
    def database(self) -> str:
        """The address of the database."""
        # A folder may be called "100% sure?"; in an address these are signs.
        file = quote(str((self.home / "guide.db").absolute()), safe="/:\\")
        return self.database_url or f"sqlite:///{file}"
