"""Old links: what a request names that has moved, or is in the catalogue no more."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from guide import edits
from guide.bad_request import NoSuchSite
from guide.places import site_named
from guide.request import TourRequest
from guide.wishes import Where
from sites.catalogue import Catalogue

Rename = Callable[[str], str]


def unknown(request: TourRequest, catalogue: Catalogue) -> tuple[str, ...]:
    """List what a request calls sites and the catalogue does not know, each once."""
    return tuple(dict.fromkeys(n for n in named(request) if not _knows(catalogue, n)))


def renamed(request: TourRequest, rename: Rename) -> TourRequest:
    """Call every site of a request by its address of today."""

    def site(_field: str, name: str) -> str:
        return rename(name)

    def where(_field: str, given: Where) -> Where:
        return rename(given) if isinstance(given, str) else given

    return replace(
        request,
        start=where("from", request.start),
        end=where("to", request.end) if request.end else None,
        must=tuple(dict.fromkeys(map(rename, request.must))),
        never=tuple(dict.fromkeys(map(rename, request.never))),
        wishes=request.wishes.renamed(site, where),
    )


def without(request: TourRequest, names: tuple[str, ...]) -> TourRequest | None:
    """Ask for the same walk without some sites; None where it starts at one of them.

    A walk that ended there leads back to its start; a break that could be nowhere else
    is taken wherever the walk stops.
    """
    if request.start in names:
        return None
    found = replace(request, end=None if request.end in names else request.end)
    for name in names:
        found = edits.release(edits.leave_out(found, name), name)
    breaks = tuple(
        replace(rest, places=tuple(p for p in rest.places if p not in names))
        for rest in found.wishes.breaks
    )
    return replace(found, wishes=replace(found.wishes, breaks=breaks))


def named(request: TourRequest) -> Iterator[str]:
    """Go through all that a request calls sites."""
    places = [request.start, request.end]
    places += [place for rest in request.wishes.breaks for place in rest.places]
    yield from (place for place in places if isinstance(place, str))
    yield from (*request.must, *request.never)
    yield from (site for _field, site in request.wishes.named)


def _knows(catalogue: Catalogue, name: str) -> bool:
    try:
        site_named("", name, catalogue)
    except NoSuchSite:
        return False
    return True
