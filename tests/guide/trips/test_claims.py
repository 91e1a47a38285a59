from guide.trips.claims import GAP, Told, claims_of
from sites.names import Text
from tests.sites.factories import KEY, site


def told(vi: str, en: str) -> Told:
    return Told("x", 0, 0, Text(vi=vi, en=en), (KEY,))


def test_one_year_in_both_languages_is_the_year_of_a_sentence() -> None:
    assert told("Xây năm 1904.", "Built in 1904.").year == 1904
    assert told("Xây năm 1904.", "Built in 1905.").year is None
    assert told("Từ 1904 đến 1912.", "From 1904 to 1912.").year is None
    assert told("Dài 1.904 m.", "It is 1,904 m long.").year is None


def test_a_gap_takes_the_place_of_the_year() -> None:
    assert told("Xây năm 1904.", "Built in 1904.").gapped.vi == f"Xây năm {GAP}."


def test_the_claims_of_a_site_know_where_they_stand() -> None:
    (claim,) = claims_of(site())

    assert (claim.passage, claim.place, claim.sources) == (0, 0, (KEY,))
    assert claim.text == Text(vi="Một câu.", en="A sentence.")
