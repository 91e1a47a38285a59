from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from guide.services import Services
from guide.web.forms import FormValues, form_values, is_from_form, words_of
from sites.model import Kind

EMPTY_AT = {"at_site": "", "at_time": ""}
EMPTY_BEFORE = {"before_site": "", "before_other": ""}
EMPTY_BREAK = {
    "break_minutes": "",
    "break_from": "11:00",
    "break_to": "13:30",
    "break_place": "",
}
"""What the form shows where nothing is asked for: noon, but no break."""

SENT = {
    "from": ["ga-hai-phong"],
    "to": [""],
    "depart": ["2026-11-22T08:00"],
    "minutes": ["240"],
    "walker": ["adult"],
    "pupils": [""],
    "pace": ["normal"],
    "first": [""],
    "last": [""],
    "at_site": ["", ""],
    "at_time": ["", ""],
    "before_site": [""],
    "before_other": [""],
    "break_minutes": [""],
    "break_from": ["11:00"],
    "break_to": ["13:30"],
    "break_place": [""],
    "stops": [""],
    "walk": [""],
    **{f"most_{kind}": [""] for kind in Kind},
    "days": ["1"],
    "groups": ["1"],
}
"""What the form sends when little is filled in."""

Rows = Sequence[Mapping[str, str]]


def values(services: Services, **fields: str | list[str]) -> FormValues:
    """Read what a form shows; ``break_`` and ``from_`` are ``break`` and ``from``."""
    listed = {
        name.removesuffix("_"): [given] if isinstance(given, str) else given
        for name, given in fields.items()
    }
    return form_values(listed, services.catalogue, "vi")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        pytest.param({}, {}, id="nothing"),
        pytest.param({"from": ["a"], "x": ["y"]}, {"from": ["a"], "x": ["y"]}, id="as"),
        pytest.param({"from": []}, {}, id="a field without values"),
        pytest.param({"to": [""]}, {"to": [""]}, id="an empty field is left to read"),
        pytest.param(
            {"at_site": ["a", "b"], "at_time": ["09:00", "10:00"]},
            {"at": ["a@09:00", "b@10:00"]},
            id="two appointments",
        ),
        pytest.param(
            {"at": ["c@08:30"], "at_site": ["a"], "at_time": ["09:00"]},
            {"at": ["c@08:30", "a@09:00"]},
            id="more of what the address says",
        ),
        pytest.param({"at_site": ["a"], "at_time": [""]}, {"at": ["a@"]}, id="no time"),
        pytest.param(
            {"at_site": [""], "at_time": ["09:00"]}, {"at": ["@09:00"]}, id="no site"
        ),
        pytest.param({"at_site": ["a"]}, {"at": ["a@"]}, id="a field is missing"),
        pytest.param(
            {"before_site": ["a", "", "c"], "before_other": ["b", "x", "d"]},
            {"before": ["a:b", ":x", "c:d"]},
            id="two orders and a half",
        ),
        pytest.param(
            {"before_site": ["a"], "before_other": [""]},
            {"before": ["a:"]},
            id="no other",
        ),
        pytest.param(
            {
                "break_minutes": ["30", "10"],
                "break_from": ["11:30", "15:00"],
                "break_to": ["13:00", "16:00"],
                "break_place": ["", "a"],
            },
            {"break": ["30@11:30-13:00", "10@15:00-16:00@a"]},
            id="two breaks",
        ),
        pytest.param(
            {"break_minutes": [""], "break_from": ["11:00"], "break_to": ["13:30"]},
            {},
            id="no break",
        ),
        pytest.param(
            {"break_minutes": ["30"], "break_from": [""], "break_to": [""]},
            {"break": ["30@-"]},
            id="a break without times is refused later",
        ),
        pytest.param(
            {"most_war": ["0"], "most_religious": ["2"], "most_landmark": [" "]},
            {"most": ["religious:2", "war:0"]},
            id="most of a kind",
        ),
        pytest.param({"most_food": ["2"]}, {}, id="most of a kind that is none"),
    ],
)
def test_what_a_form_sends_becomes_words(
    fields: dict[str, list[str]], words: dict[str, list[str]]
) -> None:
    assert words_of(fields) == words


def test_words_are_words_already() -> None:
    words = {"from": ["a"], "at": ["a@09:00"], "break": ["5@11:00-12:00"]}

    assert words_of(words) == words
    assert words_of(words_of(words)) == words


def test_what_was_sent_is_not_changed() -> None:
    fields = {"at": ["c@08:30"], "at_site": ["a"], "at_time": ["09:00"]}
    words_of(fields)

    assert fields == {"at": ["c@08:30"], "at_site": ["a"], "at_time": ["09:00"]}


@pytest.mark.parametrize(
    ("name", "from_form"),
    [
        ("at_site", True),
        ("at_time", True),
        ("before_site", True),
        ("before_other", True),
        ("break_minutes", True),
        ("break_from", True),
        ("break_to", True),
        ("break_place", True),
        ("most_war", True),
        ("most", False),
        ("at", False),
        ("before", False),
        ("break", False),
        ("from", False),
    ],
)
def test_only_a_form_sends_parts_of_wishes(*, name: str, from_form: bool) -> None:
    assert is_from_form({name: [""], "minutes": ["60"]}) == from_form


@pytest.mark.parametrize(
    ("word", "given", "rows"),
    [
        pytest.param("at", "", [EMPTY_AT], id="no appointment"),
        pytest.param(
            "at",
            "a@09:00,b@2026-11-24T10:00",
            [
                {"at_site": "a", "at_time": "09:00"},
                {"at_site": "b", "at_time": "2026-11-24T10:00"},
                EMPTY_AT,
            ],
            id="two appointments",
        ),
        pytest.param("at", "a", [{"at_site": "a", "at_time": ""}, EMPTY_AT], id="half"),
        pytest.param(
            "before",
            "a:b, c:d",
            [
                {"before_site": "a", "before_other": "b"},
                {"before_site": "c", "before_other": "d"},
                EMPTY_BEFORE,
            ],
            id="two orders",
        ),
        pytest.param("break", "", [EMPTY_BREAK], id="no break"),
        pytest.param(
            "break",
            "30@11:30-13:00;10@15:00-16:00@20.86,106.69",
            [
                {
                    "break_minutes": "30",
                    "break_from": "11:30",
                    "break_to": "13:00",
                    "break_place": "",
                },
                {
                    "break_minutes": "10",
                    "break_from": "15:00",
                    "break_to": "16:00",
                    "break_place": "20.86,106.69",
                },
                EMPTY_BREAK,
            ],
            id="two breaks",
        ),
    ],
)
def test_the_words_of_an_address_fill_the_rows_of_the_form(
    services: Services, word: str, given: str, rows: Rows
) -> None:
    assert list(values(services, **{word: given}).rows[word]) == rows


@pytest.mark.parametrize(
    ("fields", "word", "row"),
    [
        pytest.param(
            {"at_site": "a", "at_time": ""},
            "at",
            {"at_site": "a", "at_time": ""},
            id="no time",
        ),
        pytest.param(
            {"at_site": "", "at_time": "09:00"},
            "at",
            {"at_site": "", "at_time": "09:00"},
            id="no site",
        ),
        pytest.param(
            {"before_site": "a", "before_other": ""},
            "before",
            {"before_site": "a", "before_other": ""},
            id="no other",
        ),
        pytest.param(
            EMPTY_BREAK | {"break_place": "a"},
            "break",
            EMPTY_BREAK | {"break_place": "a"},
            id="a place but no minutes",
        ),
        pytest.param(
            EMPTY_BREAK | {"break_from": "10:00"},
            "break",
            EMPTY_BREAK | {"break_from": "10:00"},
            id="a time but no minutes",
        ),
        pytest.param(
            EMPTY_BREAK | {"break_minutes": "30", "break_from": ""},
            "break",
            EMPTY_BREAK | {"break_minutes": "30", "break_from": ""},
            id="minutes but no time",
        ),
    ],
)
def test_a_row_that_is_half_filled_stays(
    services: Services, fields: dict[str, str], word: str, row: Mapping[str, str]
) -> None:
    half, _spare = values(services, **fields).rows[word]

    assert half == row


def test_rows_that_nobody_filled_do_not_pile_up(services: Services) -> None:
    shown = form_values(SENT, services.catalogue, "vi")

    assert shown.rows == {
        "at": (EMPTY_AT,),
        "before": (EMPTY_BEFORE,),
        "break": (EMPTY_BREAK,),
    }


def test_the_most_of_each_kind_is_shown(services: Services) -> None:
    assert values(services, most="war:0,religious:2").most == {
        "war": "0",
        "religious": "2",
    }
    assert values(services, most_war="x").most == {"war": "x"}


def test_lists_are_shown_value_by_value(services: Services) -> None:
    shown = values(services, must=["a,b", "c"], order="a,b")

    assert shown.asked["must"] == ["a", "b", "c"]
    assert shown.asked["order"] == ["a,b"]


def test_a_form_without_a_departure_offers_the_next_one(services: Services) -> None:
    assert values(services).one("depart").endswith(("0", "5"))
    assert values(services, depart="soon").one("depart") == "soon"


def test_a_field_holds_what_was_asked_or_its_default(services: Services) -> None:
    shown = values(services, minutes=["", "60"], pace="")

    assert shown.one("minutes") == "60"
    assert (shown.one("pace"), shown.one("pace", "normal")) == ("", "normal")


def test_a_group_opens_where_anything_in_it_is_asked_for(services: Services) -> None:
    shown = values(services, stops="5", walk="")

    assert shown.any_of("walk", "stops")
    assert not shown.any_of("walk", "varied")


def test_walks_start_where_a_site_is_and_all_sites_can_be_left_out(
    services: Services,
) -> None:
    shown = values(services)

    assert len(shown.sites) == len(services.catalogue)
    assert {*shown.places} == {site for site in shown.sites if site.location}


def sent(**changes: str | list[str]) -> dict[str, list[str]]:
    given = {
        name: [value] if isinstance(value, str) else value
        for name, value in changes.items()
    }
    return SENT | given


def address(location: str) -> dict[str, str]:
    return {
        name: value for name, (value,) in parse_qs(urlsplit(location).query).items()
    }


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        pytest.param({}, {}, id="nothing beyond the start"),
        pytest.param(
            {"at_site": ["203-le-loi", ""], "at_time": ["09:30", ""]},
            {"at": "203-le-loi@09:30"},
            id="an appointment",
        ),
        pytest.param(
            {"before_site": "104-cau-dat", "before_other": "203-le-loi"},
            {"before": "104-cau-dat:203-le-loi"},
            id="an order",
        ),
        pytest.param(
            {"break_minutes": "30", "break_place": "nha-hat-lon"},
            {"break": "30@11:00-13:30@nha-hat-lon"},
            id="a break",
        ),
        pytest.param({"most_religious": "1"}, {"most": "religious:1"}, id="most"),
        pytest.param(
            {"walker": "class", "pupils": "20"},
            {"walker": "class", "pupils": "20"},
            id="a class",
        ),
        pytest.param({"must": ["chua-do", "bao-tang"]}, {"must": "chua-do,bao-tang"},
                     id="musts"),
    ],
)  # fmt: skip
def test_a_form_leads_to_the_address_that_can_be_shared(
    client: FlaskClient, fields: dict[str, str | list[str]], words: dict[str, str]
) -> None:
    answer = client.get("/plan/tour", query_string=sent(**fields))

    assert answer.status_code == 302
    assert (
        address(answer.location)
        == {
            "from": "ga-hai-phong",
            "depart": "2026-11-22T08:00",
            "minutes": "240",
        }
        | words
    )


def test_the_address_that_can_be_shared_leads_nowhere_else(client: FlaskClient) -> None:
    answer = client.get("/plan/tour", query_string=sent(most_religious="1"))

    assert client.get(answer.location).status_code == 200


class Browser(HTMLParser):
    """Reads what a browser would send from the planner's form as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self.in_form = False
        self.select = ""
        self.options: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.in_form = found.get("class") == "ask"
        elif tag == "select":
            self.select, self.options = found["name"], []
        elif tag == "option":
            self.options.append((found["value"], "selected" in found))
        elif tag == "input" and "name" in found and "disabled" not in found:
            is_box = found.get("type") in {"checkbox", "radio"}
            if not is_box or "checked" in found:
                self.add(found["name"], found["value"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            chosen = [value for value, selected in self.options if selected]
            self.add(self.select, (chosen or [self.options[0][0]])[0])
        elif tag == "form":
            self.in_form = False

    def add(self, name: str, value: str) -> None:
        if self.in_form:
            self.sent.setdefault(name, []).append(value)


def fields_of(page: str) -> dict[str, list[str]]:
    browser = Browser()
    browser.feed(page)
    return browser.sent


TYPED: dict[str, str | list[str]] = {
    "minutes": "100",
    "walker": "class",
    "pupils": "12",
    "pace": "slow",
    "like": ["war", "landmark"],
    "must": ["chua-do"],
    "never": ["bao-tang"],
    "first": "203-le-loi",
    "at_site": "203-le-loi",
    "at_time": "",
    "before_site": "104-cau-dat",
    "before_other": "203-le-loi",
    "break_minutes": "25",
    "break_from": "10:00",
    "break_to": "10:00",
    "break_place": "nha-hat-lon",
    "stops": "5",
    "walk": "2500",
    "most_war": "3",
    "varied": "yes",
    "only": "sure",
    "days": "2",
    "groups": "3",
    "style": "calm",
}


def test_an_error_keeps_all_that_was_typed(client: FlaskClient) -> None:
    page = client.get("/plan/tour", query_string=sent(**TYPED))
    kept = fields_of(page.text)

    assert page.status_code == 400
    for name, typed in TYPED.items():
        wanted = [typed] if isinstance(typed, str) else typed
        assert {*wanted} <= {*kept[name]}, name


def test_an_error_shown_again_and_again_adds_no_rows(client: FlaskClient) -> None:
    once = fields_of(client.get("/plan/tour", query_string=sent(minutes="5")).text)
    again = fields_of(client.get("/plan/tour", query_string=once).text)

    assert once == again
    assert once["break_minutes"] == [""]
