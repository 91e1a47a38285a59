"""Everything that can be wrong with the question for a walk.

BadRequest                  each names its field
├── BadMinutes, BadMoment, BadChoice, BadPlace, BadCount, BadWish, Missing
├── Contradiction           the same site is wanted and not wanted
├── TooManyWalks            more days and groups than anybody plans at once
├── NoSuchSite              a field names a site that is not in the catalogue
└── NoSuchEntry             a field names a person or event that nobody tells of
"""

from collections.abc import Iterable, Sequence

from guide.errors import GuideError


class BadRequest(GuideError):
    """The question is wrong; ``field`` is the part of it to change."""

    def __init__(self, field: str, **values: object) -> None:
        self.field = field
        super().__init__(field=field, **values)


class BadMinutes(BadRequest):
    """A duration that is none, or that nobody walks."""

    text = (
        "%(field)s: “%(given)s” is no duration for a walk; "
        "give a whole number of minutes from %(low)s to %(high)s"
    )

    def __init__(self, field: str, given: str, low: int, high: int) -> None:
        super().__init__(field, given=given, low=low, high=high)


class BadMoment(BadRequest):
    """A date and time that is none."""

    text = (
        "%(field)s: “%(given)s” is no date and time that we can plan for; "
        "write it like 2026-11-22T08:00 (the city's time), from 2000 to 2100"
    )

    def __init__(self, field: str, given: str) -> None:
        super().__init__(field, given=given)


class BadChoice(BadRequest):
    """A word that is none of those that the field knows."""

    text = "%(field)s: “%(given)s” is not known; choose from %(known)s"

    def __init__(self, field: str, given: str, known: Iterable[str]) -> None:
        super().__init__(field, given=given, known=", ".join(known))


class BadPlace(BadRequest):
    """A position that is none, or not in the city."""

    text = (
        "%(field)s: %(given)s is not a position in %(city)s; "
        "give latitude,longitude like 20.8560,106.6874, or the name of a site"
    )

    def __init__(self, field: str, given: str, city: str) -> None:
        super().__init__(field, given=given, city=city)


class BadCount(BadRequest):
    """A number that is none, or that the field does not take."""

    text = (
        "%(field)s: “%(given)s” does not fit; "
        "give a whole number from %(low)s to %(high)s"
    )

    def __init__(self, field: str, given: str, low: int, high: int) -> None:
        super().__init__(field, given=given, low=low, high=high)


class BadWish(BadRequest):
    """A wish of several parts that cannot be read."""

    text = "%(field)s: “%(given)s” cannot be read; write it like %(like)s"

    def __init__(self, field: str, given: str, like: str) -> None:
        super().__init__(field, given=given, like=like)


class TooManyWalks(BadRequest):
    """More days and groups than are planned at once."""

    text = (
        "%(field)s: %(days)s days times %(groups)s groups are more than %(most)s "
        "walks; ask for fewer days or fewer groups"
    )

    def __init__(self, field: str, days: int, groups: int, most: int) -> None:
        super().__init__(field, days=days, groups=groups, most=most)


class Missing(BadRequest):
    """A field that the question cannot do without."""

    text = "%(field)s is missing; say where the walk starts: a site or a position"


class Contradiction(BadRequest):
    """The same site is wanted and not wanted."""

    text = "%(field)s: %(names)s cannot be asked for and left out; take one away"

    def __init__(self, field: str, names: Sequence[str]) -> None:
        self.slugs = tuple(names)
        super().__init__(field, names=", ".join(names))


class NoSuchSite(BadRequest):
    """A field names a site that is not in the catalogue."""

    text = "%(field)s: there is no site called “%(given)s”; did you mean %(near)s?"

    def __init__(self, field: str, given: str, near: Sequence[str]) -> None:
        self.near = tuple(near)
        super().__init__(field, given=given, near=", ".join(near))


class NoSuchEntry(BadRequest):
    """A field names a person or an event that nobody tells of."""

    text = "%(field)s: nobody and nothing is called “%(given)s”; is it %(near)s?"

    def __init__(self, field: str, given: str, near: Sequence[str]) -> None:
        self.entries = tuple(near)
        super().__init__(field, given=given, near=", ".join(near))
