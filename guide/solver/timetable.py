"""When everything happens on given tours: from an order of nodes to routes."""

from collections.abc import Iterable, Sequence

from guide.solver.model import Case, Model
from guide.solver.problem import UNREACHABLE
from guide.solver.solution import Route


def begin_at(case: Case, node: int, arrive: int) -> int:
    """Tell when a visit begins that is reached at ``arrive``; UNREACHABLE if never."""
    opens: list[int] = case.model.opens[node].tolist()
    closes: list[int] = case.model.closes[node].tolist()
    for earliest, latest in zip(opens, closes, strict=True):
        if arrive <= latest:
            return max(arrive, earliest)
    return UNREACHABLE


def split(case: Case, order: Iterable[int]) -> list[list[int]]:
    """Cut the nodes between the start and the end at the turns, one list a tour."""
    tours: list[list[int]] = [[]]
    for node in order:
        if node > case.start + 1:
            tours.append([])
        else:
            tours[-1].append(node)
    return tours


def routes_of(case: Case, order: Iterable[int]) -> tuple[Route, ...]:
    """Give every tour its times, each stop as early as can be."""
    tours = split(case, order)
    return tuple(_route(case, tour, number) for number, tour in enumerate(tours))


def _route(case: Case, tour: Sequence[int], number: int) -> Route:
    model, base_s = case.model, case.base_s
    now, walk = case.problem.tours[number][0] - base_s, 0
    here = case.turns[number - 1] if number else case.start
    arrive, begin, leave = [], [], []
    for node in tour:
        way = int(model.travel[here, node])
        arrive.append(now + way)
        begin.append(begin_at(case, node, now + way))
        now = begin[-1] + int(model.visit[node])
        leave.append(now)
        walk, here = walk + way, node
    target = case.turns[number] if number < len(case.turns) else case.start + 1
    way = int(model.travel[here, target])
    return Route(
        stops=tuple(case.nodes[node].site for node in tour),
        arrive_s=tuple(base_s + second for second in arrive),
        begin_s=tuple(base_s + second for second in begin),
        leave_s=tuple(base_s + second for second in leave),
        end_s=base_s + now + way,
        walk_s=walk + way,
        breaks=tuple(case.nodes[node].rest for node in tour),
    )


def worth(case: Case, order: Iterable[int]) -> int:
    """Add up the score of an order, over its tours."""
    return sum(worth_of(case.model, tour) for tour in split(case, order))


def worth_of(model: Model, tour: Iterable[int]) -> int:
    """Add up the scores of one tour, the repetitions of a theme worth less."""
    themes: dict[int, list[int]] = {}
    for node in tour:
        themes.setdefault(int(model.theme[node]), []).append(int(model.score[node]))
    total = sum(themes.pop(-1, []))
    percents = model.decay.tolist()
    for scores in themes.values():
        for rank, score in enumerate(sorted(scores, reverse=True)):
            total += score * percents[min(rank, len(percents) - 1)] // 100
    return total
