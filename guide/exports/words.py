"""Short words that several formats write alike."""

from guide.tour import Tour
from sites.names import Language


def tour_name(tour: Tour, language: Language) -> str:
    """Name a tour by where it starts, when, and how many stops it has."""
    start = tour.start.name_in(language)
    when = f"{tour.request.depart:%d/%m/%Y %H:%M}"
    count = len(tour.stops)
    if language == "vi":
        return f"Dạo bộ từ {start}, {when}: {count} điểm dừng"
    return f"Walk from {start}, {when}: {count} stop{'' if count == 1 else 's'}"
