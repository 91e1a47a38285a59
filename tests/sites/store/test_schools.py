from datetime import UTC, datetime

from sites.store.audit import done
from sites.store.schools import LENGTH, Schools
from sites.store.store import Store
from sites.store.trips import LETTERS

NOW = datetime(2026, 11, 29, 8, tzinfo=UTC)


def test_a_school_is_found_by_its_code_in_any_case(store: Store) -> None:
    schools = Schools(store)
    made = schools.add("THPT Ngô Quyền", now=NOW, by="admin")

    assert len(made.code) == LENGTH
    assert set(made.code) <= set(LETTERS)
    assert schools.of(f" {made.code.lower()} ") == made
    assert schools.of("NOTHING") is None


def test_a_code_that_was_shut_lets_nobody_in_but_is_still_listed(store: Store) -> None:
    schools = Schools(store)
    made = schools.add("Trường", now=NOW, by="admin")
    schools.close(made.code, by="admin")

    assert schools.of(made.code) is None
    assert [(one.code, one.open) for one in schools.all()] == [(made.code, False)]


def test_two_schools_have_two_codes(store: Store) -> None:
    schools = Schools(store)
    codes = {schools.add("Trường", now=NOW, by="admin").code for _ in range(5)}

    assert len(codes) == 5


def test_who_opened_it_stands_in_the_record(store: Store) -> None:
    Schools(store).add("Trường", now=NOW, by="admin")
    (entry,) = done(store)

    assert (entry.who, entry.did, entry.about) == ("admin", "school code", "Trường")
