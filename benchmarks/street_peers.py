"""Other engines of ways, each in an environment of its own, on the same extract."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.environments import NotThere, cache_folder, environment
from benchmarks.valhalla_server import spent_by_children, tiles_of
from sites.position import Position

OSRM = "osrm-bindings==26.10.0"
OSRM_OLDEST = (3, 12)
HERE = Path(__file__).parent
CONTRACTING_S = 90.0
"""A grid has no main roads: contracting one of 5,000 junctions can take minutes."""

LIMITS = {
    "max_matrix_location_pairs": 40_000,
    "max_matrix_distance": 400_000.0,
    "max_locations": 400,
}
"""Valhalla's own are for public servers: 200 × 200 places are more than it takes."""


class Child:
    """An engine in a process of its own, asked line by line."""

    def __init__(
        self, name: str, set_up_s: float, command: Sequence[str | Path]
    ) -> None:
        self.name, self.set_up_s = name, set_up_s
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip

    def ask(
        self, begin: Sequence[Position], goal: Sequence[Position], what: str = "metres"
    ) -> dict[str, Any]:
        """Ask for a table; return how long it took (``ms``) and its last corner.

        Raises:
            NotThere: the engine gave up.
        """
        question = {
            "sources": [place.lon_lat for place in begin],
            "targets": [place.lon_lat for place in goal],
            "what": what,
        }
        if self._process.stdin is None or self._process.stdout is None:
            raise NotThere(f"{self.name} has no pipes")
        try:
            self._process.stdin.write(json.dumps(question) + "\n")
            self._process.stdin.flush()
            answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        except (OSError, ValueError):
            raise NotThere(f"{self.name} gave up") from None
        return answer

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()


def osrm(extract: Path) -> Child:
    """Start OSRM for people on foot.

    With contraction hierarchies, if those are made in time, or else as it does for
    large graphs: by cells, whose tables take longer.

    Raises:
        NotThere: it is not to be had here, or does not take the extract.
    """
    python = environment(OSRM_OLDEST, OSRM)
    digest = sha256(extract.read_bytes() + OSRM.encode()).hexdigest()[:12]
    folder = cache_folder() / f"osrm-{digest}"
    base, made = folder / "extract.osrm", folder / "made.json"
    if not made.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        shutil.copyfile(extract, folder / f"extract{''.join(extract.suffixes)}")
        made.write_text(json.dumps(_prepare(_package(python), folder)))
    way, seconds = json.loads(made.read_text())
    command: list[str | Path] = [python, HERE / "child_osrm.py", base, way]
    return Child(f"OSRM ({way})", seconds, command)


def _package(python: Path) -> Path:
    """Return where OSRM lies in its environment."""
    code = "import osrm; print(osrm.__path__[0])"
    said = subprocess.run(
        [python, "-c", code], capture_output=True, text=True, check=True
    )
    return Path(said.stdout.strip())


def _prepare(package: Path, folder: Path) -> tuple[str, float]:
    """Make OSRM's files; return in which way, and how long that took."""
    (source,) = folder.glob("extract.*")
    base, profile = folder / "extract.osrm", package / "share/profiles/foot.lua"
    extracting = _step(package, "extract", "-p", profile, source)
    try:
        return "CH", extracting + _step(package, "contract", base)
    except subprocess.TimeoutExpired:
        cells = sum(_step(package, name, base) for name in ("partition", "customize"))
        return "MLD", extracting + cells


def _step(package: Path, name: str, *words: str | Path) -> float:
    """Run one of OSRM's programs; return the seconds it took.

    Raises:
        NotThere: it failed.
        TimeoutExpired: it took longer than anybody waits for.
    """
    begin = spent_by_children()
    command = [package / f"bin/osrm-{name}", *words]
    done = subprocess.run(
        command, capture_output=True, check=False, timeout=CONTRACTING_S
    )
    if done.returncode:
        raise NotThere(f"osrm-{name} failed")
    return spent_by_children() - begin


def valhalla(extract: Path) -> Child:
    """Start Valhalla in a process, its limits lifted.

    Raises:
        NotThere: it is not to be had here, or does not take the extract.
    """
    tiles = tiles_of(extract)
    config = json.loads(json.dumps(tiles.config))
    config["service_limits"]["pedestrian"] |= LIMITS
    file = tiles.folder / "benchmark.json"
    file.write_text(json.dumps(config))
    command = [tiles.python, HERE / "child_valhalla.py", file]
    return Child("Valhalla", tiles.made_s, command)
