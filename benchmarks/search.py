"""How fast the search list is answered among 5,000 sites, beside reading every name.

Usage: ``python -m benchmarks.search``
"""

from collections.abc import Callable
from statistics import median
from time import perf_counter

from sites.catalogue import Catalogue
from sites.folding import fold
from sites.intake import read_content
from tests.sites.test_finding import SEARCHES, among_thousands

ROUNDS = 7


def main() -> None:
    """Print what making the index takes, and the slowest and median searches."""
    catalogue = among_thousands(read_content())
    begin = perf_counter()
    catalogue.search("x")
    print(f"{len(catalogue)} sites, index made in {perf_counter() - begin:.2f} s")
    ours = {typed: best(lambda t=typed: catalogue.search(t)) for typed, _ in SEARCHES}
    scan = {typed: best(lambda t=typed: scanned(catalogue, t)) for typed, _ in SEARCHES}
    for name, times in (("index", ours), ("reading every name", scan)):
        worst = max(times, key=times.__getitem__)
        middle = median(times.values()) * 1000
        print(f"{name:20} {middle:7.2f} ms  slowest {times[worst] * 1000:7.2f} {worst}")


def best(search: Callable[[], object]) -> float:
    """Return the least of several times, in seconds."""
    times = []
    for _ in range(ROUNDS):
        begin = perf_counter()
        search()
        times.append(perf_counter() - begin)
    return min(times)


def scanned(catalogue: Catalogue, typed: str) -> list[str]:
    """Fold every name anew, and keep those that hold what was typed."""
    wanted = fold(typed)
    return [s.slug for s in catalogue if any(wanted in fold(name) for name in s.names)]


if __name__ == "__main__":
    main()
