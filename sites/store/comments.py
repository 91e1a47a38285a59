"""What reviewers say of a draft, at the line that they mean."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update

from sites.staff.errors import NoDraft
from sites.store.audit import note
from sites.store.draft_tables import COMMENT
from sites.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What somebody said; ``path`` is empty where it is about the whole site."""

    id: int
    site: str
    path: str
    text: str
    by: str
    at: datetime
    done: bool


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments of an instance."""

    store: Store

    def say(self, slug: str, path: str, text: str, by: str, now: datetime) -> None:
        """Say something about a line of a draft."""
        row = {"site": slug, "path": path, "text": text, "by": by, "at": now}
        with self.store.writing() as connection:
            connection.execute(insert(COMMENT), {**row, "done": False})
            note(connection, by, "comment", slug, path=path)

    def about(self, slug: str) -> list[Comment]:
        """List what was said about a draft: what is open first, then the newest."""
        query = select(COMMENT).where(COMMENT.c.site == slug)
        with self.store.reading() as connection:
            found = connection.execute(
                query.order_by(COMMENT.c.done, COMMENT.c.id.desc())
            )
            return [Comment(**row) for row in found.mappings()]

    def done(self, slug: str, number: int, by: str) -> None:
        """Say that what a comment asks for is done.

        Raises:
            NoDraft: there is no such comment about this draft.
        """
        finished = update(COMMENT).where(COMMENT.c.id == number, COMMENT.c.site == slug)
        with self.store.writing() as connection:
            if connection.execute(finished.values(done=True)).rowcount != 1:
                raise NoDraft
            note(connection, by, "comment done", slug, number=number)
