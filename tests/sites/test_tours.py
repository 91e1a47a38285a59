from sites.names import Text
from sites.tours import OfferedTour

TOUR = OfferedTour(
    slug="a",
    name=Text(vi="Dạo", en="Walk"),
    note=Text(vi="Ngắn.", en="Short."),
    words=(("from", ("den-nho",)), ("like", ("war", "religious"))),
)


def test_it_asks_what_an_address_would_ask() -> None:
    assert TOUR.asked == {"from": ["den-nho"], "like": ["war", "religious"]}
