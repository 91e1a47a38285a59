"""The map of a trip: the walks of all groups, and every place once, by its number."""

from guide.maps import still
from guide.maps.still import Picture, Pin
from guide.maps.tourmap import ground
from guide.trips.papers.material import Material
from guide.trips.passages import END, LUNCH, START, mark
from sites.names import Text

MAP = Text(vi="Bản đồ chuyến đi", en="Map of the trip")


def trip_map(material: Material) -> bytes:
    """Draw it as SVG, on the streets in use."""
    plan, language = material.plan, material.language
    picture = Picture(
        title=MAP.in_(language),
        lines=[part.path for part in plan.parts],
        pins=[*_ends(material), *_places(material)],
        attribution=plan.tour.attribution,
        language=language,
    )
    terrain = material.terrain
    return still.draw(picture, ground(terrain.pack, terrain.land))


def _ends(material: Material) -> list[Pin]:
    tour, say = material.plan.tour, material.say
    ends = [(tour.start, say(START))]
    if tour.end == tour.start:
        ends = [(tour.start, f"{say(START)}, {say(END).lower()}")]
    else:
        ends.append((tour.end, say(END)))
    return [
        Pin(position=p.position, name=f"{words}: {p.name_in(material.language)}")
        for p, words in ends
    ]


def _places(material: Material) -> list[Pin]:
    plan, language = material.plan, material.language
    return [
        Pin(
            position=place.position,
            name=place.name_in(language),
            label="II" if number >= len(plan.sites) else mark(plan, number, language),
            beside=material.say(LUNCH) if number >= len(plan.sites) else "",
        )
        for number, place in enumerate(plan.places)
    ]
