from guide.trips.papers.blocks import Fields, Para
from guide.trips.papers.letter import letter
from guide.trips.plan import TripPlan
from tests.guide.trips.papers.conftest import gathered


def test_the_letter_says_when_and_where_to(ready: TripPlan) -> None:
    said = " ".join(b.text for b in letter(gathered(ready)) if isinstance(b, Para))

    assert "Thứ Hai, 23/11/2026, từ 08:00" in said
    for site in ready.sites:
        assert site.name.vi in said


def test_the_slip_is_filled_in_by_hand(ready: TripPlan) -> None:
    *_, slip = [b for b in letter(gathered(ready)) if isinstance(b, Fields)]

    assert [label for label, _value in slip.pairs][:2] == ["Họ tên học sinh", "Lớp"]
    assert all(value == "" for _label, value in slip.pairs)
