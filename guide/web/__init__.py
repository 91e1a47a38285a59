"""The pages: the only place that knows Flask."""

from flask import Flask

from guide.services import Services
from guide.web import (
    assets,
    classes,
    embed,
    erasing,
    errors,
    filters,
    gone,
    history,
    language,
    linked,
    maps,
    names,
    offline,
    packing,
    pictures,
    plan,
    pupils,
    reach,
    robots,
    security,
    share,
    short,
    staff,
    tiles,
    trip_plans,
    trips,
    visit,
    walk,
)
from guide.web.paths import templates

PARTS = (
    security,
    packing,
    language,
    assets,
    tiles,
    filters,
    offline,
    errors,
    gone,
    embed,
    linked,
    staff,
    trip_plans,
    erasing,
)
"""What adds itself to an app, in this order."""

PAGES = (
    visit,
    history,
    names,
    pictures,
    plan,
    reach,
    maps,
    short,
    share,
    embed,
    walk,
    trips,
    classes,
    pupils,
    robots,
)
"""Whose blueprint is a part of the app."""


def create_app(services: Services) -> Flask:
    """Build the app. It reads nothing from the environment, of the store its secret."""
    app = Flask(__name__, template_folder=templates(), static_folder=None)
    app.extensions["guide"] = services
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    for part in PARTS:
        part.register(app)
    for page in PAGES:
        app.register_blueprint(page.bp)
    return app
