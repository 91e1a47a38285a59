"""Old maps and photographs as rows of their tables, and back."""

from collections.abc import Iterable
from typing import Any

from sites.affine import Pin
from sites.names import Text
from sites.pictures import Image, Picture, Shows
from sites.position import Position
from sites.store.columns import Citations, Row, both, certain, subject, text_of


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


def image_rows(pictures: Iterable[Picture]) -> list[dict[str, Any]]:
    """Turn the files of pictures into rows; those that the database keeps have none."""
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
            "data": image.data,
            **both("alt", image.alt),
        }
        for one in pictures
        for place, image in enumerate(one.images)
        if image.data is not None
    ]


def citation_rows(pictures: Iterable[Picture]) -> list[dict[str, Any]]:
    """Say on which sources pictures rest."""
    return [
        {"subject": subject("picture", one.key), "place": place, "source": key}
        for one in pictures
        for place, key in enumerate(one.sources)
    ]


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
