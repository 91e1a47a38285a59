import pytest

from sites import draft_intake
from sites.catalogue import Catalogue
from sites.intake import MAY_SAY, SITE_KEYS
from sites.staff import shape
from sites.staff.paths import flatten


def test_every_key_of_a_site_has_lines_in_the_form() -> None:
    first = {line.path.partition(".")[0] for line in shape.SHAPE}

    assert first == {*SITE_KEYS, *MAY_SAY, "festivals"}


def test_every_built_in_site_goes_through_the_form_unchanged(
    built_in: Catalogue,
) -> None:
    for site in built_in:
        sent = flatten(shape.of_site(site))
        read = draft_intake.read(site.slug, shape.of_form(sent), built_in)
        assert read.site == site, read.faults


def test_what_is_no_line_of_a_site_is_not_taken() -> None:
    sent = {"slug": "x", "state": "published", "name.fr": "x", "story.x.vi": "x"}

    assert shape.same(shape.of_form(sent), shape.of_form({}))


def test_what_is_left_empty_is_not_known() -> None:
    draft = shape.of_form({"hours.checked": "2026-01-01", "once.0.name": "Cũ"})

    assert draft["hours"] == {"checked": "2026-01-01", "rule": "unknown"}
    assert draft["once"] == [{"name": "Cũ", "from": "unknown", "until": "unknown"}]
    assert [draft[key] for key in ("address", "wards", "position")] == ["unknown"] * 3
    assert (draft["also"], draft["story"]) == ([], [])


def test_nobody_fills_the_memory() -> None:
    sent = {f"story.{number}.vi": "x" * 30_000 for number in range(3000)}

    draft = shape.of_form(sent)

    assert len(draft["story"]) == shape.MOST_LINES
    assert len(draft["story"][0]["vi"]) == shape.LONGEST


@pytest.mark.parametrize("group", ["once", "story", "wards", "also_at", "festivals"])
def test_there_may_be_several_of_a_group(group: str) -> None:
    assert group in shape.MANY


def test_the_draft_of_a_new_site_says_what_is_missing(built_in: Catalogue) -> None:
    read = draft_intake.read("moi", shape.empty(), built_in)

    assert read.site is None
    missing = {fault.problem.partition(" ")[0] for fault in read.faults}
    assert {"name", "lede", "visit_minutes", "interest"} <= missing
