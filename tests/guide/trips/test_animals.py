from guide.trips.animals import ANIMALS, animal
from sites.names import Text


def test_no_two_animals_are_called_alike() -> None:
    assert len({one.vi for one in ANIMALS}) == len(ANIMALS)
    assert len({one.en for one in ANIMALS}) == len(ANIMALS)
    assert len(ANIMALS) >= 45


def test_who_comes_after_the_last_animal_gets_a_number() -> None:
    assert animal(0) == ANIMALS[0]
    assert animal(len(ANIMALS)) == Text(vi="Rùa 2", en="Turtle 2")
