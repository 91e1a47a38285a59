"""A copy of the small content to spoil, and what is found wrong with it."""

import shutil
from pathlib import Path

import pytest

from sites.errors import BadContent, Fault
from sites.intake import read_content
from sites.model import Site

SMALL = Path(__file__).parent / "content"
SITE = "sites/den-nho.yaml"
HOURS = 'hours: {rule: "Mo-Su 08:00-17:00", sources: [bao], checked: 2026-11-22}\n'


def copy(folder: Path) -> Path:
    return shutil.copytree(SMALL, folder / "content")


def with_hours(folder: Path, hours: str) -> Path:
    """Copy the small content, with other hours of its site."""
    made = copy(folder)
    text = (made / SITE).read_text("utf-8")
    assert HOURS in text
    (made / SITE).write_text(text.replace(HOURS, hours), "utf-8")
    return made


def with_festivals(folder: Path, festivals: str) -> Path:
    """Copy the small content, with some festivals."""
    made = copy(folder)
    (made / "festivals.yaml").write_text(festivals, "utf-8")
    return made


def temple(folder: Path) -> Site:
    return read_content(folder=folder).get("den-nho")


def faults(folder: Path) -> tuple[Fault, ...]:
    with pytest.raises(BadContent) as refused:
        read_content(folder=folder)
    return refused.value.faults


def line_of(words: str, folder: Path, file: str = SITE) -> int:
    """Say on which line of a file some words first stand."""
    lines = (folder / file).read_text("utf-8").splitlines()
    return next(n for n, line in enumerate(lines, start=1) if words in line)


def with_entry(folder: Path, name: str, text: str) -> Path:
    """Put a person or an event into a copy: ``name`` is like ``people/a.yaml``."""
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder
