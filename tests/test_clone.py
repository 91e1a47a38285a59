"""A clean clone on a machine where nothing of ours is installed."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[1]
FIRST_START_S = 600
SECOND_START_S = 5.0  # 2.5 alone; other tests run beside this one

pytestmark = [
    pytest.mark.clone,
    pytest.mark.skipif(os.name != "posix", reason="starts run.sh, a POSIX script"),
    pytest.mark.skipif(not (ROOT / ".git").exists(), reason="this is no git checkout"),
]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clone") / "guide"
    subprocess.run(["git", "clone", "--quiet", ROOT, folder], check=True)
    return folder


def test_one_command_makes_everything_and_serves_it(clone: Path) -> None:
    with serving(clone, FIRST_START_S) as (address, said):
        with urlopen(f"{address}/") as home:
            assert "Đền Tiên Nga" in home.read().decode()
        with urlopen(f"{address}/assets/leaflet/leaflet.js") as leaflet:
            assert leaflet.status == 200

    assert address in said()
    assert (clone / "var" / "guide.db").exists()


def test_a_second_start_is_quick(clone: Path) -> None:
    seconds = []
    for _ in range(2):
        started = time.monotonic()
        with serving(clone, FIRST_START_S):
            seconds.append(time.monotonic() - started)

    assert min(seconds) < SECOND_START_S


def test_nothing_is_left_behind_that_git_would_see(clone: Path) -> None:
    seen = subprocess.run(
        ["git", "status", "--porcelain"],
        cwd=clone,
        capture_output=True,
        text=True,
        check=True,
    )

    assert seen.stdout == ""


@contextmanager
def serving(clone: Path, patience_s: float) -> Iterator[tuple[str, Callable[[], str]]]:
    """Start ``./run.sh serve`` and wait until it answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log = clone.parent / f"serve-{port}.log"
    address = f"http://127.0.0.1:{port}"
    without_ours = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GUIDE_", "COVERAGE_", "COV_", "VIRTUAL_ENV"))
    }
    with log.open("w") as output:
        started = subprocess.Popen(
            ["./run.sh", "serve", "--port", str(port)],
            cwd=clone,
            env=without_ours,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            wait_for(address, started, log, patience_s)
            yield address, log.read_text
        finally:
            os.killpg(started.pid, signal.SIGTERM)
            started.wait(timeout=30)


def wait_for(
    address: str, started: subprocess.Popen[bytes], log: Path, patience_s: float
) -> None:
    until = time.monotonic() + patience_s
    while time.monotonic() < until:
        if started.poll() is not None:
            break
        try:
            with urlopen(address):
                return
        except URLError:
            time.sleep(0.05)
    pytest.fail(f"nothing answered; it said: {log.read_text()}")
