from sites.catalogue import Catalogue
from sites.store.store import Store
from tests.sites.test_tours import TOUR


def test_offered_walks_come_back_in_their_order(store: Store) -> None:
    store.fill(Catalogue(tours=(TOUR,)))

    assert store.catalogue().tours == (TOUR,)


def test_they_go_with_the_catalogue_that_held_them(store: Store) -> None:
    store.fill(Catalogue(tours=(TOUR,)))
    store.fill(Catalogue())

    assert store.catalogue().tours == ()
