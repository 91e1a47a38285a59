"""Between drafts and rows, within the transaction of whoever asks."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from sites.staff.draft import NOBODY, Change, Draft
from sites.staff.errors import NoDraft, Overtaken
from sites.staff.moves import State
from sites.staff.paths import Document
from sites.store.draft_tables import AUTOSAVE, DRAFT, HISTORY, REDIRECT


def draft_at(connection: Connection, slug: str, published: Document | None) -> Draft:
    """Read what is worked on at an address, or what is published there.

    Raises:
        NoDraft: nothing is.
    """
    row = (
        connection.execute(select(DRAFT).where(DRAFT.c.site == slug)).mappings().first()
    )
    if row is None and published is None:
        raise NoDraft
    if row is None:
        return Draft(
            site=slug, version=0, state=State.PUBLISHED, document=published or {}
        )
    found = draft_of(row)
    if found.state is State.PUBLISHED and published is not None:
        # It may have been published otherwise since: from text files.
        return replace(found, document=published)
    return found


def draft_of(row: Any) -> Draft:  # noqa: ANN401 - a row of SQLAlchemy
    """Turn a row into a draft."""
    values = {**row, "state": State(row["state"]), "authors": tuple(row["authors"])}
    return Draft(**values)


def put(connection: Connection, draft: Draft) -> None:
    """Write a draft over its last version, and over no other.

    Raises:
        Overtaken: another version is there.
    """
    row = {
        "version": draft.version,
        "state": draft.state.value,
        "document": draft.document,
        "by": draft.by,
        "at": draft.at,
        "authors": list(draft.authors),
    }
    if draft.version == 1:
        connection.execute(insert(DRAFT), {"site": draft.site, **row})
        return
    over = update(DRAFT).where(
        DRAFT.c.site == draft.site, DRAFT.c.version == draft.version - 1
    )
    if connection.execute(over.values(**row)).rowcount != 1:
        raise Overtaken(draft.by, draft.at or datetime.now(UTC), draft.version)


def keep(
    connection: Connection, draft: Draft, change: Change, by: str, now: datetime
) -> int:
    """Add a version to the history; return its number."""
    count = select(func.coalesce(func.max(HISTORY.c.number), 0)).where(
        HISTORY.c.site.in_(addresses(connection, draft.site))
    )
    number = int(connection.execute(count).scalar_one()) + 1
    row = {
        "site": draft.site,
        "number": number,
        "sort": change.sort,
        "version": draft.version,
        "document": change.document,
        "by": by,
        "at": now,
        "name": change.name or None,
    }
    connection.execute(insert(HISTORY), row)
    return number


def keep_first(connection: Connection, draft: Draft, now: datetime) -> None:
    """Add what was published before anybody worked here to the history."""
    if draft.version == 0 and draft.document:
        change = Change(version=0, document=draft.document, sort="published")
        keep(connection, draft, change, NOBODY, now)


def addresses(connection: Connection, slug: str) -> tuple[str, ...]:
    """Return the address of a site, and those that it had: history stays there."""
    old = select(REDIRECT.c.old).where(REDIRECT.c.new == slug)
    return (slug, *connection.execute(old).scalars())


def forget(connection: Connection, slug: str, login: str) -> None:
    """Take away what somebody typed and did not save."""
    connection.execute(
        delete(AUTOSAVE).where(AUTOSAVE.c.site == slug, AUTOSAVE.c.login == login)
    )
