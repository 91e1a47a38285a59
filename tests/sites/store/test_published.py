from sites.city import HAI_PHONG
from sites.store import published
from sites.store.store import Store
from tests.sites.factories import FESTIVE, catalogue


def test_the_catalogue_is_read_with_one_query_a_table(store: Store) -> None:
    store.fill(catalogue(FESTIVE))
    with store.reading() as connection:
        found = published.catalogue(connection, HAI_PHONG)

    assert list(found) == [FESTIVE]
    assert found.edition == 1
    assert found.city is HAI_PHONG
