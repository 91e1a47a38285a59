from guide.links import NO_LINKS, Links


def test_where_nobody_knows_an_address_there_is_none() -> None:
    assert (NO_LINKS.tour, NO_LINKS.site("a"), NO_LINKS.short("a")) == ("", "", "")


def test_each_site_has_its_page_and_its_short_address() -> None:
    links = Links(site=lambda slug: f"/sites/{slug}", short=lambda slug: f"/s/{slug}")

    assert links.site("a") == "/sites/a"
    assert links.short("a") == "/s/a"
