"""Where templates and browser files lie, in a checkout and in an installed wheel."""

from importlib.util import find_spec
from pathlib import Path


def templates() -> Path:
    """Return the folder of the templates: the checkout's own, or the wheel's."""
    own = Path(__file__).parents[2] / "templates"
    return own if own.is_dir() else _package("guide_templates")


def browser_files() -> Path:
    """Return the folder of the pinned browser files that the build put in place."""
    return _package("guide_assets")


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(
            f"the package {name} is missing; ./run.sh serve builds it"
        )
    return Path(next(iter(spec.submodule_search_locations)))
