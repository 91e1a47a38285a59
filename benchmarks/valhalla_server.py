"""A real Valhalla on this machine, with the streets of an extract."""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import osmium
import requests

from benchmarks.environments import NotThere, cache_folder, environment

PACKAGE = "pyvalhalla==3.9.1"
OLDEST = (3, 12)
"""Its wheels begin there."""

START_S = 30.0

FACTS = """
import json, valhalla
config = valhalla.get_config(tile_extract="", tile_dir="")
print(json.dumps([str(valhalla.PYVALHALLA_DIR), config]))
"""


@dataclass(frozen=True, slots=True)
class Tiles:
    """The streets of an extract as Valhalla reads them, and its programs."""

    folder: Path
    programs: Path
    config: dict[str, object]
    python: Path
    made_s: float


def tiles_of(extract: Path) -> Tiles:
    """Make tiles of an extract, once.

    Raises:
        NotThere: Valhalla is not to be had here, or does not take the extract.
    """
    python = environment(OLDEST, PACKAGE)
    digest = sha256(extract.read_bytes() + PACKAGE.encode()).hexdigest()[:12]
    folder = cache_folder() / f"valhalla-{digest}"
    said = subprocess.run(
        [python, "-c", FACTS], capture_output=True, text=True, check=True
    )
    package, config = json.loads(said.stdout.splitlines()[-1])
    config["mjolnir"]["tile_dir"] = str(folder / "tiles")
    made = folder / "made"
    if not made.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        pbf = folder / "extract.osm.pbf"
        _as_pbf(extract, pbf)
        (folder / "config.json").write_text(json.dumps(config))
        begin = spent_by_children()
        command = [Path(package) / "bin/valhalla_build_tiles", "-c", "config.json", pbf]
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        if done.returncode:
            raise NotThere(f"valhalla_build_tiles does not take {extract.name}")
        made.write_text(str(spent_by_children() - begin))
    return Tiles(folder, Path(package) / "bin", config, python, float(made.read_text()))


def spent_by_children() -> float:
    """Return the seconds of the processor that programs we started have taken."""
    spent = os.times()
    return spent.children_user + spent.children_system


def _as_pbf(extract: Path, pbf: Path) -> None:
    with osmium.SimpleWriter(str(pbf), overwrite=True) as writer:
        for thing in osmium.FileProcessor(str(extract)):
            writer.add(thing)


@contextmanager
def running(tiles: Tiles) -> Iterator[str]:
    """Serve tiles on a free port of this machine; give the address.

    Raises:
        NotThere: the server does not start.
    """
    # A short name: the system takes no sockets with long ones.
    room = Path(tempfile.mkdtemp(prefix="vh-"))
    port = _free_port()
    config = json.loads(json.dumps(tiles.config))
    config["httpd"]["service"] |= {
        "listen": f"tcp://127.0.0.1:{port}",
        "loopback": f"ipc://{room}/loopback",
        "interrupt": f"ipc://{room}/interrupt",
    }
    for part in ("loki", "thor", "odin", "meili"):
        config[part]["service"]["proxy"] = f"ipc://{room}/{part}"
    (room / "config.json").write_text(json.dumps(config))
    service = subprocess.Popen(
        [tiles.programs / "valhalla_service", room / "config.json", "1"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, service)
        yield address
    finally:
        service.kill()
        service.wait()
        shutil.rmtree(room, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(address: str, service: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + START_S
    while time.monotonic() < end and service.poll() is None:
        try:
            if requests.get(f"{address}/status", timeout=1).ok:
                return
        except requests.RequestException:
            time.sleep(0.05)
    raise NotThere("valhalla_service does not start")
