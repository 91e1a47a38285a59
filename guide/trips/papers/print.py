"""Write a paper as PDF: typst sets it, and gets every text as data, never as markup."""

import json
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from guide.maps.lettering import FONT_FILES
from guide.trips.papers.blocks import Block, Drawing, Paper

SHEET = Path(__file__).parent / "paper.typ"


def pdf(paper: Paper) -> bytes:
    """Return the file; the same paper gives the same pages."""
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[FONT_FILES],
    )
    with tempfile.TemporaryDirectory(prefix="guide-paper-") as name:
        folder = Path(name)
        blocks = [_data(block, folder, n) for n, block in enumerate(paper.blocks)]
        data = {"title": paper.title, "language": paper.language, "blocks": blocks}
        (folder / "paper.json").write_text(json.dumps(_legal(data)), "utf-8")
        (folder / "paper.typ").write_bytes(SHEET.read_bytes())
        compiler = typst.Compiler(folder / "paper.typ", root=folder, font_paths=fonts)
        found = compiler.compile(format="pdf")
    if not isinstance(found, bytes):
        raise TypeError(f"one file was wanted, {type(found).__name__} came")
    return found


def _data(block: Block, folder: Path, number: int) -> dict[str, Any]:
    kind = type(block).__name__.lower()
    if isinstance(block, Drawing):
        (folder / f"{number}.svg").write_bytes(block.svg)
        return {"kind": kind, "file": f"{number}.svg", "words": block.words}
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
