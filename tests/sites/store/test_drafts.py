from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from sites.model import Site
from sites.staff import shape
from sites.staff.account import Account
from sites.staff.draft import Change, Draft
from sites.staff.errors import NoDraft, NoSuchMove, Overtaken, OwnWork
from sites.staff.moves import Move, State
from sites.staff.roles import Role
from sites.store.audit import done
from sites.store.drafts import Drafts
from sites.store.store import Store
from tests.sites.factories import catalogue, site
from tests.sites.store.conftest import OpenStore

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)
A = site("a")
LIVE = shape.of_site(A)


def who(login: str, role: Role) -> Account:
    return Account(id=1, login=login, called=login.title(), role=role)


LAN = who("lan", Role.CONTRIBUTOR)
HANH = who("hanh", Role.EDITOR)
TUAN = who("tuan", Role.PUBLISHER)


@pytest.fixture
def drafts(store: Store) -> Drafts:
    store.fill(catalogue(A))
    return Drafts(store)


def named(name: str) -> dict[str, object]:
    return {**LIVE, "name": {"vi": name, "en": name}}


def save(drafts: Drafts, name: str, version: int, by: Account = LAN) -> Draft:
    change = Change(version=version, document=named(name))
    return drafts.save(drafts.get("a", LIVE), change, by, NOW)


def accepted(drafts: Drafts, name: str = "Mới") -> Draft:
    draft = save(drafts, name, 0)
    draft = drafts.move(draft, Move.SUBMIT, LAN, NOW)
    return drafts.move(draft, Move.ACCEPT, HANH, NOW)


def live(drafts: Drafts) -> Site:
    return drafts.store.catalogue().get("a")


def test_what_is_saved_is_read_back_and_visitors_see_nothing_of_it(
    drafts: Drafts,
) -> None:
    made = save(drafts, "Mới", 0)

    assert drafts.get("a", LIVE) == made
    assert (made.version, made.state) == (1, State.DRAFT)
    assert live(drafts) == A
    assert drafts.all() == {"a": made}


def test_the_history_begins_with_what_was_published(drafts: Drafts) -> None:
    save(drafts, "Mới", 0)
    save(drafts, "Mới hơn", 1)

    told = [(one.number, one.sort, one.version) for one in drafts.history("a")]
    assert told == [(3, "draft", 2), (2, "draft", 1), (1, "published", 0)]
    assert drafts.revision("a", 1).document == LIVE


def test_a_revision_may_have_a_name(drafts: Drafts) -> None:
    change = Change(version=0, document=named("x"), name="vor Tết")
    drafts.save(drafts.get("a", LIVE), change, LAN, NOW)

    assert drafts.history("a")[0].name == "vor Tết"


def test_whoever_comes_second_is_told_who_was_first_and_loses_nothing(
    drafts: Drafts,
) -> None:
    save(drafts, "Của Hạnh", 0, HANH)

    with pytest.raises(Overtaken, match="hanh saved this site") as told:
        save(drafts, "Của Lan", 0)

    assert (told.value.version, told.value.at) == (1, NOW)
    assert drafts.get("a", LIVE).document == named("Của Hạnh")
    kept = drafts.revision("a", told.value.kept or 0)
    assert (kept.sort, kept.document, kept.by) == ("conflict", named("Của Lan"), "lan")


def test_of_twenty_at_once_one_wins_and_nineteen_keep_their_text(
    drafts: Drafts, open_store: OpenStore
) -> None:
    names = [f"Bản {number}" for number in range(20)]
    each = [Drafts(open_store()) for _ in range(4)]

    def write(number: int) -> bool:
        try:
            save(each[number % 4], names[number], 0, who(f"n{number}", Role.EDITOR))
        except Overtaken:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(write, range(20)))

    assert won.count(True) == 1
    history = drafts.history("a")
    kept = {r.document["name"]["vi"]: r.sort for r in history if r.number > 1}
    assert sorted(kept) == sorted(names)
    assert sorted(kept.values()) == ["conflict"] * 19 + ["draft"]
    assert drafts.get("a", LIVE).document == named(names[won.index(True)])


@pytest.mark.usefixtures("drafts")
def test_nobody_is_refused_who_meets_nobody(open_store: OpenStore) -> None:
    each = [Drafts(open_store()) for _ in range(8)]

    def write(number: int) -> int:
        draft = Draft(
            site=f"s{number}", version=0, state=State.PUBLISHED, document=LIVE
        )
        for version in range(25):
            change = Change(version=version, document=named(f"{version}"))
            draft = each[number].save(draft, change, HANH, NOW)
        return draft.version

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(write, range(8))) == [25] * 8


def test_what_was_accepted_is_published(drafts: Drafts) -> None:
    draft = accepted(drafts)
    new = site("a", name=A.name)
    edition = drafts.store.edition()

    after = drafts.publish(draft, new, draft.document, TUAN, NOW)

    assert after.state is State.PUBLISHED
    assert drafts.store.edition() == edition + 1
    assert drafts.history("a")[0].sort == "published"
    assert [one.did for one in done(drafts.store, "a")][:3] == [
        "publish", "accept", "submit",
    ]  # fmt: skip


def test_of_one_language_alone_the_rest_stays_accepted(drafts: Drafts) -> None:
    draft = accepted(drafts)

    after = drafts.publish(draft, A, LIVE, TUAN, NOW)

    assert after.state is State.ACCEPTED
    assert after.authors == ("lan",)


def test_nothing_but_what_was_accepted_is_published(drafts: Drafts) -> None:
    draft = save(drafts, "Mới", 0)

    with pytest.raises(NoSuchMove):
        drafts.publish(draft, site("a", interest=1), draft.document, TUAN, NOW)

    assert live(drafts) == A
    assert drafts.get("a", LIVE) == draft


def test_nobody_accepts_their_own_work(drafts: Drafts) -> None:
    draft = drafts.move(save(drafts, "Mới", 0, HANH), Move.SUBMIT, HANH, NOW)

    with pytest.raises(OwnWork):
        drafts.move(draft, Move.ACCEPT, HANH, NOW)


def test_what_was_changed_in_between_is_not_moved(drafts: Drafts) -> None:
    old = save(drafts, "Mới", 0)
    save(drafts, "Khác", 1, HANH)

    with pytest.raises(Overtaken):
        drafts.move(old, Move.SUBMIT, LAN, NOW)
    with pytest.raises(Overtaken):
        drafts.publish(old, A, old.document, TUAN, NOW)
    with pytest.raises(Overtaken):
        drafts.discard(old, LIVE, LAN, NOW)


def test_a_draft_that_was_given_up_stays_in_the_history(drafts: Drafts) -> None:
    draft = drafts.discard(save(drafts, "Mới", 0), LIVE, LAN, NOW)

    assert (draft.state, draft.document, draft.authors) == (State.PUBLISHED, LIVE, ())
    assert drafts.history("a")[0].document == named("Mới")


def test_what_is_typed_is_kept_and_is_in_no_history(drafts: Drafts) -> None:
    for number in range(50):
        change = Change(version=0, document=named(f"chữ {number}"))
        drafts.autosave("a", change, "lan", NOW)

    typed = drafts.autosaved("a", "lan")
    assert typed
    assert typed["document"] == named("chữ 49")
    assert drafts.autosaved("a", "hanh") is None
    assert drafts.history("a") == []


def test_saving_forgets_what_was_typed(drafts: Drafts) -> None:
    drafts.autosave("a", Change(version=0, document=named("x")), "lan", NOW)

    save(drafts, "Mới", 0)

    assert drafts.autosaved("a", "lan") is None


def test_what_was_typed_is_given_up(drafts: Drafts) -> None:
    drafts.autosave("a", Change(version=0, document=named("x")), "lan", NOW)

    drafts.forget("a", "lan")

    assert drafts.autosaved("a", "lan") is None


def test_a_version_is_found_again(drafts: Drafts) -> None:
    save(drafts, "Một", 0)
    save(drafts, "Hai", 1)

    assert drafts.at_version("a", 1) == named("Một")
    assert drafts.at_version("a", 0) == LIVE
    assert drafts.at_version("b", 0) is None


def test_there_is_no_such_revision(drafts: Drafts) -> None:
    with pytest.raises(NoDraft):
        drafts.revision("a", 1)
