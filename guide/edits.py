"""What a visitor changes on a tour: each change is a new request, and a new address.

Whatever is fixed by hand stays fixed when the walk is planned again.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from guide.request import TourRequest
from guide.wishes import NO_WISHES, OldNames, Style


def leave_out(request: TourRequest, slug: str) -> TourRequest:
    """Do not visit a site, whatever wished for it so far."""
    wishes = request.wishes
    return replace(
        request,
        must=_without(request.must, slug),
        never=(*_without(request.never, slug), slug),
        wishes=replace(
            wishes,
            first=None if wishes.first == slug else wishes.first,
            last=None if wishes.last == slug else wishes.last,
            order=_without(wishes.order, slug),
            at=tuple(wish for wish in wishes.at if wish.site != slug),
            before=tuple(pair for pair in wishes.before if slug not in pair),
        ),
    )


def keep(request: TourRequest, slug: str) -> TourRequest:
    """Visit a site in any case."""
    return replace(
        request,
        must=(*_without(request.must, slug), slug),
        never=_without(request.never, slug),
    )


def release(request: TourRequest, slug: str) -> TourRequest:
    """Neither insist on a site nor leave it out."""
    return replace(
        request,
        must=_without(request.must, slug),
        never=_without(request.never, slug),
    )


def swap(request: TourRequest, slug: str, other: str) -> TourRequest:
    """Visit another site instead of one."""
    return keep(leave_out(request, slug), other)


def move(
    request: TourRequest, order: Sequence[str], slug: str, steps: int
) -> TourRequest:
    """Visit the sites of ``order`` in that order, with one of them moved.

    Args:
        request: the request so far.
        order: the sites that the tour visits now.
        slug: which of them to move.
        steps: how many places later; negative is earlier. It stops at the ends.
    """
    place = order.index(slug)
    others = [*order[:place], *order[place + 1 :]]
    target = max(0, place + steps)
    moved = (*others[:target], slug, *others[target:])
    number = {site: at for at, site in enumerate(moved)}
    wishes = request.wishes
    # Who moves the first stop no longer wants it to be the first.
    return replace(
        request,
        wishes=replace(
            wishes,
            order=moved,
            first=None if wishes.first in moved[1:] else wishes.first,
            last=None if wishes.last in moved[:-1] else wishes.last,
            before=tuple(
                (site, other)
                for site, other in wishes.before
                if number.get(site, -1) < number.get(other, len(moved))
            ),
        ),
    )


def in_style(request: TourRequest, style: Style) -> TourRequest:
    """Ask for the same walk in another style."""
    return replace(request, style=style)


def with_names(request: TourRequest, names: OldNames | None) -> TourRequest:
    """Ask for the same walk with old street names in its directions, or without."""
    return replace(request, names=names)


def with_old_names(request: TourRequest) -> TourRequest:
    """Ask for the same walk with all old street names in its directions."""
    return with_names(request, OldNames())


def without(request: TourRequest, field: str) -> TourRequest:
    """Drop all wishes of one field.

    Raises:
        KeyError: there is no such field of wishes.
    """
    return _DROP[field](request)


def _dropping(name: str) -> Callable[[TourRequest], TourRequest]:
    return lambda request: replace(
        request,
        wishes=replace(request.wishes, **{name: getattr(NO_WISHES, name)}),
    )


_DROP: dict[str, Callable[[TourRequest], TourRequest]] = {
    "stops": _dropping("max_stops"),
    "walk": _dropping("max_walk_m"),
    "break": _dropping("breaks"),
    "only": _dropping("sure"),
    **{
        name: _dropping(name)
        for name in (
            "follow", "first", "last", "order", "before", "at", "most", "varied",
            "streets",
            "days", "groups",
        )
    },
}  # fmt: skip


def _without(slugs: Iterable[str], slug: str) -> tuple[str, ...]:
    return tuple(other for other in slugs if other != slug)
