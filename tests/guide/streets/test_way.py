import pytest

from guide.streets.way import Stretch, joined


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ([], ()),
        ([Stretch("A", 10), Stretch("A", 5)], (Stretch("A", 15),)),
        ([Stretch(None, 10), Stretch(None, 5)], (Stretch(None, 15),)),
        ([Stretch("A", 10), Stretch("B", 5)], (Stretch("A", 10), Stretch("B", 5))),
        ([Stretch("A", 10), Stretch("B", 0.9), Stretch("A", 1)], (Stretch("A", 11),)),
        ([Stretch("A", 0.9)], ()),
        ([Stretch("A", 1)], (Stretch("A", 1),)),
    ],
)
def test_neighbours_of_one_name_are_joined(
    given: list[Stretch], found: tuple[Stretch, ...]
) -> None:
    assert joined(given) == found
