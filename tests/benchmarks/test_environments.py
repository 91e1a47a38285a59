"""A tool that cannot be had is named, with the reason."""

import sys
from pathlib import Path

import pytest

from benchmarks import environments
from benchmarks.environments import NotThere, cache_folder, environment, python_from

THIS = sys.version_info[:2]


def test_a_python_is_found_that_is_new_enough() -> None:
    found = python_from((3, 11))

    assert found.exists()


def test_where_there_is_no_such_python_it_says_so() -> None:
    with pytest.raises(NotThere, match=r"no Python 3\.99 or newer on this machine"):
        python_from((3, 99))


def test_the_oldest_that_fits_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    # "d" promises to be 3.12 and does not start, as a shim may.
    there = {"a": (3, 13), "b": (3, 12), "c": (3, 11), "d": (3, 12)}
    named = [(version, Path(name)) for name, version in there.items()]
    monkeypatch.setattr(environments, "_pythons", lambda: named)
    working = {Path(name): there[name] for name in "abc"}
    monkeypatch.setattr(environments, "_version", working.get)

    assert python_from((3, 12)) == Path("b")


def test_a_name_that_does_not_start_is_no_python(tmp_path: Path) -> None:
    (tmp_path / "python3.12").write_text("#!/nowhere")

    assert environments._version(tmp_path / "python3.12") is None  # noqa: SLF001


def test_everything_lies_in_the_cache_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    assert cache_folder() == tmp_path / "heritage-guide"


def test_an_environment_is_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    made: list[str] = []

    def run(*command: str | Path) -> None:
        made.append(str(command[2]))
        (tmp_path / "heritage-guide").mkdir(exist_ok=True)
        if command[2] == "venv":
            Path(command[3]).mkdir()

    monkeypatch.setattr(environments, "_run", run)
    one, two = environment(THIS, "x==1"), environment(THIS, "x==1")
    other = environment(THIS, "x==2")

    assert one == two != other
    assert made == ["venv", "pip"] * 2


def test_what_fails_on_the_way_is_named_with_its_last_words() -> None:
    with pytest.raises(NotThere, match=r"“-c .*” failed: no such package"):
        environments._run(  # noqa: SLF001 - a real environment takes half a minute
            sys.executable, "-c", "raise SystemExit('Looking\\nno such package')"
        )


def test_an_environment_that_was_not_finished_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    def fail(*_command: str | Path) -> None:
        raise NotThere("pip failed")

    monkeypatch.setattr(environments, "_run", fail)
    for _turn in range(2):
        with pytest.raises(NotThere):
            environment(THIS, "x==1")
    assert not list(tmp_path.rglob("ready"))
