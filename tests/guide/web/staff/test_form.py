from guide.web.staff import form
from guide.web.staff.form import Group, Row
from sites.catalogue import Catalogue
from sites.draft_intake import DraftFault
from sites.staff import shape
from sites.staff.paths import flatten, pattern
from tests.guide.web.staff.conftest import Desk


def inputs(parts: tuple[Row | Group, ...]) -> dict[str, form.Input]:
    found: dict[str, form.Input] = {}
    for part in parts:
        if isinstance(part, Row):
            found |= {one.path: one for one in part.inputs}
        else:
            for entry in part.entries:
                found |= inputs(entry.parts)
    return found


def everything(values: form.Values) -> dict[str, form.Input]:
    found: dict[str, form.Input] = {}
    for section in form.sections(values):
        found |= inputs(section.parts)
    return found


def test_everything_that_a_site_says_stands_in_the_form(
    desk: Desk, built_in: Catalogue
) -> None:
    with desk.app.test_request_context():
        for site in built_in:
            document = shape.of_site(site)
            shown = everything(form.values_of(document))
            for path, value in flatten(document).items():
                if value != "unknown":
                    assert shown[path].value == value


def test_every_line_has_a_label(desk: Desk, built_in: Catalogue) -> None:
    with desk.app.test_request_context():
        added = [*shape.MANY, "hours.moon", "hours.repairs", "festivals.0.cancelled"]
        document = shape.of_site(built_in.get("den-nghe"))
        shown = everything(form.values_of(document, added=added))

        assert {path for path, one in shown.items() if not one.label} == set()
        assert len({pattern(path) for path in shown}) == len(shape.SHAPE)


def test_a_fault_stands_at_its_line(desk: Desk, built_in: Catalogue) -> None:
    document = shape.of_site(built_in.get("den-nghe"))
    faults = [DraftFault("name.vi", "write some words here")]
    with desk.app.test_request_context():
        shown = everything(form.values_of(document, faults))

    assert shown["name.vi"].faults == ("chỗ này còn trống; hãy viết vài chữ",)
    assert shown["name.en"].faults == ()


def test_what_differs_from_what_visitors_read_is_marked(
    desk: Desk, built_in: Catalogue
) -> None:
    live = shape.of_site(built_in.get("den-nghe"))
    changed = {**live, "interest": 1}
    with desk.app.test_request_context():
        shown = everything(form.values_of(changed, (), live))

    assert [path for path, one in shown.items() if one.changed] == ["interest"]


def test_faults_are_listed_with_why_they_matter(desk: Desk) -> None:
    values = form.Values({}, [DraftFault("hours.rule", "write some words here")])
    with desk.app.test_request_context():
        [(path, where, said, reason)] = form.listed(values)

    assert path == "hours.rule"
    assert where.startswith("Giờ mở cửa")
    assert said
    assert "cửa đóng" in reason
