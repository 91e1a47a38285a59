"""Environments of their own for tools that do not run on the project's Python.

They lie in a cache folder and are made once. Tests and benchmarks use them.
"""

import os
import shutil
import subprocess
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

NEWEST = 15
"""Pythons up to 3.15 are looked for by name."""


class NotThere(Exception):
    """A tool is not to be had here; the message says why."""


def cache_folder() -> Path:
    """Return the folder in which everything that can be made again lies."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "heritage-guide"


def python_from(oldest: tuple[int, int]) -> Path:
    """Find a Python that is no older than that, the oldest of them first.

    Raises:
        NotThere: there is none on this machine.
    """
    for named, python in sorted(_pythons()):
        # Named first: to start them all takes a second each on a busy machine.
        if named >= oldest and (_version(python) or (0, 0)) >= oldest:
            return python
    name = ".".join(map(str, oldest))
    raise NotThere(f"no Python {name} or newer on this machine")


def _pythons() -> list[tuple[tuple[int, int], Path]]:
    """List Pythons by the versions that their names promise."""
    names = [((3, minor), f"python3.{minor}") for minor in range(11, NEWEST + 1)]
    on_path = [(ver, Path(path)) for ver, name in names if (path := shutil.which(name))]
    folders = (Path.home() / ".pyenv/versions").glob("3.*.*")
    kept = [
        ((3, int(folder.name.split(".")[1])), folder / "bin/python")
        for folder in sorted(folders)
        if folder.name.split(".")[1].isdigit()
    ]
    return [*on_path, *kept, (sys.version_info[:2], Path(sys.executable))]


@cache
def _version(python: Path) -> tuple[int, int] | None:
    """Ask a Python for its version: what is called python3.12 may not even start."""
    code = "import sys, venv; print(*sys.version_info[:2])"
    try:
        said = subprocess.run(
            [python, "-c", code], capture_output=True, text=True, check=True, timeout=20
        )
        major, minor = said.stdout.split()
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return int(major), int(minor)


def environment(oldest: tuple[int, int], *packages: str) -> Path:
    """Return the Python of an environment with these packages; make it if it is new.

    Raises:
        NotThere: no Python fits, or the packages cannot be installed.
    """
    base = python_from(oldest)
    text = " ".join([str(base), str(_version(base)), *packages])
    folder = cache_folder() / f"env-{sha256(text.encode()).hexdigest()[:12]}"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = folder / "ready"
    if not ready.exists():
        shutil.rmtree(folder, ignore_errors=True)
        _run(base, "-m", "venv", folder)
        quiet = ("-qq", "--disable-pip-version-check", "--no-input")
        _run(python, "-m", "pip", "install", *quiet, *packages)
        ready.touch()
    return python


def _run(*command: str | Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it says nothing"])[-1]
        raise NotThere(f"“{' '.join(map(str, command[1:]))}” failed: {last}")
