"""What the form of a class trip calls each field, and what it shows of each."""

from flask_babel import gettext

from guide.trips.facts import FACTS
from guide.web.here import language, services
from sites.errors import SiteNotFound


def trip_labels() -> dict[str, str]:
    """Return what the form calls each field that is there once."""
    facts = {f"fact_{key}": fact.label.in_(language()) for key, fact in FACTS.items()}
    return facts | {
        "classes": gettext("Classes"),
        "adults": gettext("Adults who go along"),
        "age_from": gettext("Youngest"),
        "age_to": gettext("Oldest"),
        "wheelchairs": gettext("Pupils in wheelchairs"),
        "pace": gettext("How fast do you walk?"),
        "from": gettext("Where the bus lets you out"),
        "to": gettext("Where the bus picks you up"),
        "depart": gettext("Leave at"),
        "minutes": gettext("Minutes in all"),
        "ratio": gettext("Pupils for one adult"),
        "groups": gettext("Groups"),
        "stop": gettext("Must see"),
        "most_stops": gettext("At most so many stops"),
        "toilets_every": gettext("A toilet every so many minutes"),
        "lunch_minutes": gettext("Lunch, in minutes"),
        "lunch_place": gettext("Where lunch is eaten"),
        "lunch_from": gettext("Lunch not before"),
        "lunch_to": gettext("Lunch over by"),
    }


BY_STOP = ("holds_", "objective_", "toilet_")


def label_of(field: str) -> str:
    """Name a field; one that belongs to a stop by the stop."""
    for begin in BY_STOP:
        if field.startswith(begin):
            return _stop_name(field.removeprefix(begin))
    return trip_labels().get(field, field)


def _stop_name(slug: str) -> str:
    try:
        return services().catalogue.get(slug).name.in_(language())
    except SiteNotFound:
        return slug
