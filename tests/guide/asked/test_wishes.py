from datetime import datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.asked.wishes import read_wishes, wishes_to_words
from guide.bad_request import (
    BadChoice,
    BadCount,
    BadMoment,
    BadPlace,
    BadRequest,
    BadWish,
    TooManyWalks,
)
from guide.streets.profile import Profile
from guide.wishes import NO_WISHES, ONE_DAY, Appointment, Break, Wishes
from sites.city import HAI_PHONG
from sites.model import Kind
from sites.position import Position
from tests.guide.asked.drawn import MOMENTS, all_wishes
from tests.guide.factories import at

DEPART = at("08:00")
FIELDS = ("follow", "first", "last", "order", "before", "at", "stops", "most", "walk",
          "break", "varied", "streets", "only", "days", "groups")  # fmt: skip
NOON = Break(30, time(11, 30), time(13))
LIKE_BREAK = "30@11:30-13:00 / 30@11:30-13:00@nha-hat-lon"


def read(depart: datetime = DEPART, /, **words: str) -> Wishes:
    """Read wishes; ``break_`` stands for the field ``break``."""
    listed = {name.rstrip("_"): [value] for name, value in words.items()}
    return read_wishes(listed, HAI_PHONG, depart)


def written(wishes: Wishes, depart: datetime = DEPART) -> dict[str, str]:
    words = wishes_to_words(wishes, depart)
    return {name: value for name, value in words.items() if value}


def refusal(**words: str) -> str:
    with pytest.raises(BadRequest) as caught:
        read(**words)
    return f"{type(caught.value).__name__} of {caught.value.field}: {caught.value}"


def test_nobody_has_to_wish_for_anything() -> None:
    assert read() == NO_WISHES


def test_the_empty_fields_of_a_form_wish_for_nothing() -> None:
    assert read(**dict.fromkeys(FIELDS, " ")) == NO_WISHES


def test_wishing_for_nothing_takes_no_words() -> None:
    assert wishes_to_words(NO_WISHES, DEPART) == dict.fromkeys(FIELDS, "")


@pytest.mark.parametrize(
    ("words", "wishes"),
    [
        pytest.param({"follow": "a"}, Wishes(follow="a"), id="follow"),
        pytest.param({"first": "a"}, Wishes(first="a"), id="first"),
        pytest.param({"last": "a"}, Wishes(last="a"), id="last"),
        pytest.param({"order": "b,a"}, Wishes(order=("b", "a")), id="order"),
        pytest.param(
            {"before": "a:b,c:d"},
            Wishes(before=(("a", "b"), ("c", "d"))),
            id="before",
        ),
        pytest.param(
            {"at": "a@09:30"}, Wishes(at=(Appointment("a", at("09:30")),)), id="at"
        ),
        pytest.param({"stops": "5"}, Wishes(max_stops=5), id="stops"),
        pytest.param(
            {"most": "religious:2,war:0"},
            Wishes(most=((Kind.RELIGIOUS, 2), (Kind.WAR, 0))),
            id="most",
        ),
        pytest.param({"walk": "2000"}, Wishes(max_walk_m=2000), id="walk"),
        pytest.param(
            {"break": "30@11:30-13:00"}, Wishes(breaks=(NOON,)), id="break anywhere"
        ),
        pytest.param(
            {"break": "30@11:30-13:00;5@14:00-14:05@a|20.860000,106.690000"},
            Wishes(
                breaks=(
                    NOON,
                    Break(5, time(14), time(14, 5), ("a", Position(20.86, 106.69))),
                )
            ),
            id="two breaks",
        ),
        pytest.param({"varied": "yes"}, Wishes(varied=True), id="varied"),
        pytest.param(
            {"streets": "no-steps,lit"},
            Wishes(streets=Profile(step_free=True, lit=True)),
            id="streets",
        ),
        pytest.param({"only": "sure"}, Wishes(sure=True), id="only sure ones"),
        pytest.param({"days": "3"}, Wishes(days=3), id="days"),
        pytest.param({"groups": "4"}, Wishes(groups=4), id="groups"),
    ],
)
def test_each_wish_has_its_word(words: dict[str, str], wishes: Wishes) -> None:
    assert read(**words) == wishes
    assert written(wishes) == words


@pytest.mark.parametrize(
    ("words", "wishes"),
    [
        pytest.param({"varied": "no"}, NO_WISHES, id="not varied"),
        pytest.param({"only": "any"}, NO_WISHES, id="any"),
        pytest.param({"days": "1", "groups": "1"}, NO_WISHES, id="one walk"),
        pytest.param({"order": "a,,b,a"}, Wishes(order=("a", "b")), id="each once"),
        pytest.param({"before": " a : b ,"}, Wishes(before=(("a", "b"),)), id="blanks"),
        pytest.param(
            {"most": "war:1,war:2"}, Wishes(most=((Kind.WAR, 2),)), id="the last most"
        ),
        pytest.param(
            {"at": "a@9:30"}, Wishes(at=(Appointment("a", at("09:30")),)), id="9:30"
        ),
        pytest.param(
            {"break_": " 30 @ 11:30 - 13:00 @ "}, Wishes(breaks=(NOON,)), id="no place"
        ),
        pytest.param(
            {"break_": "5@14:00-14:05@ b||a |b"},
            Wishes(breaks=(Break(5, time(14), time(14, 5), ("b", "a")),)),
            id="each place once",
        ),
        pytest.param(
            {"break_": "30@22:00-1:00"},
            Wishes(breaks=(Break(30, time(22), time(1)),)),
            id="over midnight",
        ),
    ],
)
def test_wishes_may_be_written_in_other_ways(
    words: dict[str, str], wishes: Wishes
) -> None:
    assert read(**words) == wishes


@pytest.mark.parametrize(
    ("depart", "when", "moment"),
    [
        pytest.param("08:00", "08:00", at("08:00"), id="at the departure"),
        pytest.param("08:00", "08:01", at("08:01"), id="a minute later"),
        pytest.param("08:00", "07:59", at("07:59") + ONE_DAY, id="a minute before"),
        pytest.param("00:00", "00:00", at("00:00"), id="at midnight"),
        pytest.param("00:00", "23:59", at("23:59"), id="late that day"),
        pytest.param("00:01", "00:00", at("00:00") + ONE_DAY, id="the next midnight"),
        pytest.param("23:59", "00:00", at("00:00") + ONE_DAY, id="over midnight"),
        pytest.param("23:59", "23:59", at("23:59"), id="the last minute"),
    ],
)
def test_a_time_of_day_is_the_next_one_from_the_departure_on(
    depart: str, when: str, moment: datetime
) -> None:
    wishes = read(at(depart), at=f"a@{when}")

    assert wishes.at == (Appointment("a", moment),)
    assert written(wishes, at(depart)) == {"at": f"a@{when}"}


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        pytest.param(DEPART, "a@08:00", id="at the departure"),
        pytest.param(
            DEPART - timedelta(minutes=1), "a@2026-11-23T07:59", id="a minute before"
        ),
        pytest.param(
            DEPART + ONE_DAY - timedelta(minutes=1), "a@07:59", id="within a day"
        ),
        pytest.param(DEPART + ONE_DAY, "a@2026-11-24T08:00", id="a day later"),
    ],
)
def test_an_appointment_within_a_day_is_a_time_of_day(
    moment: datetime, words: str
) -> None:
    wishes = Wishes(at=(Appointment("a", moment),))

    assert written(wishes) == {"at": words}
    assert read(at=words) == wishes


@pytest.mark.parametrize(
    ("field", "low", "high"),
    [
        ("stops", 1, 60),
        ("walk", 100, 60_000),
        ("days", 1, 7),
        ("groups", 1, 7),
    ],
)
def test_a_number_may_be_either_limit_and_nothing_beyond(
    field: str, low: int, high: int
) -> None:
    said = (
        f"BadCount of {field}: {field}: “{{}}” does not fit; "
        f"give a whole number from {low} to {high}"
    )

    for fine in (low, high):
        assert read(**{field: str(fine)}) == read(**{field: f"0{fine}"})
    for wrong in (low - 1, high + 1):
        assert refusal(**{field: str(wrong)}) == said.format(wrong)


@pytest.mark.parametrize("most", [0, 60])
def test_the_most_of_a_kind_may_be_either_limit(most: int) -> None:
    assert read(most=f"war:{most}").most == ((Kind.WAR, most),)


@pytest.mark.parametrize("minutes", [5, 180])
def test_a_break_may_take_either_limit(minutes: int) -> None:
    (rest,) = read(break_=f"{minutes}@08:00-12:00").breaks

    assert rest.minutes == minutes


@pytest.mark.parametrize(
    ("days", "groups"), [("7", "1"), ("1", "7"), ("3", "2"), ("2", "3")]
)
def test_seven_walks_are_planned_at_once(days: str, groups: str) -> None:
    wishes = read(days=days, groups=groups)

    assert (wishes.days, wishes.groups) == (int(days), int(groups))


@pytest.mark.parametrize(("days", "groups"), [(7, 2), (2, 4), (4, 2), (7, 7)])
def test_more_walks_are_too_many(days: int, groups: int) -> None:
    with pytest.raises(TooManyWalks) as caught:
        read(days=str(days), groups=str(groups))

    assert caught.value.field == "groups"
    assert str(caught.value) == (
        f"groups: {days} days times {groups} groups are more than 7 walks; "
        "ask for fewer days or fewer groups"
    )


@pytest.mark.parametrize(
    ("field", "given", "like"),
    [
        ("before", "a", "den-nghe:chua-do"),
        ("before", "a:", "den-nghe:chua-do"),
        ("before", ":b", "den-nghe:chua-do"),
        ("before", "a:a", "den-nghe:chua-do"),
        ("before", "%(x)s", "den-nghe:chua-do"),
        ("at", "a", "chua-do@09:30"),
        ("at", "@09:30", "chua-do@09:30"),
        ("at", "a@24:00", "chua-do@09:30"),
        ("at", "a@9:5", "chua-do@09:30"),
        ("at", "a@٠٩:٣٠", "chua-do@09:30"),
        ("at", "a@09:30\x00", "chua-do@09:30"),
        ("most", "war", "religious:2"),
        ("most", ":2", "religious:2"),
        ("break", "30@11:30-24:00", LIKE_BREAK),
        ("break", "30@11:30-11:30", LIKE_BREAK),
        ("break", "30@x-11:30", LIKE_BREAK),
        ("break", "30@11:30", LIKE_BREAK),
        ("break", "30", LIKE_BREAK),
        ("break", "30@@a", LIKE_BREAK),
        ("break", "%(x)s", LIKE_BREAK),
    ],
)
def test_a_wish_that_cannot_be_read_says_how_to_write_it(
    field: str, given: str, like: str
) -> None:
    assert refusal(**{field: given}) == (
        f"BadWish of {field}: {field}: “{given}” cannot be read; write it like {like}"
    )


@pytest.mark.parametrize(
    ("words", "error", "says"),
    [
        ({"at": "a@" + "x" * 10_000}, BadWish, "xxx.* like chua-do@09:30"),
        ({"at": "a@2026-11-23"}, BadWish, "cannot be read"),
        ({"at": "a@2026-11-23T99:00"}, BadMoment, "“2026-11-23T99:00” is no date"),
        ({"at": "a@2101-01-01T00:00"}, BadMoment, "“2101-01-01T00:00” is no date"),
        ({"most": "food:2"}, BadChoice, "“food” is not known; choose from revol"),
        ({"most": "war:61"}, BadCount, "“61” does not fit; .* from 0 to 60"),
        ({"most": "war:-1"}, BadCount, "“-1” does not fit; .* from 0 to 60"),
        ({"break": "4@11:00-12:00"}, BadCount, "“4” does not fit; .* from 5 to 180"),
        ({"break": "181@11:00-20:00"}, BadCount, "“181” does not fit"),
        ({"break": "@11:00-12:00"}, BadCount, "“” does not fit"),
        ({"break": "３０@11:00-12:00"}, BadCount, "“３０” does not fit"),
        ({"break": "30@11:00-12:00@91,0"}, BadPlace, "91,0 is not a position in"),
        ({"streets": "quiet,dry"}, BadChoice, "“dry” is not known; choose from no-st"),
        ({"varied": "true"}, BadChoice, "“true” is not known; choose from yes, no"),
        ({"stops": "9" * 10_000}, BadCount, "does not fit"),
        ({"walk": "1e3"}, BadCount, "“1e3” does not fit"),
        ({"days": "٣"}, BadCount, "“٣” does not fit"),
        ({"groups": "2\x00"}, BadCount, "does not fit"),
    ],
)
def test_each_part_of_a_wish_is_refused_for_what_is_wrong_with_it(
    words: dict[str, str], error: type[BadRequest], says: str
) -> None:
    (field,) = words

    with pytest.raises(error, match=f"^{field}: .*{says}"):
        read(**words)


@settings(deadline=None)  # a busy machine is no fault
@given(all_wishes(), MOMENTS)
def test_wishes_are_read_back_from_their_words(
    wishes: Wishes, depart: datetime
) -> None:
    words = {name: [said] for name, said in wishes_to_words(wishes, depart).items()}

    assert read_wishes(words, HAI_PHONG, depart) == wishes


def refused(words: dict[str, str]) -> BadRequest | None:
    try:
        read(**words)
    except BadRequest as problem:
        return problem
    return None


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(FIELDS),
        st.text(max_size=20)
        | st.text(st.sampled_from("ab12:@-|;,T \x00%()s٣"), max_size=16),
    )
)
def test_whatever_is_wished_is_read_or_refused_by_field(words: dict[str, str]) -> None:
    problem = refused(words)

    assert problem is None or problem.field in FIELDS
    assert problem is None or str(problem).startswith(f"{problem.field}: ")
