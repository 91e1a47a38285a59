"""What a dossier still lacks: it is ready only when nothing is missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from guide.trips.facts import FACTS
from guide.trips.plan import TripPlan
from sites.names import Text

OBJECTIVE = Text(
    vi="Mục tiêu học tập ở điểm {0}: {1}", en="What is learnt at stop {0}: {1}"
)
RATIO = Text(
    vi="Quy định của trường: bao nhiêu học sinh một người lớn",
    en="The school's rule: how many pupils for one adult",
)
AGES = Text(vi="Độ tuổi học sinh", en="Age of the pupils")
TOILETS = Text(
    vi=(
        "Nhà vệ sinh: có nhóm phải đi quá {0} phút; hãy đánh dấu điểm dừng có nhà vệ "
        "sinh (đã hỏi trước)"
    ),
    en=(
        "Toilets: a group is longer than {0} minutes without one; mark the stops that "
        "have one (ask first)"
    ),
)


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing, and the field in which to fill it in."""

    field: str
    label: Text


def missing(plan: TripPlan) -> tuple[Missing, ...]:
    """List everything that is missing, in the order of the form."""
    return tuple(_missing(plan))


def _missing(plan: TripPlan) -> Iterator[Missing]:
    trip = plan.trip
    if trip.ratio is None:
        yield Missing("ratio", RATIO)
    if trip.ages is None:
        yield Missing("age_from", AGES)
    for number, site in enumerate(plan.sites, 1):
        if not trip.objectives.get(site.slug):
            label = Text(
                vi=OBJECTIVE.vi.format(number, site.name.vi),
                en=OBJECTIVE.en.format(number, site.name.en),
            )
            yield Missing(f"objective_{site.slug}", label)
    if not plan.toilets_met:
        every = trip.toilets_every
        label = Text(vi=TOILETS.vi.format(every), en=TOILETS.en.format(every))
        yield Missing("toilets_every", label)
    for fact in FACTS.values():
        if fact.needed and not trip.facts.get(fact.key):
            yield Missing(f"fact_{fact.key}", fact.label)


def is_ready(plan: TripPlan) -> bool:
    """Tell whether the dossier can be handed in."""
    return not missing(plan)
