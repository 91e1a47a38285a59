import re
from collections.abc import Sequence
from types import ModuleType

import pytest

from guide import bad_request, errors, no_tour
from guide.bad_request import BadRequest
from guide.errors import BadConfig, BadPack, GuideError, NoMap, NoSuchFormat
from guide.no_tour import NoTour
from sites.errors import Said
from tests.guide.error_examples import BAD_REQUESTS, NO_TOURS

OTHERS: tuple[GuideError, ...] = (
    BadConfig("no such setting: GUIDE_X; docs/settings.md lists them"),
    BadPack("town", "it holds no street"),
    NoMap("137-tam-gian"),
    NoSuchFormat("docx", ["gpx", "json"]),
)
ALL = (*OTHERS, *BAD_REQUESTS, *NO_TOURS)


def name_of(error: GuideError) -> str:
    return type(error).__name__


@pytest.mark.parametrize("error", [*BAD_REQUESTS, *NO_TOURS], ids=name_of)
def test_an_error_about_a_field_begins_with_it(error: BadRequest | NoTour) -> None:
    assert str(error).startswith(error.field)


@pytest.mark.parametrize("error", ALL, ids=name_of)
def test_an_error_says_what_is_wrong_and_then_what_to_do(error: GuideError) -> None:
    wrong, to_do = re.split(r"; | did you mean ", str(error), maxsplit=1)

    assert len(wrong.split()) > 2
    assert len(to_do.split()) > 2
    assert "%(" not in str(error)


@pytest.mark.parametrize("error", ALL, ids=name_of)
def test_an_error_can_be_said_again_in_another_language(error: GuideError) -> None:
    assert isinstance(error, Said)
    assert error.text % error.values == str(error)


@pytest.mark.parametrize(
    ("module", "roots", "examples"),
    [
        (errors, {"GuideError", "BadRequest", "NoTour"}, OTHERS),
        (bad_request, {"BadRequest"}, BAD_REQUESTS),
        (no_tour, {"NoTour"}, NO_TOURS),
    ],
)
def test_the_tree_in_the_docstring_names_every_error(
    module: ModuleType, roots: set[str], examples: Sequence[GuideError]
) -> None:
    kinds = {
        kind.__name__
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, GuideError)
    }
    said = {*re.findall(r"\b[A-Z]\w*[a-z][A-Z]\w*|Missing|Contradiction|Clash",
                        module.__doc__ or "")}  # fmt: skip

    assert said == {name_of(error) for error in examples} | roots
    assert kinds - {"GuideError"} <= said
