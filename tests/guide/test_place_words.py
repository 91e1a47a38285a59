import pytest

from guide.place_words import ACCESS, SPOT_NAMES, access_words, spot_name
from sites.model import Spot, Way
from sites.names import LANGUAGES
from tests.sites.factories import STANDPOINTS


def test_everything_has_words_in_both_languages() -> None:
    assert SPOT_NAMES.keys() == set(Spot)
    assert ACCESS.keys() == set(Way)
    for words in (*SPOT_NAMES.values(), *ACCESS.values()):
        assert all(words.in_(language) for language in LANGUAGES)


def test_a_position_is_named_by_what_it_is_and_by_its_own_name() -> None:
    gate, viewpoint = STANDPOINTS

    assert spot_name(gate, "vi") == "Cổng"
    assert spot_name(viewpoint, "vi") == "Chỗ đứng nhìn: bên kia đường"
    assert spot_name(viewpoint, "en") == "Viewpoint: across the street"


@pytest.mark.parametrize("way", Way)
def test_no_access_reads_like_another(way: Way) -> None:
    others = {access_words(other, "vi") for other in Way if other is not way}

    assert access_words(way, "vi") not in others
