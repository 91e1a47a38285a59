"""The architecture is a test: who may import whom, and what stands beside what."""

import ast
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import Field, fields
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from guide.config import PREFIX, Config

ROOT = Path(__file__).parents[1]

# Each part of the code, and the parts it may use besides itself and what is in it.
MAY_USE: dict[str, set[str]] = {
    "sites": set(),
    "sites.staff": {"sites"},
    "sites.store": {"sites", "sites.staff"},
    "guide.compiled": set(),
    "guide.solver": {"guide.compiled"},
    "guide.streets": {"sites", "guide.errors", "guide.compiled"},
    "guide.errors": {"sites"},
    "guide.maps": {"sites", "guide", "guide.errors", "guide.streets"},
    "guide.exports": {"sites", "guide", "guide.errors", "guide.maps", "guide.streets"},
    "guide": {"sites", "guide.errors", "guide.streets", "guide.solver"},
    "guide.accounts": {"sites.staff", "sites.store", "guide.errors"},
    "guide.trips": {"sites", "guide", "guide.errors", "guide.streets"},
    "guide.trips.papers": {
        "sites",
        "guide",
        "guide.errors",
        "guide.streets",
        "guide.maps",
        "guide.trips",
    },
    "guide.services": {
        "sites",
        "sites.store",
        "guide",
        "guide.errors",
        "guide.streets",
    },
    "guide.web": {
        "sites",
        "guide",
        "guide.errors",
        "guide.streets",
        "guide.maps",
        "guide.exports",
        "guide.services",
        "guide.trips",
        "guide.trips.papers",
        "guide.web.staff",
    },
    "guide.web.staff": {
        "sites",
        "sites.staff",
        "sites.store",
        "guide",
        "guide.accounts",
        "guide.errors",
        "guide.exports",
        "guide.maps",
        "guide.services",
        "guide.trips",
        "guide.web",
    },
    "guide.cli": {
        "sites",
        "guide",
        "guide.errors",
        "guide.exports",
        "guide.services",
        "guide.web",
        "guide.cli_check",
        "guide.cli_content",
        "guide.cli_fetch",
        "guide.cli_positions",
        "guide.cli_short",
        "guide.cli_streets",
        "guide.cli_user",
    },
    "guide.cli_content": {"sites", "sites.store", "guide", "guide.services"},
    "guide.cli_user": {
        "sites.staff",
        "sites.store",
        "guide",
        "guide.accounts",
        "guide.services",
    },
    "guide.cli_fetch": {
        "sites",
        "guide",
        "guide.streets",
        "guide.services",
        "guide.cli_streets",
    },
    "guide.cli_check": {"sites", "guide"},
    "guide.cli_positions": {"sites", "guide", "guide.exports", "guide.services"},
    "guide.cli_short": {"sites", "guide", "guide.services"},
    "guide.cli_streets": {"guide", "guide.maps", "guide.streets", "guide.services"},
    "guide.__main__": {"guide.cli"},
    "wsgi": {"guide", "guide.services", "guide.web"},
}

# Each library, and the only parts of the code that may import it.
OWNERS: dict[str, tuple[str, ...]] = {
    "alembic": ("sites.store",),
    "astral": ("guide.sun",),
    "argon2": ("guide.accounts.passwords",),
    "babel": ("guide.web",),
    "branca": ("guide.maps",),
    "click": (
        "guide.cli",
        "guide.cli_check",
        "guide.cli_content",
        "guide.cli_fetch",
        "guide.cli_positions",
        "guide.cli_short",
        "guide.cli_streets",
        "guide.cli_user",
    ),
    "docx": ("guide.trips.papers.word",),
    "fastkml": ("guide.exports.kml",),
    "flask": ("guide.web",),
    "flask_babel": ("guide.web",),
    "flask_wtf": ("guide.web",),
    "folium": ("guide.maps",),
    "fontTools": ("guide.maps",),
    "fontpkg_be_vietnam_pro": ("guide.maps",),
    "geopy": ("guide.streets",),
    "gpxpy": ("guide.exports.gpx",),
    "icalendar": ("guide.feed", "guide.exports.ics"),
    "lunar_vn": ("sites.lunar",),
    "markupsafe": ("guide.web",),
    "mapbox_vector_tile": ("guide.maps.tiles",),
    "networkx": ("guide.streets",),
    "numba": ("guide.compiled",),
    "numpy": ("guide.streets", "guide.maps", "guide.solver", "guide.question"),
    "opening_hours": ("sites.rule",),
    "ortools": ("guide.trips.rotation",),
    "osmium": ("guide.streets.reading", "guide.streets.fetch.join"),
    "pyotp": ("guide.accounts.codes",),
    "PIL": ("sites.raster", "sites.staff.photo"),
    "pmtiles": ("guide.maps.tiles",),
    "pygeoif": ("guide.exports.kml",),
    "requests": ("guide.streets.fetch", "guide.streets.valhalla"),
    "scipy": ("guide.streets",),
    "segno": ("guide.exports.qr",),
    "shapely": ("guide.streets", "guide.maps"),
    "sqlalchemy": ("sites.store",),
    "typst": ("guide.maps",),
    "waitress": ("guide.web",),
    "werkzeug": ("guide.web",),
    "yaml": ("sites.fields", "sites.content_out"),
}

# Parts without test files of their own, and what tests them instead.
TESTED_ELSEWHERE = {
    "sites.store.migrations": "every test of the store runs them",
    "wsgi": "it only joins what has tests of its own",
    "guide.compiled": "two decorators: every test of the loops runs them",
}

MAX_LINES = 350


@cache
def modules() -> dict[str, Path]:
    """Every module of ours, by name."""
    files = [ROOT / "wsgi.py", *(f for p in ("sites", "guide") for f in code(p))]
    return {_name(file): file for file in files}


def code(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def _name(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(name: str) -> Iterator[str]:
    """Name what a module imports, wherever in it the import stands."""
    file = modules()[name]
    package = name if file.stem == "__init__" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) + 1 - node.level]
            origin = ".".join(
                [*(above if node.level else []), *filter(None, [node.module])]
            )
            for alias in node.names:
                member = f"{origin}.{alias.name}"
                yield member if member in modules() else origin


def within(name: str, part: str) -> bool:
    return name == part or name.startswith(f"{part}.")


def part_of(name: str) -> str:
    """Return the smallest part that a module of ours belongs to."""
    return max((part for part in MAY_USE if within(name, part)), key=len)


OURS = [
    (name, other)
    for name in modules()
    for other in sorted(set(imported(name)))
    if other.split(".")[0] in {"sites", "guide", "wsgi"}
]
LIBRARIES = [
    (name, other.split(".")[0])
    for name in modules()
    for other in sorted(set(imported(name)))
    if other.split(".")[0] not in {"sites", "guide", "wsgi", *sys.stdlib_module_names}
]


def test_every_import_of_ours_goes_the_allowed_way() -> None:
    wrong = [
        f"{name} imports {other}"
        for name, other in OURS
        if part_of(other) not in {part_of(name), *MAY_USE[part_of(name)]}
    ]

    assert wrong == []


def test_every_library_is_imported_by_its_owner_only() -> None:
    wrong = [
        f"{name} imports {library}; its owners are {OWNERS.get(library, 'not named')}"
        for name, library in LIBRARIES
        if not any(within(name, owner) for owner in OWNERS.get(library, ()))
    ]

    assert wrong == []


def test_every_row_of_the_tables_is_about_something_there_is() -> None:
    parts = {*MAY_USE, *(part for owners in OWNERS.values() for part in owners)}

    assert {*parts, *TESTED_ELSEWHERE} - modules().keys() == set()
    assert OWNERS.keys() == {library for _name, library in LIBRARIES}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("import guide.web.plan", "guide.web.plan"),
        ("from guide.web import plan", "guide.web.plan"),
        ("from guide.web import create_app", "guide.web"),
        ("def f():\n    from .web import plan", "guide.web.plan"),
        ("def f():\n    from . import planner", "guide.planner"),
        ("if x:\n    import flask.json as j", "flask.json"),
    ],
)
def test_no_import_hides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, found: str
) -> None:
    file = tmp_path / "pace.py"
    file.write_text(line, "utf-8")
    monkeypatch.setitem(modules(), "guide.pace", file)

    assert list(imported("guide.pace")) == [found]


def test_every_module_has_a_test_file_of_its_name() -> None:
    missing = [
        f"{name} has no {mirror_of(file).relative_to(ROOT)}"
        for name, file in modules().items()
        if not any(within(name, part) for part in TESTED_ELSEWHERE)
        if has_code(file) and not mirror_of(file).exists()
    ]

    assert missing == []


def mirror_of(file: Path) -> Path:
    """Say where the tests of a module are: ``test_init.py`` has those of a package."""
    folder = ROOT / "tests" / file.parent.relative_to(ROOT)
    return folder / f"test_{file.stem.removeprefix('__').removesuffix('__')}.py"


def has_code(file: Path) -> bool:
    """Say whether there is more in a module than its docstring."""
    return len(ast.parse(file.read_text("utf-8")).body) > 1


def lines(file: Path) -> int:
    return len(file.read_text("utf-8").splitlines())


def test_no_module_is_too_long_to_read() -> None:
    long = {name: lines(file) for name, file in modules().items()}

    assert {name: length for name, length in long.items() if length > MAX_LINES} == {}


def test_modules_are_rarely_over_300_lines() -> None:
    long = [name for name, file in modules().items() if lines(file) > 300]

    assert len(long) <= len(modules()) / 10


def test_every_module_says_in_its_first_line_what_it_is() -> None:
    silent = [
        name
        for name, file in modules().items()
        if not ast.get_docstring(ast.parse(file.read_text("utf-8")))
    ]

    assert silent == []


@pytest.mark.parametrize("setting", fields(Config), ids=lambda setting: setting.name)
def test_every_setting_is_documented(setting: Field[Any]) -> None:
    name = PREFIX + setting.name.upper()

    assert re.search(rf"\b{name}\b", (ROOT / "docs/settings.md").read_text("utf-8"))


def test_no_setting_is_documented_that_does_not_exist() -> None:
    written = set(
        re.findall(
            rf"\b{PREFIX}[A-Z_]+\b", (ROOT / "docs/settings.md").read_text("utf-8")
        )
    )

    assert written == {PREFIX + setting.name.upper() for setting in fields(Config)}


def test_no_lock_file_says_where_a_package_was_fetched_from() -> None:
    browser = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    python = [file.read_text("utf-8") for file in ROOT.glob("requirements*.lock")]

    assert [p for p, entry in browser["packages"].items() if "resolved" in entry] == []
    assert python
    assert not any("://" in text for text in python)


def test_there_is_one_lock_file_for_python_packages() -> None:
    assert not (ROOT / "uv.lock").exists()
