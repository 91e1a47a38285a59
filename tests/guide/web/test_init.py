from flask import Flask

from guide.services import Services
from guide.web import create_app


def test_an_app_has_every_page(app: Flask) -> None:
    rules = {rule.rule for rule in app.url_map.iter_rules()}
    staff = {rule for rule in rules if rule.startswith("/staff")}

    assert rules - staff == {
        "/",
        "/about",
        "/assets/<path:name>",
        "/embed/sites/<slug>",
        "/embed/sites/<slug>.svg",
        "/embed/tour",
        "/embed/tour.svg",
        "/events",
        "/events/<slug>",
        "/festivals",
        "/festivals.ics",
        "/kept",
        "/manifest.webmanifest",
        "/maps/streets.json",
        "/names",
        "/names.json",
        "/oembed",
        "/people",
        "/people/<slug>",
        "/pictures/<name>",
        "/plan/",
        "/plan/share",
        "/plan/tour",
        "/plan/tour.<name>",
        "/plan/walk",
        "/plan/tour.qr.svg",
        "/plan/why",
        "/positions",
        "/reach",
        "/reach.geojson",
        "/s/<code>",
        "/robots.txt",
        "/sites/<slug>",
        "/sites/<slug>/report",
        "/reports/<key>",
        "/photos/<digest>-<size>.webp",
        "/sites/<slug>/map.<name>",
        "/sites/<slug>/plate.pdf",
        "/then-and-now",
        "/then-and-now/<key>",
        "/then-and-now/place",
        "/sw.js",
        "/tiles/<digest>.pmtiles",
        "/timeline",
        "/timeline/<period>",
        "/class/",
        "/class/<code>",
        "/class/<code>/join",
        "/trips/",
        "/trips/join",
        "/trips/new",
        "/trips/t/<token>/class/<code>/suggest",
        "/trips/t/<token>/own",
        "/trips/s/<token>",
        "/trips/s/<token>/dossier.<name>",
        "/trips/s/<token>/map.svg",
        "/trips/t/<token>",
        "/trips/t/<token>/class",
        "/trips/t/<token>/class/<code>",
        "/trips/t/<token>/class/<code>.csv",
        "/trips/t/<token>/class/<code>/close",
        "/trips/t/<token>/copy",
        "/trips/t/<token>/dossier.<name>",
        "/trips/t/<token>/edit",
        "/trips/t/<token>/erase",
        "/trips/t/<token>/map.svg",
        "/trips/t/<token>/share",
        "/trips/t/<token>/sheet.<kind>",
        "/trips/t/<token>/sheets",
        "/trips/t/<token>/withdraw",
    }


def test_two_apps_may_share_the_services(services: Services) -> None:
    one, two = create_app(services), create_app(services)

    assert one.test_client().get("/about").status_code == 200
    assert two.test_client().get("/about").status_code == 200
