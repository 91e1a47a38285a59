"""Read ``tours.yaml``: the walks that the staff offer."""

from sites.fields import Field, both
from sites.tours import OfferedTour


def read_tours(top: Field) -> tuple[OfferedTour, ...]:
    """Read every walk, in the order of the file; faults are noted in ``top``.

    What the words of a question mean is not known here: ``guide check`` asks it.
    """
    found = (_tour(slug, entry) for slug, entry in top.members())
    return tuple(tour for tour in found if tour)


def _tour(slug: str, entry: Field) -> OfferedTour | None:
    got = entry.mapping(["name", "note", "ask"])
    if not {"name", "note", "ask"} <= got.keys():
        return None
    return OfferedTour(
        slug=slug,
        name=both(got["name"]),
        note=both(got["note"]),
        words=tuple((name, _values(field)) for name, field in got["ask"].members()),
        line=entry.node.start_mark.line + 1,
    )


def _values(field: Field) -> tuple[str, ...]:
    """Read one value, or a list of them."""
    if field.is_list:
        return tuple(one.text() for one in field.items())
    return (field.text(),)
