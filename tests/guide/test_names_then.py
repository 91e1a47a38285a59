from guide.names_then import held, label, labels
from sites.catalogue import Catalogue
from sites.names import Text
from sites.pastnames import PastName, Period
from sites.streets import NamedStreet

FRENCH = Period(key="p", name=Text(vi="x", en="x"), since=1874, until=1955, sources=())
WEST = PastName(name="đại lộ Tây", until=1945, period=FRENCH)
EAST = PastName(name="phố Đông", until=1945, period=FRENCH)
LATER = PastName(name="phố Sau", since=1945, until=1954)
VAGUE = PastName(name="phố Mờ")
STREET = NamedStreet(slug="a", name="Phố A", once=(WEST, EAST, LATER, VAGUE))
CATALOGUE = Catalogue(streets=[STREET])


def test_names_that_surely_held_come_alone() -> None:
    assert held(STREET, 1950) == (LATER,)
    assert held(STREET, 1945) == (LATER,)


def test_names_of_a_period_come_where_none_is_sure() -> None:
    assert held(STREET, 1944) == (WEST, EAST)


def test_a_name_of_which_no_time_is_known_is_no_name_of_a_year() -> None:
    assert held(STREET, 1960) == ()


def test_the_map_shows_all_names_of_parts_beginning_with_a_capital() -> None:
    assert label("Phố A", 1925, CATALOGUE) == "Đại lộ Tây – phố Đông"
    assert label("đường a", 1950, CATALOGUE) == "Phố Sau"


def test_streets_of_which_nothing_is_told_keep_their_name() -> None:
    assert label("Phố A", 1960, CATALOGUE) == "Phố A"
    assert label("Phố B", 1925, CATALOGUE) == "Phố B"
    assert labels(["Phố A", "Phố B"], 1950, CATALOGUE) == {"Phố A": "Phố Sau"}


def test_the_labels_of_a_year_are_those_that_the_content_tells(
    built_in: Catalogue,
) -> None:
    for year in range(1874, 2027):
        for street in built_in.streets:
            names = [name.name for name in held(street, year)]
            told = [n.name for n in street.once if n.held_in(year) is not False]
            assert {*names} <= {*told}
            assert not street.name or label(street.name, year, built_in)
    assert label("Phố Cầu Đất", 1925, built_in) == "Phố Pôn Đume"
    assert label("Phố Điện Biên Phủ", 1950, built_in) == (
        "Đại lộ Lê Hồng Phong – phố Phạm Ngũ Lão"
    )
    assert label("Phố Đinh Tiên Hoàng", 1946, built_in) == "Phố Nguyễn Thị Minh Khai"
    assert label("Phố Cầu Đất", 1980, built_in) == "Phố Cầu Đất"
