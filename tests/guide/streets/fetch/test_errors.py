import pytest

from guide.streets.fetch import errors


@pytest.mark.parametrize(
    "error", [kind for kind in vars(errors).values() if isinstance(kind, type)]
)
def test_every_error_stands_in_the_tree(error: type) -> None:
    assert error.__name__ in (errors.__doc__ or "")


@pytest.mark.parametrize("error", errors.FetchFailed.__subclasses__())
def test_whatever_fails_elsewhere_names_the_host_and_what_to_do(
    error: type[errors.FetchFailed],
) -> None:
    said = str(error("example.org", "it sleeps"))

    assert said.startswith("example.org ")
    assert "it sleeps" in said
    assert ";" in said
