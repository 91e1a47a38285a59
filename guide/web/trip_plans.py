"""The plans of trips: planned once, kept while the catalogue stays the same."""

import json
from collections import OrderedDict
from threading import Lock
from typing import cast

from flask import Flask, current_app

from guide.trips.asked import read_trip
from guide.trips.plan import TripPlan, plan_trip
from guide.web.here import services
from sites.kept_trips import Words

MOST = 32
"""So many plans are kept: a rotation of many groups takes seconds."""


class Plans:
    """Plans by what was asked; the ones that were wanted last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int], TripPlan] = OrderedDict()
        self._lock = Lock()

    def get(self, words: Words) -> TripPlan:
        """Return the plan of what was asked, made now or before."""
        here = services()
        catalogue = here.catalogue
        key = (json.dumps(words, sort_keys=True), catalogue.edition)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        trip = read_trip(words, catalogue.city)
        found = plan_trip(trip, catalogue, here.streets)
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return found


def register(app: Flask) -> None:
    """Give an app its plans."""
    app.extensions["trip_plans"] = Plans()


def plan_of(words: Words) -> TripPlan:
    """Plan a trip, or remember it.

    Raises:
        BadTrip, BadRequest, NoTour: it cannot be read or planned.
    """
    return cast("Plans", current_app.extensions["trip_plans"]).get(words)
