"""What search engines may read: every page, but no plan that takes long to make."""

from flask import Blueprint, Response

bp = Blueprint("robots", __name__)

CLOSED = ("/plan/why", "/plan/tour.", "/plan/walk", "/plan/share", "/embed/", "/oembed")
"""What belongs to the page of a tour: its files, its afterthoughts, its other forms."""


@bp.get("/robots.txt")
def robots() -> Response:
    """Say which addresses are not worth a search engine's time, or ours."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED)]
    return Response("\n".join(lines) + "\n", mimetype="text/plain")
