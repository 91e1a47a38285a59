from datetime import date

import pytest

from sites.errors import EntryNotFound
from sites.history import History
from sites.names import Text
from sites.sources import Claim, Passage
from tests.sites.factories import KEY, passage
from tests.sites.history import event, link, person, told

SAILOR = person(
    "sailor",
    name=Text(vi="Nguyễn Hữu Tuệ", en="Nguyễn Hữu Tuệ"),
    sites=(link("temple", "Ông giấu người.", "He hid a man."),),
)
SCHOLAR = person(
    "scholar", name=Text(vi="Phan Bội Châu", en="Phan Bội Châu"), also=("Sào Nam",)
)
ESCAPE = event(
    "escape",
    "1904",
    name=Text(vi="Xuất dương", en="The escape"),
    sites=(link("temple"), link("port")),
    people=(link("sailor", "Ông đưa đi.", "He saw him off."), link("scholar")),
)
SIEGE = event("siege", "1946-10-30", sites=(link("temple"),))
ALL = History([SCHOLAR, SAILOR], [SIEGE, ESCAPE])


def test_events_stand_in_the_order_of_time() -> None:
    assert list(ALL.events) == ["escape", "siege"]


def test_of_events_that_begin_alike_the_shorter_comes_first() -> None:
    history = History((), [event("year", "1930"), event("day", "1930-01-01")])

    assert list(history.events) == ["day", "year"]


def test_people_stand_in_the_order_of_given_names() -> None:
    people = [
        person(slug, name=Text(vi=name, en=name))
        for slug, name in (("1", "Lê Đức"), ("2", "Trần Ân"), ("3", "Bùi Ân"))
    ]

    assert list(History(people).people) == ["3", "2", "1"]


def test_a_site_knows_its_people_and_its_events() -> None:
    assert ALL.people_at("temple") == [(SAILOR, SAILOR.sites[0].how)]
    assert [found for found, _how in ALL.events_at("temple")] == [ESCAPE, SIEGE]
    assert [found for found, _how in ALL.events_at("port")] == [ESCAPE]
    assert ALL.people_at("elsewhere") == []


def test_a_person_knows_the_events_and_what_the_part_was() -> None:
    assert ALL.events_of("sailor") == [(ESCAPE, ESCAPE.people[0].how)]
    assert ALL.events_of("nobody") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("phan boi", ["scholar"]),
        ("Phan Bội Châu", ["scholar"]),
        ("sao nam", ["scholar"]),
        ("escape", ["escape"]),
        ("xuat", ["escape"]),
        ("tue nguyen", ["sailor"]),
        ("han", []),
        ("", ["scholar", "sailor", "escape", "siege"]),
    ],
)
def test_words_find_names_that_begin_with_them(words: str, found: list[str]) -> None:
    assert [entry.slug for entry in ALL.find(words)] == found


def test_an_address_leads_to_its_person_or_event() -> None:
    assert ALL.get("sailor") is ALL.person("sailor") is SAILOR
    assert ALL.get("siege") is ALL.event("siege") is SIEGE


def test_a_wrong_address_offers_the_nearest() -> None:
    with pytest.raises(EntryNotFound, match="did you mean sailor"):
        ALL.get("sailer")


def test_an_event_is_no_person() -> None:
    with pytest.raises(EntryNotFound) as refused:
        ALL.person("siege")

    assert set(refused.value.entries) <= {"sailor", "scholar"}


def test_nothing_is_offered_where_there_is_nothing() -> None:
    with pytest.raises(EntryNotFound) as refused:
        History().get("sailor")

    assert refused.value.entries == ()


def test_dates_on_which_the_sources_disagree_are_all_kept() -> None:
    disputed = event(when=(told("1944"), told("1941")))

    assert disputed.disputed
    assert (disputed.first, disputed.last) == (date(1941, 1, 1), date(1944, 12, 31))
    assert not ESCAPE.disputed


def test_every_source_is_named_once_in_the_order_of_citation() -> None:
    cited = Passage(
        vi=(Claim("Một.", ("b",)), Claim("Hai.", ("c", "b"))),
        en=(Claim("One.", ("b",)),),
    )
    found = event(lede=cited, people=(link("x"),))

    assert found.sources == (KEY, "b", "c")


def test_the_links_are_read_after_the_story() -> None:
    story = (passage("Chuyện.", "Story."),)
    found = event(story=story, sites=(link("s"),), people=(link("p"),))

    assert found.passages[1:] == (*story, found.sites[0].how, found.people[0].how)


def test_how_many_there_are() -> None:
    assert len(ALL) == 4
    assert len(History()) == 0
