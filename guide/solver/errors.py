"""Everything that can go wrong while solving.

SolverError
├── BadProblem     the numbers make no sense: a mistake of the caller
└── Impossible     the numbers make sense, but no route obeys all of them
"""

from collections.abc import Iterable


class SolverError(Exception):
    """Something is wrong with a problem; the parent of all errors here."""


class BadProblem(SolverError, ValueError):
    """A problem's numbers make no sense; says which field, and what it should be."""

    def __init__(self, field: str, wrong: str) -> None:
        self.field, self.wrong = field, wrong
        super().__init__(f"{field}: {wrong}")


class Impossible(SolverError):
    """No route obeys every wish.

    ``clash`` is a smallest set of wishes that contradict each other: dropping any one
    of them makes the others possible. Each is a pair of the problem's field and what
    it is about, like ``("must", 3)`` or ``("limit_s", 7200)``.
    """

    def __init__(self, clash: Iterable[tuple[str, object]]) -> None:
        self.clash = tuple(clash)
        wishes = ", ".join(f"{field} {about}" for field, about in self.clash)
        super().__init__(f"these wishes clash: {wishes}; drop or loosen one of them")
