"""What can go wrong before anybody asks for a walk, and what all our errors are.

GuideError
├── BadConfig       a setting that is wrong or unknown
├── BadPack         a street network that cannot be read
├── NoMap           a site of which no map can be drawn
├── NoSuchFormat    an export that we do not write
├── BadRequest      the question itself is wrong: guide/bad_request.py
└── NoTour          the question is fine, but cannot be walked: guide/no_tour.py
"""

from collections.abc import Iterable

from sites.errors import Said


class GuideError(Said):
    """Something is wrong, and says what to do about it."""


class BadConfig(GuideError):
    """A setting is wrong or unknown."""

    text = "%(problem)s"

    def __init__(self, problem: str) -> None:
        super().__init__(problem=problem)


class BadPack(GuideError):
    """A street network cannot be read."""

    text = (
        "the street pack %(name)s cannot be read (%(problem)s); "
        "put the file back, or take the setting GUIDE_STREETS away"
    )

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(name=name, problem=problem)


class NoMap(GuideError):
    """A site of which no map can be drawn."""

    text = (
        "nobody knows where %(site)s is: there is no map of it; read its page instead"
    )

    def __init__(self, site: str) -> None:
        super().__init__(site=site)


class NoSuchFormat(GuideError):
    """An export that we do not write."""

    text = "there is no format “%(name)s”; choose one of %(known)s"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(name=name, known=", ".join(known))
