"""Write a paper as PDF: every text is data to it, never markup."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from guide.maps import printed
from guide.trips.papers.blocks import Block, Drawing, Paper

SHEET = Path(__file__).parent / "paper.typ"


def pdf(paper: Paper) -> bytes:
    """Return the file; the same paper gives the same pages."""
    blocks = [_data(block, number) for number, block in enumerate(paper.blocks)]
    data = {"title": paper.title, "language": paper.language, "blocks": blocks}
    files = {
        _file(number): block.svg
        for number, block in enumerate(paper.blocks)
        if isinstance(block, Drawing)
    }
    files["paper.json"] = json.dumps(_legal(data)).encode()
    return printed.pdf(SHEET.read_bytes(), files)


def _file(number: int) -> str:
    return f"{number}.svg"


def _data(block: Block, number: int) -> dict[str, Any]:
    kind = type(block).__name__.lower()
    if isinstance(block, Drawing):
        return {"kind": kind, "file": _file(number), "words": block.words}
    return {"kind": kind, **asdict(block)}


def _legal(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Drop signs that have no shape."""
    if isinstance(value, str):
        return "".join(c for c in value if c == "\n" or c.isprintable())
    if isinstance(value, dict):
        return {name: _legal(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_legal(inner) for inner in value]
    return value
