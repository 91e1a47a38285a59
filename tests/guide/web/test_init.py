from flask import Flask

from guide.services import Services
from guide.web import create_app


def test_an_app_has_every_page(app: Flask) -> None:
    rules = {rule.rule for rule in app.url_map.iter_rules()}

    assert rules == {
        "/",
        "/about",
        "/assets/<path:name>",
        "/events",
        "/events/<slug>",
        "/festivals",
        "/festivals.ics",
        "/maps/streets.json",
        "/names",
        "/names.json",
        "/people",
        "/people/<slug>",
        "/pictures/<name>",
        "/plan/",
        "/plan/tour",
        "/plan/tour.<name>",
        "/plan/why",
        "/positions",
        "/reach",
        "/reach.geojson",
        "/sites/<slug>",
        "/sites/<slug>/map.<name>",
        "/then-and-now",
        "/then-and-now/<key>",
        "/then-and-now/place",
        "/tiles/<digest>.pmtiles",
        "/timeline",
        "/timeline/<period>",
    }


def test_two_apps_may_share_the_services(services: Services) -> None:
    one, two = create_app(services), create_app(services)

    assert one.test_client().get("/about").status_code == 200
    assert two.test_client().get("/about").status_code == 200
