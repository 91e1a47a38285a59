"""Photographs of sites in the database: what is said of them, and their files."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from sites.names import Text
from sites.pictures import LICENCES
from sites.staff.errors import NoDraft, Unsaid
from sites.staff.photo import Rewritten
from sites.store.audit import note
from sites.store.columns import both, certain
from sites.store.draft_tables import PHOTO
from sites.store.store import Store

FILES = ("small", "medium", "large")

SAID = [column for column in PHOTO.c if column.name not in FILES]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What has to be said of a photograph before it is shown."""

    creator: str
    licence: str
    caption: Text
    alt: Text

    def __post_init__(self) -> None:
        texts = (
            self.creator,
            self.caption.vi,
            self.caption.en,
            self.alt.vi,
            self.alt.en,
        )
        if self.licence not in LICENCES or not all(text.strip() for text in texts):
            raise Unsaid


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A photograph of a site, without its files."""

    id: int
    site: str
    digest: str
    width: int
    height: int
    creator: str
    licence: str
    caption: Text
    alt: Text


@dataclass(frozen=True, slots=True)
class Photos:
    """The photographs of an instance."""

    store: Store

    def add(
        self, slug: str, image: Rewritten, said: Caption, by: str, now: datetime
    ) -> None:
        """Show a photograph on the page of a site."""
        row = {
            "site": slug,
            "digest": image.digest,
            "width": image.width,
            "height": image.height,
            "creator": said.creator,
            "licence": said.licence,
            **both("caption", said.caption),
            **both("alt", said.alt),
            **dict(zip(FILES, image.files, strict=True)),
            "by": by,
            "at": now,
        }
        with self.store.writing() as connection:
            connection.execute(insert(PHOTO), row)
            note(connection, by, "photo added", slug, digest=image.digest)

    def of(self, slug: str) -> list[Photo]:
        """List the photographs of a site, the oldest first."""
        query = select(*SAID).where(PHOTO.c.site == slug).order_by(PHOTO.c.id)
        with self.store.reading() as connection:
            found = [dict(row) for row in connection.execute(query).mappings()]
        return [
            Photo(
                id=row["id"],
                site=row["site"],
                digest=row["digest"],
                width=row["width"],
                height=row["height"],
                creator=row["creator"],
                licence=row["licence"],
                caption=certain(row, "caption"),
                alt=certain(row, "alt"),
            )
            for row in found
        ]

    def sites(self) -> set[str]:
        """Return the addresses of all sites that have one."""
        with self.store.reading() as connection:
            return set(connection.execute(select(PHOTO.c.site)).scalars())

    def file(self, digest: str, size: str) -> bytes | None:
        """Return the file of a photograph in one of three sizes; None for none."""
        if size not in FILES:
            return None
        query = select(PHOTO.c[size]).where(PHOTO.c.digest == digest).limit(1)
        with self.store.reading() as connection:
            return connection.execute(query).scalar_one_or_none()

    def remove(self, slug: str, number: int, by: str) -> None:
        """Show a photograph no more.

        Raises:
            NoDraft: the site has no such one.
        """
        gone = delete(PHOTO).where(PHOTO.c.id == number, PHOTO.c.site == slug)
        with self.store.writing() as connection:
            if connection.execute(gone).rowcount != 1:
                raise NoDraft
            note(connection, by, "photo removed", slug, number=number)
