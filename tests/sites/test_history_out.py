from sites import history_out
from sites.catalogue import Catalogue


def test_a_person_of_whom_no_date_is_told(built_in: Catalogue) -> None:
    written = history_out.person(built_in.history.people["le-chan"])

    assert (written["born"], written["died"]) == ("unknown", "unknown")
    assert next(link["site"] for link in written["sites"]) == "den-nghe"


def test_an_event_keeps_its_date_as_it_is_told(built_in: Catalogue) -> None:
    written = history_out.event(built_in.history.events["bach-dang-938"])

    assert written["when"] == [{"date": "0938", "sources": ["nq-60", "didulich-31553"]}]
    assert written["people"][0]["person"] == "ngo-quyen"
