"""What a file format is: a name, a media type, and a function from tour to bytes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from guide.links import NO_LINKS, Links
from guide.streets.land import Land
from guide.streets.pack import Pack
from guide.tour import Tour
from sites.names import Language, Text


@dataclass(frozen=True, slots=True)
class Setting:
    """What a document of a tour needs besides: the ground below its map, and the paper.

    ``land`` is read only where something is drawn: there may be much of it. ``links``
    are the addresses that it names, those in QR codes too.
    """

    pack: Pack
    land: Callable[[], Iterable[Land]] = tuple
    paper: str = "a4"
    links: Links = NO_LINKS


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a tour; the name is also the ending of the file.

    ``explains`` says that it tells what would bring in the sites that are left out;
    ``paint`` does the same as ``render``, with the ground below.
    """

    name: str
    label: Text
    media_type: str
    render: Callable[[Tour, Language], bytes]
    explains: bool = False
    paint: Callable[[Tour, Language, Setting], bytes] | None = None

    def document(self, tour: Tour, language: Language, setting: Setting) -> bytes:
        """Write a tour, on its ground and with its addresses if the format has any.

        Raises:
            BadChoice: there is no such paper.
        """
        if self.paint:
            return self.paint(tour, language, setting)
        return self.render(tour, language)


def file_name(tour: Tour, form: Format) -> str:
    """Return a file name that sorts by day and needs no accents."""
    return f"hai-phong-{tour.request.depart:%Y-%m-%d-%H%M}.{form.name}"
