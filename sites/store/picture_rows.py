"""Old maps and photographs as rows of their tables, and back."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from sites.affine import Pin
from sites.names import Text
from sites.pictures import Image, Picture, Shows
from sites.position import Position
from sites.store.columns import Citations, Row, both, certain, subject, text_of
from sites.store.picture_tables import IMAGE, PICTURE


def picture_rows(pictures: Iterable[Picture]) -> list[dict[str, Any]]:
    """Turn pictures into rows, without their files."""
    return [
        {
            "key": one.key,
            "place": place,
            "shows": one.shows.value,
            "year": one.year,
            "site": one.site,
            "pins": [[p.x, p.y, p.position.lat, p.position.lon] for p in one.pins],
            **both("title", one.title),
            **both("note", one.note),
        }
        for place, one in enumerate(pictures)
    ]


def kept(connection: Connection, pictures: Iterable[Picture]) -> dict[str, bytes]:
    """Read the files that only the database has, by digest, before they are deleted."""
    wanted = {i.digest for one in pictures for i in one.images if i.data is None}
    query = select(IMAGE.c.digest, IMAGE.c.data).where(IMAGE.c.digest.in_(wanted))
    return {row.digest: bytes(row.data) for row in connection.execute(query)}


def image_rows(
    pictures: Iterable[Picture], kept: Mapping[str, bytes]
) -> list[dict[str, Any]]:
    """Turn the files of pictures into rows.

    Args:
        pictures: read from files, or from a database, which leaves their data there.
        kept: what the database has, by digest.
    """
    return [
        {
            "picture": one.key,
            "place": place,
            "name": image.name,
            "digest": image.digest,
            "media_type": image.media_type,
            "width": image.width,
            "height": image.height,
            "credit": image.credit,
            "licence": image.licence,
            "data": kept[image.digest] if image.data is None else image.data,
            **both("alt", image.alt),
        }
        for one in pictures
        for place, image in enumerate(one.images)
    ]


def citation_rows(pictures: Iterable[Picture]) -> list[dict[str, Any]]:
    """Say on which sources pictures rest."""
    return [
        {"subject": subject("picture", one.key), "place": place, "source": key}
        for one in pictures
        for place, key in enumerate(one.sources)
    ]


def read(connection: Connection, cited: Citations) -> tuple[Picture, ...]:
    """Read all pictures with one query a table, without what is in their files."""
    described = select(*(column for column in IMAGE.c if column is not IMAGE.c.data))
    by_place = select(PICTURE).order_by(PICTURE.c.place)
    return pictures_of(
        map(dict, connection.execute(by_place).mappings()),
        map(dict, connection.execute(described).mappings()),
        cited,
    )


def file_of(connection: Connection, digest: str) -> tuple[str, bytes] | None:
    """Read the file of a picture: its media type and bytes; None for no such."""
    query = select(IMAGE.c.media_type, IMAGE.c.data).where(IMAGE.c.digest == digest)
    found = connection.execute(query.limit(1)).first()
    return (found.media_type, bytes(found.data)) if found else None


def pictures_of(
    rows: Iterable[Row], images: Iterable[Row], cited: Citations
) -> tuple[Picture, ...]:
    """Put pictures together from their rows, in their order."""
    files: dict[str, dict[int, Image]] = {}
    for row in images:
        files.setdefault(row["picture"], {})[row["place"]] = _image(row)
    return tuple(
        Picture(
            key=row["key"],
            shows=Shows(row["shows"]),
            title=certain(row, "title"),
            year=row["year"],
            then=files[row["key"]][0],
            now=files[row["key"]].get(1),
            site=row["site"],
            note=text_of(row, "note"),
            pins=tuple(Pin(x, y, Position(*at)) for x, y, *at in row["pins"]),
            sources=cited.get(subject("picture", row["key"]), ()),
        )
        for row in rows
    )


def _image(row: Row) -> Image:
    return Image(
        name=row["name"],
        digest=row["digest"],
        media_type=row["media_type"],
        width=row["width"],
        height=row["height"],
        credit=row["credit"],
        licence=row["licence"],
        alt=Text(vi=row["alt_vi"], en=row["alt_en"]),
    )
