from tests.guide.web.staff.conftest import Desk


def test_a_new_site_begins_as_a_draft_that_says_what_is_missing(desk: Desk) -> None:
    lan = desk.as_("contributor")

    answer = lan.post("/staff/new", data={"slug": "nha-moi"})

    assert answer.location == "/staff/sites/nha-moi/"
    page = lan.get(answer.location)
    assert page.status_code == 200
    assert "chưa xuất bản được" in page.text
    assert desk.as_(None).get("/sites/nha-moi").status_code == 404


def test_an_address_that_is_none_or_taken_is_said(desk: Desk) -> None:
    lan = desk.as_("contributor")

    assert lan.post("/staff/new", data={"slug": "Nhà Mới"}).status_code == 422
    taken = lan.post("/staff/new", data={"slug": "chua-do"})
    assert "đã có" in taken.text


def test_printed_addresses_lead_to_the_new_one(desk: Desk) -> None:
    tuan = desk.as_("publisher")

    tuan.post("/staff/sites/nga-nam/rename", data={"slug": "nga-nam-cu"})

    moved = desk.as_(None).get("/sites/nga-nam?lang=en")
    assert moved.status_code == 302
    assert moved.location == "/sites/nga-nam-cu?was=nga-nam&lang=en"
    assert desk.as_(None).get("/sites/nga-nam-cu").status_code == 200


def test_where_a_site_is_used_is_shown_and_it_stays(desk: Desk) -> None:
    tuan = desk.as_("publisher")

    assert "le-chan" in tuan.get("/staff/sites/den-nghe/address").text
    assert tuan.post("/staff/sites/den-nghe/take-away").status_code == 422
    assert desk.as_(None).get("/sites/den-nghe").status_code == 200


def test_a_site_goes_into_the_bin_and_comes_back(desk: Desk) -> None:
    tuan, visitor = desk.as_("publisher"), desk.as_(None)
    slug = next(
        site.slug
        for site in desk.services.catalogue
        if not desk.services.catalogue.history.people_at(site.slug)
        and not desk.services.catalogue.history.events_at(site.slug)
    )

    assert tuan.post(f"/staff/sites/{slug}/take-away").status_code == 303
    assert visitor.get(f"/sites/{slug}").status_code == 410
    assert slug in tuan.get("/staff/bin").text
    assert tuan.post(f"/staff/bin/{slug}").status_code == 303
    assert visitor.get(f"/sites/{slug}").status_code == 200


def test_what_is_not_there_is_neither_taken_away_nor_brought_back(desk: Desk) -> None:
    tuan = desk.as_("publisher")

    assert tuan.post("/staff/sites/nowhere/take-away").status_code == 404
    assert tuan.post("/staff/bin/nowhere").status_code == 404
