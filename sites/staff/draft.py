"""A draft: what is worked on, and what it becomes when somebody saves or moves it."""

from dataclasses import dataclass, replace
from datetime import datetime

from sites.staff.account import Account
from sites.staff.moves import Move, State, step
from sites.staff.paths import Document

NOBODY = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is worked on; of a site that nobody touched yet, what is published."""

    site: str
    version: int
    state: State
    document: Document
    by: str = NOBODY
    at: datetime | None = None
    authors: tuple[str, ...] = ()

    def wrote(self, account: Account) -> bool:
        """Say whether some of what is not published yet is somebody's."""
        return account.login in self.authors


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One version of a site, for good."""

    id: int
    site: str
    number: int
    sort: str
    version: int
    document: Document
    by: str
    at: datetime
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What somebody sends: the whole draft, and the version that they changed."""

    version: int
    document: Document
    name: str = ""
    sort: str = "draft"


def saved(draft: Draft, change: Change, by: Account, now: datetime) -> Draft:
    """Return a draft as somebody saves it.

    Raises:
        NoSuchMove: this account may not change it where it is.
    """
    state = step(draft.state, Move.SAVE, by.role, wrote=draft.wrote(by))
    return replace(
        draft,
        version=draft.version + 1,
        state=state,
        document=change.document,
        by=by.login,
        at=now,
        authors=tuple(dict.fromkeys((*draft.authors, by.login))),
    )


def moved(draft: Draft, move: Move, by: Account, now: datetime) -> Draft:
    """Return a draft as it is after a move.

    Raises:
        NoSuchMove, OwnWork: see ``sites.staff.moves``.
    """
    state = step(draft.state, move, by.role, wrote=draft.wrote(by))
    done = state is State.PUBLISHED
    return replace(
        draft,
        version=draft.version + 1,
        state=state,
        by=by.login,
        at=now,
        authors=() if done else draft.authors,
    )
