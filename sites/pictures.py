"""Old maps and photographs: where they belong, and under which terms they are shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sites.affine import Pin, placed
from sites.names import Text
from sites.position import Position


class Shows(StrEnum):
    """What a picture is."""

    MAP = "map"
    PHOTOGRAPH = "photograph"


@dataclass(frozen=True, slots=True)
class Licence:
    """The terms under which a picture is shown; ``url`` where they can be read."""

    name: Text
    url: str | None = None


def _commons(kind: str, version: str) -> Licence:
    name = f"CC {kind.upper()} {version}"
    address = f"https://creativecommons.org/licenses/{kind}/{version}/"
    return Licence(Text(vi=name, en=name), address)


LICENCES: Mapping[str, Licence] = {
    "public-domain": Licence(Text(vi="Phạm vi công cộng", en="Public domain")),
    "cc0": Licence(
        Text(vi="CC0 1.0", en="CC0 1.0"),
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
    "cc-by-4.0": _commons("by", "4.0"),
    "cc-by-3.0": _commons("by", "3.0"),
    "cc-by-sa-4.0": _commons("by-sa", "4.0"),
    "cc-by-sa-3.0": _commons("by-sa", "3.0"),
    "permission": Licence(
        Text(
            vi="Với sự cho phép của người giữ bản quyền",
            en="By permission of whoever holds the rights",
        )
    ),
}
"""The licences that a picture may have, by the word that the files use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A file with its size in pixels; ``data`` is None where the database keeps it."""

    name: str
    digest: str
    media_type: str
    width: int
    height: int
    credit: str
    licence: str
    alt: Text
    data: bytes | None = field(default=None, repr=False, compare=False)

    @property
    def address(self) -> str:
        """Name the file by what is in it, so that browsers may keep it for ever."""
        return f"{self.digest}.{self.media_type.removeprefix('image/')}"

    @property
    def corners(self) -> tuple[tuple[int, int], ...]:
        """Return its corners in pixels, round from the upper left one."""
        return (0, 0), (self.width, 0), (self.width, self.height), (0, self.height)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An old picture; with three pins it lies on the map, with ``now`` beside today's.

    ``site`` is the address of what it shows, where that is a site; ``year`` is None
    where nobody knows it.
    """

    key: str
    shows: Shows
    title: Text
    year: int | None
    then: Image
    sources: tuple[str, ...]
    now: Image | None = None
    site: str | None = None
    note: Text | None = None
    pins: tuple[Pin, ...] = ()

    @property
    def images(self) -> Iterator[Image]:
        """The old picture, and the one of today if there is one."""
        yield self.then
        if self.now:
            yield self.now

    @property
    def corners(self) -> tuple[Position, ...]:
        """Where its four corners lie; none of them where it is on no map."""
        if not self.pins:
            return ()
        return tuple(placed(self.pins, *at) for at in self.then.corners)
