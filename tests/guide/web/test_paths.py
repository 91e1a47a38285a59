import pytest

from guide.web import paths


def test_templates_and_browser_files_are_there() -> None:
    assert (paths.templates() / "base.html").is_file()
    assert (paths.browser_files() / "leaflet" / "leaflet.js").is_file()


def test_a_missing_package_says_how_to_build_it() -> None:
    with pytest.raises(FileNotFoundError, match=r"\./run\.sh serve builds it"):
        paths._package("guide_nothing")  # noqa: SLF001 - its only message
