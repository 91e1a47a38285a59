"""Set up what a command needs, then run it. Standard library only.

./run.sh serve [OPTIONS]   make the environment, fill a new database, serve the guide
./run.sh guide …           the command line: plan, sites, load …
./run.sh test [PYTEST …]   set up browser and database servers too, and run the tests
./run.sh cover             the same, and which lines no test runs
./run.sh soak [KILLS]      kill the server over and over; the long form of the journeys
./run.sh check             formatter, linter, types, templates, shape of the imports
./run.sh lock              resolve pyproject.toml anew into the hashed lock files
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")

RUN_LOCK, DEV_LOCK, NODE_LOCK = (
    ROOT / f"requirements{kind}.lock" for kind in ("", "-dev", "-node")
)
OUR_BUILD = ("pyproject.toml", "hatch_build.py", "package.json", "package-lock.json")
"""What our own wheel is made from; a change in any of them builds it again."""

LOOPS = ("guide/compiled.py", "guide/solver/*.py", "guide/streets/sweeps/*.py")
"""What is compiled before first use; a change in any of them compiles it again."""

EVERYTHING = (
    "-n", str((os.cpu_count() or 1) + 1), "--dist", "loadfile",
    "--no-loadscope-reorder",
)  # fmt: skip
"""How all tests are run: one worker more than processors, as browsers often wait."""

DEBIAN_TOOLS: dict[str, Callable[[], bool]] = {
    "chromium": lambda: bool(shutil.which("chromium")),
    "poppler-utils": lambda: bool(shutil.which("pdftotext")),
    "postgresql-15": lambda: Path("/usr/lib/postgresql/15/bin/initdb").exists(),
}
"""Debian packages that the tests use, and how to see that one is there."""


class SetUpFailed(Exception):
    """A step of the set-up did not work; the message says what to do."""


def main(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name; return its exit status."""
    name, *rest = arguments or ["help"]
    command = COMMANDS.get(name)
    if command is None:
        print(__doc__)
        return 0 if name in {"help", "-h", "--help"} else 2
    try:
        return command(rest)
    except SetUpFailed as problem:
        print(f"run: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def serve(rest: Sequence[str]) -> int:
    """Serve the guide on this machine."""
    make_environment(RUN_LOCK)
    return run("guide", "serve", *rest)


def guide(rest: Sequence[str]) -> int:
    """Run the guide's own command line."""
    make_environment(RUN_LOCK)
    return run("guide", *rest)


def test(rest: Sequence[str]) -> int:
    """Run the tests, after setting up everything that they use."""
    make_environment(DEV_LOCK)
    install_debian_tools()
    return run("python", "-m", "pytest", *(rest or EVERYTHING))


def cover(rest: Sequence[str]) -> int:
    """Run all tests, and say which lines none of them runs; that takes longer."""
    return test([*EVERYTHING, "--cov", "--cov-report=term", *rest])


def soak(rest: Sequence[str]) -> int:
    """Kill the server a hundred times while people edit, and look at every page twice.

    Nothing may be lost; axe finds nothing in any colours at any size, and no text runs.
    """
    make_environment(DEV_LOCK)
    install_debian_tools()
    os.environ["SOAK"] = "1"
    killed = run("python", "-m", "tests.guide.web.staff.torture", *rest)
    long = ("tests/journeys", "-k", "axe or no_text_of_a_site_runs", "-n", "auto")
    return max(killed, run("python", "-m", "pytest", "-q", *long))


def check(_rest: Sequence[str]) -> int:
    """Run every check that needs no server; say all that is wrong, not the first."""
    make_environment(DEV_LOCK)
    steps = (
        ("ruff", "format", "--check", "."),
        ("ruff", "check", "."),
        ("mypy",),
        ("djlint", "templates", "--lint", "--quiet"),
        ("python", "-m", "pytest", "-q", "tests/test_shape.py"),
    )
    failed = [" ".join(step) for step in steps if run(*step)]
    for step in failed:
        print(f"run: failed: {step}", file=sys.stderr)
    return min(len(failed), 1)


def lock(_rest: Sequence[str]) -> int:
    """Write the lock files anew from pyproject.toml."""
    make_environment(DEV_LOCK)
    _checked(PYTHON, "-m", "pip", "install", "--quiet", "uv")
    for target, groups in (
        (RUN_LOCK, ["--group", "build", "pyproject.toml"]),
        (
            DEV_LOCK,
            f"-c {RUN_LOCK.name} --group build --group dev pyproject.toml".split(),
        ),
        (NODE_LOCK, ["--group", "node"]),
    ):
        _checked(
            BIN / "uv", "pip", "compile", "--quiet", "--universal", "--upgrade",
            "--generate-hashes", "--no-annotate", "--python-version", "3.11",
            "--custom-compile-command", "./run.sh lock", "-o", target.name, *groups,
        )  # fmt: skip
    return 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "serve": serve,
    "guide": guide,
    "test": test,
    "cover": cover,
    "soak": soak,
    "check": check,
    "lock": lock,
}


def run(program: str, *arguments: str) -> int:
    """Run a program of the environment from the project's folder."""
    return subprocess.run([BIN / program, *arguments], cwd=ROOT, check=False).returncode


def make_environment(requirements: Path) -> None:
    """Bring ``.venv`` up to the lock file and to our own build; fast if it is."""
    locked, built, warmed = (
        VENV / f"{name}.stamp" for name in (requirements.stem, "build", "loops")
    )
    # The development lock holds everything of the other one, in the same versions.
    stamps = {locked, VENV / f"{DEV_LOCK.stem}.stamp"}
    if not PYTHON.exists():
        _step("making .venv", _make_venv)
    if not any(_is(stamp, _digest(RUN_LOCK, DEV_LOCK)) for stamp in stamps):
        _step(f"installing {requirements.name}", _pip_install, requirements)
        locked.write_text(_digest(RUN_LOCK, DEV_LOCK))
    ours = _digest(*(ROOT / name for name in OUR_BUILD))
    if not _is(built, ours):
        if not shutil.which("npm"):
            _step("installing npm into .venv", _pip_install, NODE_LOCK)
        _step("building the browser files", _install_ourselves)
        built.write_text(ours)
    loops = _digest(RUN_LOCK, *(f for name in LOOPS for f in sorted(ROOT.glob(name))))
    if not _is(warmed, loops):
        _step("compiling the planner, once", _compile_loops)
        warmed.write_text(loops)


def install_debian_tools() -> None:
    """Install the browser and the database server of the tests, where allowed."""
    missing = [name for name, there in DEBIAN_TOOLS.items() if not there()]
    if missing and not _apt_install(missing):
        print(
            f"run: {', '.join(missing)} is not here and may not be installed by this "
            "command; the tests that use it are left out and named at the end",
            file=sys.stderr,
        )


def _apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages; say whether this command may do so at all."""
    become_root = _root_prefix()
    if shutil.which("apt-get") is None or become_root is None:
        return False
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (
        ("update", "-qq"),
        ("install", "-y", "-qq", "--no-install-recommends", *packages),
    ):
        command = [*become_root, "apt-get", *arguments]
        _step(" ".join(command), _quietly, command, environment)
    return True


def _root_prefix() -> list[str] | None:
    """Say what to put before a command that only root may run; None: we may not."""
    if os.name == "posix" and os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return None if asked.returncode else ["sudo", "-n"]


def _quietly(command: Sequence[str], environment: Mapping[str, str]) -> None:
    """Run a command whose success is seen by what is there afterwards."""
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)


def _make_venv() -> None:
    # Debian's Python comes without pip for environments, in a package of its own.
    for attempt in (_new_venv, lambda: _apt_install(["python3-venv"]) and _new_venv()):
        if attempt():
            return
    raise SetUpFailed(
        "this Python cannot make environments; install its venv package "
        "(Debian: apt-get install python3-venv) and start again"
    )


def _new_venv() -> bool:
    """Make the environment; leave nothing half made."""
    try:
        venv.create(VENV, with_pip=True)
    except subprocess.CalledProcessError:
        shutil.rmtree(VENV, ignore_errors=True)
        return False
    return True


def _pip_install(requirements: Path) -> None:
    # A lock names all there is to install. Left to look for itself, pip meets a newer
    # release of what is asked for with an extra, and refuses it for want of a hash.
    _checked(
        PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check",
        "--no-deps", "--require-hashes", "-r", requirements,
    )  # fmt: skip


def _install_ourselves() -> None:
    _checked(
        PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check",
        "--no-deps", "--no-build-isolation", "--editable", ROOT,
    )  # fmt: skip


def _compile_loops() -> None:
    for module in ("guide.solver.solve", "guide.streets.sweeps.hierarchy"):
        _checked(PYTHON, "-c", f"from {module} import warm; warm()")


def _checked(*command: str | Path) -> None:
    """Run a command of the set-up.

    Raises:
        SetUpFailed: it did not succeed.
    """
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        readable = " ".join(str(word) for word in command)
        raise SetUpFailed(
            f"this did not work: {readable}\nIs a package index in reach?"
        )


def _step(title: str, action: Callable[..., object], *arguments: object) -> None:
    print(f"· {title} …", end="", flush=True)
    started = time.monotonic()
    action(*arguments)
    print(f" {time.monotonic() - started:.0f} s", flush=True)


def _digest(*files: Path) -> str:
    content = b"\0".join(file.read_bytes() for file in files)
    return hashlib.sha256(content).hexdigest()


def _is(stamp: Path, digest: str) -> bool:
    return stamp.exists() and stamp.read_text() == digest


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
