"""The map of a tour, or of a site, for paper: what is on it, and what lies below."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from guide.bad_request import BadChoice
from guide.errors import NoMap
from guide.maps.ground import Layer, layers_of
from guide.maps.paper import Paper
from guide.maps.still import Picture, Pin
from guide.names_then import label
from guide.streets.land import Land
from guide.streets.pack import Pack
from guide.tour import Place, Rest, Stop, Tour
from guide.wording import rest_words, tour_name
from sites.model import Site
from sites.names import Language


def paper_named(name: str) -> Paper:
    """Return a size of paper by its name.

    Raises:
        BadChoice: there is none of this name; it lists those there are.
    """
    try:
        return Paper(name.lower())
    except ValueError:
        raise BadChoice("paper", name, tuple(Paper)) from None


def picture(tour: Tour, language: Language, paper: Paper = Paper.A4) -> Picture:
    """Say what is on the map of a tour: its walks, its ends, stops and breaks."""
    ends = [tour.start] if tour.start == tour.end else [tour.start, tour.end]
    return Picture(
        title=tour_name(tour, language),
        lines=[part.path for part in tour.parts],
        pins=[
            *(_end(place, language) for place in ends),
            *(_stop(number, s, language) for number, s in enumerate(tour.stops, 1)),
            *(_rest(rest, language) for rest in tour.rests),
        ],
        attribution=tour.attribution,
        language=language,
        paper=paper,
        rename=_names_then(tour),
    )


def site_picture(
    site: Site, attribution: str, language: Language, paper: Paper = Paper.A4
) -> Picture:
    """Say what is on the map of one site, which must have a position.

    Raises:
        NoMap: nobody knows where it is.
    """
    if site.location is None:
        raise NoMap(site.slug)
    pin = Pin(
        position=site.location.position,
        name=site.name.in_(language),
        radius_m=site.location.radius_m,
    )
    return Picture(
        title=site.name.in_(language),
        pins=[pin],
        attribution=attribution,
        language=language,
        paper=paper,
    )


def _names_then(tour: Tour) -> Callable[[str], str] | None:
    names = tour.request.names
    if names is None or names.year is None:
        return None
    year, catalogue = names.year, tour.around.catalogue
    return lambda name: label(name, year, catalogue)


def _end(place: Place, language: Language) -> Pin:
    return Pin(position=place.position, name=place.name_in(language))


def _stop(number: int, stop: Stop, language: Language) -> Pin:
    return Pin(
        position=stop.position,
        name=stop.name.in_(language),
        label=str(number),
        beside=f"{stop.enter:%H:%M}–{stop.leave:%H:%M}",
        radius_m=stop.site.way_in.radius_m if stop.site.way_in else 0.0,
    )


def _rest(rest: Rest, language: Language) -> Pin:
    return Pin(
        position=rest.position,
        name=rest_words(rest, language),
        label="II",
        beside=f"{rest.enter:%H:%M}–{rest.leave:%H:%M}",
    )


@lru_cache(maxsize=1)
def ground(pack: Pack, land: Callable[[], Iterable[Land]]) -> tuple[Layer, ...]:
    """Return the layers of a pack; those of the last one are kept for the next map."""
    return layers_of(pack, land())
