"""Everything for which a walk that was rightly asked for cannot be made.

NoTour                      each names the field to change
├── NoPosition              a site whose position nobody knows
├── HoursNotSure            only sure hours are wanted, and a site of unknown ones
├── NotForClasses           a class is to be led into a festival
├── NothingToFollow         a person or event without a place that one can walk to
├── TooFarFromStreets       a place is nowhere near a street of the pack
├── NoWay                   no street leads there
├── EndTooFar               the bare walk from start to end takes longer than the time
├── DoesNotFit              the sites one must see do not fit into the time
├── Clash                   some wishes contradict each other; it names the fewest
└── NotFound                no walk was found, and it is not proven that there is none
"""

from guide.errors import GuideError
from sites.names import Text


class _InEnglish(Text):
    """A text that an English message says in English: it is more than names."""

    def __str__(self) -> str:
        return self.en


TOO_MUCH = _InEnglish(
    vi="hãy thêm thời gian, đổi giờ đi hoặc bỏ bớt một nơi",
    en="give more minutes, leave at another time, or take one away",
)
LOOSEN = _InEnglish(
    vi="hãy bỏ hoặc nới bớt một yêu cầu", en="drop or loosen one of them"
)


class NoTour(GuideError):
    """The question is fine, but cannot be walked; ``field`` is what to change.

    ``more_minutes`` is how much more time would do, where that was looked for.
    """

    more_minutes: int | None = None

    def __init__(self, field: str, **values: object) -> None:
        self.field = field
        super().__init__(field=field, **values)


class NoPosition(NoTour):
    """A walk cannot lead to a site whose position nobody knows."""

    text = (
        "%(field)s: where %(name)s stands is not known, so no walk can lead there; "
        "take it out, or choose another place"
    )

    def __init__(self, field: str, name: Text) -> None:
        super().__init__(field, name=name)


class HoursNotSure(NoTour):
    """A site of unknown hours is asked for, and none but sure ones are wanted."""

    text = (
        "%(field)s: when %(name)s is open is not known, and you want only places that "
        "are sure to be open; drop that wish, or take this place out"
    )

    def __init__(self, field: str, name: Text) -> None:
        super().__init__(field, name=name)


class NotForClasses(NoTour):
    """A class is to visit a site on the day of its festival."""

    text = (
        "%(field)s: %(name)s has its festival on that day, and is too crowded for a "
        "class; choose another day, or take this place out"
    )

    def __init__(self, field: str, name: Text) -> None:
        super().__init__(field, name=name)


class NothingToFollow(NoTour):
    """A walk is to follow somebody who leads to no place that one can walk to."""

    text = (
        "%(field)s: no walk can follow %(name)s: %(why)s; choose another person or "
        "event, or drop this wish"
    )

    def __init__(self, field: str, name: Text, why: Text) -> None:
        super().__init__(field, name=name, why=_InEnglish(vi=why.vi, en=why.en))


class TooFarFromStreets(NoTour):
    """A place is nowhere near a street that we can walk."""

    text = (
        "%(field)s: %(name)s is %(metres)s m from the nearest street that we know "
        "(limit %(limit)s m); choose a place closer to a street"
    )

    def __init__(self, field: str, name: Text, metres: float, limit_m: float) -> None:
        self.metres, self.limit_m = metres, limit_m
        super().__init__(
            field, name=name, metres=f"{metres:.0f}", limit=f"{limit_m:.0f}"
        )


class NoWay(NoTour):
    """No street of the pack leads from the start to a place."""

    text = "%(field)s: no street leads from the start to %(name)s; choose another place"

    def __init__(self, field: str, name: Text) -> None:
        super().__init__(field, name=name)


class EndTooFar(NoTour):
    """The bare walk from the start to the end takes longer than the time."""

    text = (
        "%(field)s: the walk to %(name)s alone takes %(needed)s minutes; "
        "give more minutes, or choose a closer end"
    )

    def __init__(self, field: str, name: Text, needed: int) -> None:
        super().__init__(field, name=name, needed=needed)


class DoesNotFit(NoTour):
    """What one must see does not fit into the time, or not into the opening hours."""

    text = (
        "%(field)s: %(names)s cannot be seen in %(minutes)s minutes from "
        "%(depart)s; %(hint)s"
    )

    def __init__(
        self,
        field: str,
        names: Text,
        minutes: int,
        depart: str,
        *,
        more: int | None = None,
    ) -> None:
        self.more_minutes = more
        hint = _hint(more) if more else TOO_MUCH
        super().__init__(field, names=names, minutes=minutes, depart=depart, hint=hint)


class NotFound(NoTour):
    """No walk was found that meets all wishes; perhaps there is one."""

    text = (
        "%(field)s: we found no walk that meets all these wishes, and cannot say that "
        "there is none; drop or loosen one of them"
    )


class Clash(NoTour):
    """Some wishes contradict each other: without any one of them there is a walk."""

    text = "%(field)s: these wishes cannot all be met: %(wishes)s; %(hint)s"

    def __init__(self, field: str, wishes: Text, *, more: int | None = None) -> None:
        self.more_minutes = more
        said = _InEnglish(vi=wishes.vi, en=wishes.en)
        super().__init__(field, wishes=said, hint=_hint(more) if more else LOOSEN)


def _hint(more: int) -> Text:
    return _InEnglish(
        vi=f"cho thêm {more} phút là được, hoặc bỏ bớt một yêu cầu",
        en=f"{more} more minutes would do; or take one away",
    )
