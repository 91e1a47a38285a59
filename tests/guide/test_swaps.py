from guide.edits import swap
from guide.swaps import OFFERED, instead
from guide.wishes import Wishes
from tests.guide.factories import on, request, temple, walk

ROW = [temple(f"t{n}", on(50 * n, 0)) for n in range(6)]


def test_the_nearest_of_what_is_left_out_is_offered_first() -> None:
    tour = walk(request(must=("t1",), wishes=Wishes(max_stops=1)), *ROW)

    offered = [site.slug for site in instead(tour, tour.stops[0])]

    assert {*offered[:2]} == {"t0", "t2"}
    assert offered[2:] == ["t3"]
    assert len(offered) == OFFERED


def test_what_nobody_can_walk_to_or_wants_is_not_offered() -> None:
    island, nowhere = temple("island", on(1000, 0)), temple("nowhere")
    asked = request(never=("t2",), wishes=Wishes(max_stops=1))
    tour = walk(asked, ROW[1], ROW[2], island, nowhere)

    assert instead(tour, tour.stops[0]) == ()


def test_a_swap_brings_the_other_site_and_not_the_first() -> None:
    asked = request(must=("t1",), wishes=Wishes(max_stops=1))

    tour = walk(swap(asked, "t1", "t4"), *ROW)

    assert [stop.site.slug for stop in tour.stops] == ["t4"]
