"""For a WSGI server: ``waitress-serve wsgi:app``."""

import os

from guide.config import Config
from guide.services import open_services
from guide.web import create_app

app = create_app(open_services(Config.from_env(os.environ)))
