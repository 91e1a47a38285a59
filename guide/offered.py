"""Whether the walks that the staff offer can be asked for."""

from datetime import datetime

from guide import asked
from guide.bad_request import BadRequest
from guide.places import canonical
from sites.catalogue import Catalogue
from sites.errors import Fault

FILE = "tours.yaml"


def faults(catalogue: Catalogue, now: datetime) -> list[Fault]:
    """Name the walks that ask for what cannot be asked, by the line where each stands.

    Whether a walk of today has any stop is not looked at: that depends on the hour.
    """
    found = []
    for tour in catalogue.tours:
        try:
            request = asked.read_request(tour.asked, catalogue.city, now)
            canonical(request, catalogue)
        except BadRequest as problem:
            found.append(Fault(FILE, tour.line, f"{tour.slug}.ask: {problem}"))
    return found
