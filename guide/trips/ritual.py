"""Days of worship: on the first and the fifteenth of the moon a class is in the way."""

from datetime import date

from sites import lunar
from sites.model import Kind, Site

WORSHIP_DAYS = frozenset({1, 15})
"""Days of a lunar month on which people come to pray: mồng một and rằm."""


def is_worship(site: Site, day: date) -> bool:
    """Tell whether people come to a site to pray on a day, more than on others."""
    moon = lunar.of(day)
    return site.kind is Kind.RELIGIOUS and moon is not None and moon.day in WORSHIP_DAYS
