"""The record of who did what: rows are added in the transaction of what they tell."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from sites.store.account_tables import AUDIT
from sites.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One thing that somebody did; ``who`` is None where nobody was signed in."""

    id: int
    at: datetime
    who: str | None
    did: str
    about: str | None
    more: dict[str, Any]


def note(
    connection: Connection,
    who: str | None,
    did: str,
    about: str | None = None,
    **more: Any,  # noqa: ANN401 - whatever JSON holds
) -> None:
    """Write down what is done in this transaction: both are kept, or neither."""
    connection.execute(
        insert(AUDIT),
        {"at": datetime.now(UTC), "who": who, "did": did, "about": about, "more": more},
    )


def done(
    store: Store, about: str | None = None, before: int | None = None, most: int = 100
) -> list[Done]:
    """List what was done, the newest first; ``before`` is the id to go on from."""
    query = select(AUDIT).order_by(AUDIT.c.id.desc()).limit(most)
    if about is not None:
        query = query.where(AUDIT.c.about == about)
    if before is not None:
        query = query.where(AUDIT.c.id < before)
    with store.reading() as connection:
        return [Done(**row) for row in connection.execute(query).mappings()]
