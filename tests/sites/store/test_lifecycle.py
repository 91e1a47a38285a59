import pytest

from sites.catalogue import Catalogue
from sites.staff import shape
from sites.staff.draft import Change
from sites.staff.errors import AddressTaken, BadAddress, InUse, NoDraft
from sites.staff.moves import State
from sites.store.drafts import Drafts
from sites.store.lifecycle import Lifecycle
from sites.store.store import Store
from tests.sites.factories import catalogue, site
from tests.sites.store.test_drafts import LAN, NOW, TUAN

A = site("a")
LIVE = shape.of_site(A)


@pytest.fixture
def life(store: Store) -> Lifecycle:
    store.fill(catalogue(A, site("b")))
    return Lifecycle(store)


def test_a_site_begins_as_a_draft(life: Lifecycle) -> None:
    draft = life.begin("moi", shape.empty(), LAN, NOW)

    assert (draft.version, draft.state) == (1, State.DRAFT)
    assert Drafts(life.store).get("moi", None) == draft
    assert "moi" not in life.store.catalogue().sites


@pytest.mark.parametrize("slug", ["", "Đền", "a b", "-a", "a--b", "a" * 61, "../a"])
def test_an_address_that_is_none_is_refused(life: Lifecycle, slug: str) -> None:
    with pytest.raises(BadAddress):
        life.begin(slug, {}, LAN, NOW)


def test_an_address_is_taken_once_and_for_all(life: Lifecycle) -> None:
    life.begin("draft", shape.empty(), LAN, NOW)
    life.rename(A, "new", TUAN, NOW)
    life.take_away("b", LIVE, TUAN, NOW)

    for slug in ("draft", "new", "a", "b"):
        with pytest.raises(AddressTaken):
            life.begin(slug, {}, LAN, NOW)


def test_an_old_address_leads_to_the_new_one(life: Lifecycle) -> None:
    life.rename(A, "new", TUAN, NOW)
    renamed = life.store.catalogue().get("new")

    life.rename(renamed, "newest", TUAN, NOW)

    assert set(life.store.catalogue().sites) == {"b", "newest"}
    assert life.store.catalogue().get("newest").former == ("a", "new")
    short = life.store.short_addresses()
    assert short.now("a", life.store.catalogue().sites) == "newest"
    assert [life.moved_to(slug) for slug in ("a", "new", "b", "x")] == [
        "newest", "newest", None, None,
    ]  # fmt: skip


def test_drafts_and_history_go_along(life: Lifecycle) -> None:
    drafts = Drafts(life.store)
    change = Change(version=0, document={**LIVE, "interest": 1})
    drafts.save(drafts.get("a", LIVE), change, LAN, NOW)

    life.rename(A, "new", TUAN, NOW)
    draft = drafts.get("new", LIVE)
    drafts.save(draft, Change(version=1, document=LIVE), LAN, NOW)

    assert [(one.site, one.number) for one in drafts.history("new")] == [
        ("new", 3), ("a", 2), ("a", 1),
    ]  # fmt: skip
    assert drafts.revision("new", 2).document["interest"] == 1


def test_what_is_taken_away_lies_in_the_bin_and_comes_back(life: Lifecycle) -> None:
    life.take_away("a", LIVE, TUAN, NOW)

    assert "a" not in life.store.catalogue().sites
    assert [(one.site, one.document) for one in life.bin()] == [("a", LIVE)]
    life.bring_back(A, TUAN)
    assert life.store.catalogue().get("a") == A
    assert life.bin() == []
    with pytest.raises(NoDraft):
        life.bring_back(A, TUAN)


def test_what_people_and_events_lead_to_is_not_taken_away(
    store: Store, built_in: Catalogue
) -> None:
    store.fill(built_in)
    life = Lifecycle(store)

    assert "le-chan" in life.uses("den-nghe")
    with pytest.raises(InUse, match="le-chan"):
        life.take_away("den-nghe", {}, TUAN, NOW)
    life.rename(built_in.get("den-nghe"), "den-nghe-le-chan", TUAN, NOW)
    people = store.catalogue().history.people_at("den-nghe-le-chan")
    assert [person.slug for person, _how in people] == ["le-chan"]
