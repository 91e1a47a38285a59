from guide.trips.facts import Section
from guide.trips.plan import TripPlan
from sites.names import Text
from tests.guide.factories import at
from tests.guide.trips.papers.conftest import gathered


def test_a_date_has_its_weekday(ready: TripPlan) -> None:
    assert gathered(ready).day(at("08:00")) == "Thứ Hai, 23/11/2026"
    assert gathered(ready, "en").day(at("08:00")) == "Monday, 23/11/2026"


def test_a_text_is_said_in_the_language_of_the_paper(ready: TripPlan) -> None:
    text = Text(vi="{0} em", en="{0} pupils")

    assert gathered(ready).say(text, 3) == "3 em"
    assert gathered(ready, "en").say(text, 3) == "3 pupils"


def test_what_the_school_did_not_say_is_empty(bare: TripPlan) -> None:
    assert gathered(bare).fact("insurance") == ""
    assert ("Bảo hiểm", "") in gathered(bare).facts_of(Section.PARTNER)
