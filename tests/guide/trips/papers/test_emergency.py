from dataclasses import replace

from guide.around import Around
from guide.streets.spots import Spot
from guide.trips.papers.blocks import Fields, Grid, Para
from guide.trips.papers.emergency import plan_b, sheet
from guide.trips.plan import TripPlan
from tests.guide.factories import on
from tests.guide.trips.papers.conftest import gathered
from tests.guide.trips.trips import TEMPLES, planned


def test_what_the_map_does_not_know_is_left_blank_not_made_up(bare: TripPlan) -> None:
    blocks = list(sheet(gathered(bare)))
    fields = next(b for b in blocks if isinstance(b, Fields))
    said = " ".join(b.text for b in blocks if isinstance(b, Para))

    assert all(value == "" for _label, value in fields.pairs)
    assert "bệnh viện, công an" in said


def test_the_hospitals_of_the_map_are_listed_with_how_far_they_are(
    bare: TripPlan,
) -> None:
    spot = Spot(kind="hospital", position=on(200, 300), name="Bệnh viện Việt Tiệp")
    tour = replace(bare.tour, around=Around(spots=[spot]))
    blocks = list(sheet(gathered(replace(bare, tour=tour))))
    grid = next(b for b in blocks if isinstance(b, Grid))
    number = [site.slug for site in bare.sites].index("giua") + 1

    assert grid.rows[0] == (
        "Bệnh viện", "Bệnh viện Việt Tiệp", f"100 m từ điểm {number}",
    )  # fmt: skip


def test_a_closed_stop_is_replaced_by_the_nearest_that_was_left_out() -> None:
    plan = planned(*TEMPLES, most_stops=2)
    (grid,) = [b for b in plan_b(gathered(plan)) if isinstance(b, Grid)]
    (out,) = [one.site.name.vi for one in plan.tour.left_out]

    assert [out in row[1] for row in grid.rows] == [True, True]


def test_where_nothing_was_left_out_one_stays_longer_elsewhere(bare: TripPlan) -> None:
    (grid,) = [b for b in plan_b(gathered(bare)) if isinstance(b, Grid)]

    assert "ở lại lâu hơn" in grid.rows[0][1]
