"""The pages: the only place that knows Flask."""

from flask import Flask

from guide.services import Services
from guide.web import (
    assets,
    errors,
    filters,
    history,
    language,
    maps,
    names,
    pictures,
    plan,
    reach,
    security,
    tiles,
    visit,
)
from guide.web.paths import templates


def create_app(services: Services) -> Flask:
    """Build the app. It reads nothing from the environment and opens no database."""
    app = Flask(__name__, template_folder=templates(), static_folder=None)
    app.extensions["guide"] = services
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    for part in (security, language, assets, tiles, filters, errors):
        part.register(app)
    for part in (visit, history, names, pictures, plan, reach, maps):
        app.register_blueprint(part.bp)
    return app
