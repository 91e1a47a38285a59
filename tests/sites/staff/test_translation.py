from sites.staff.compare import Change
from sites.staff.translation import behind


def version(vi: str, en: str) -> dict[str, object]:
    return {"name": {"vi": vi, "en": en}, "interest": 1}


def test_what_was_changed_in_both_is_not_behind() -> None:
    assert behind([version("A", "A"), version("B", "B")]) == ()
    assert behind([version("A", "A")]) == ()
    assert behind([]) == ()


def test_what_was_changed_in_one_is_marked_in_that_one() -> None:
    found = behind([version("A", "A"), version("B", "A"), version("C", "A")])

    assert found == (Change("name.vi", "A", "C"),)


def test_a_translation_that_followed_is_not_behind_any_more() -> None:
    assert behind([version("A", "A"), version("B", "A"), version("B", "B")]) == ()


def test_what_was_put_back_is_not_behind() -> None:
    assert behind([version("A", "A"), version("B", "A"), version("A", "A")]) == ()


def test_a_paragraph_that_is_new_in_both_is_not_behind() -> None:
    story = {"story": [{"vi": "1", "en": "1"}]}

    assert behind([version("A", "A"), {**version("A", "A"), **story}]) == ()
