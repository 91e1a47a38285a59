"""What a file format is: a name, a media type, and a function from tour to bytes."""

from collections.abc import Callable
from dataclasses import dataclass

from guide.tour import Tour
from sites.names import Language, Text


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a tour; the name is also the ending of the file.

    ``explains`` says that it tells what would bring in the sites that are left out.
    """

    name: str
    label: Text
    media_type: str
    render: Callable[[Tour, Language], bytes]
    explains: bool = False


def file_name(tour: Tour, form: Format) -> str:
    """Return a file name that sorts by day and needs no accents."""
    return f"hai-phong-{tour.request.depart:%Y-%m-%d-%H%M}.{form.name}"
