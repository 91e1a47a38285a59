from guide.trips.papers.blocks import Drawing, Grid, Heading, Points
from guide.trips.papers.route import legs, map_page, timetable
from guide.trips.plan import TripPlan
from tests.guide.trips.papers.conftest import gathered


def test_the_first_table_says_who_is_where_when(ready: TripPlan) -> None:
    grid = next(b for b in timetable(gathered(ready)) if isinstance(b, Grid))

    assert [row[0] for row in grid.rows] == ["7A", "7B"]
    assert len(grid.head) == 1 + 1 + 3 + 1
    assert all(all(row) for row in grid.rows)


def test_each_group_has_a_timetable_of_its_own(ready: TripPlan) -> None:
    blocks = list(timetable(gathered(ready)))
    headings = [b.text for b in blocks if isinstance(b, Heading) and b.level == 3]

    assert headings == [
        "Nhóm 7A: 40 học sinh, 3 người lớn",
        "Nhóm 7B: 36 học sinh, 3 người lớn",
    ]


def test_the_map_shows_every_stop(ready: TripPlan) -> None:
    (drawing,) = [b for b in map_page(gathered(ready)) if isinstance(b, Drawing)]

    for site in ready.sites:
        assert site.name.vi.encode() in drawing.svg


def test_every_walk_is_told_turn_by_turn_once(ready: TripPlan) -> None:
    material = gathered(ready)
    blocks = list(legs(material))
    headings = [b.text for b in blocks if isinstance(b, Heading) and b.level == 3]

    assert len(headings) == len(set(headings)) == len(material.walks)
    assert all(b.items for b in blocks if isinstance(b, Points))
