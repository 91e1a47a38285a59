"""Lead several groups over the same stops in different orders: no stop is too full.

Numbers only: groups and stops are indices, times are minutes since the first departure.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from ortools.sat.python import cp_model

from guide.trips.serial import Minutes, Rota, Rotation, Round, Visit, quick, too_slow

PATIENCE = 3.0
"""How long is searched, in CP-SAT's own deterministic seconds: equal everywhere."""

SEED = 1


class Because(StrEnum):
    """Why there is no rotation."""

    SIZE = "size"
    TIME = "time"
    HOURS = "hours"
    WAYS = "ways"


@dataclass(frozen=True, slots=True, kw_only=True)
class CannotBe:
    """There is no rotation, and why.

    ``stops`` are those that are too small, or not open long enough; ``needed`` is how
    many minutes would do, and whether no fewer would is ``proven``.
    """

    because: Because
    stops: tuple[int, ...] = ()
    needed: int | None = None
    proven: bool = True


def rotate(rota: Rota) -> Rotation | CannotBe:
    """Find the best rotation, or say why there is none."""
    return lead(rota) or why_not(rota)


def lead(rota: Rota, patience: float = PATIENCE) -> Rotation | None:
    """Find the rotation that is over first, and of those the one with least idling.

    The same question has the same answer. Whether no other is over earlier is
    ``proven``, as a rule for some four groups and five stops.

    Returns:
        None where there is none, or none is found in time.
    """
    if max(rota.sizes) > min(rota.holds) or too_slow(rota) or too_long_without(rota):
        return None
    first = quick(rota)
    model = _Model(rota)
    model.least_total(first)
    found, proven = model.solve(patience)
    if found is None:
        return first if first and not proven else None
    calm = _Model(rota)
    calm.least_idling(found)
    calmer, _proven = calm.solve(patience / 2)
    return replace(calmer or found, proven=proven)


def too_long_without(rota: Rota) -> bool:
    """Tell whether the visits alone take longer than one may be without a toilet."""
    every = rota.toilet_every
    return every is not None and not rota.toilets and sum(rota.visit) > every


def why_not(rota: Rota) -> CannotBe:
    """Say why there is no rotation, by taking one limit after the other away."""
    largest = max(rota.sizes)
    if small := tuple(s for s, held in enumerate(rota.holds) if held < largest):
        return CannotBe(because=Because.SIZE, stops=small)
    long = replace(rota, limit=rota.longest, toilet_every=None)
    if found := lead(long):
        return CannotBe(because=Because.TIME, needed=found.total, proven=found.proven)
    always = ((0, rota.longest),)
    shut = tuple(
        stop
        for stop in range(len(rota.open))
        if quick(
            replace(long, open=(*rota.open[:stop], always, *rota.open[stop + 1 :]))
        )
    )
    if shut:
        return CannotBe(because=Because.HOURS, stops=shut)
    whenever = replace(long, open=(always,) * len(rota.open))
    return CannotBe(because=Because.HOURS if quick(whenever) else Because.WAYS)


class _Model:
    """The rotation as constraints: a circuit a group, a cumulative resource a stop."""

    def __init__(self, rota: Rota) -> None:
        self._rota = rota
        self._model = cp_model.CpModel()
        stops = range(len(rota.holds))
        self._enter = [
            [self._entering(stop) for stop in stops] for _group in rota.sizes
        ]
        self._depart = [self._time() for _group in rota.sizes]
        self._back = [self._time() for _group in rota.sizes]
        self._total = self._time()
        self._model.add_max_equality(self._total, self._back)
        for group in range(len(rota.sizes)):
            self._lead_round(group)
        for stop in stops:
            self._hold(stop)
        self._break_symmetry()

    def least_total(self, hint: Rotation | None) -> None:
        """Ask for the rotation that is over first."""
        self._hint(hint)
        self._model.minimize(self._total)

    def least_idling(self, found: Rotation) -> None:
        """Ask for groups that are on the way as briefly as possible, none later."""
        self._hint(found)
        self._model.add(self._total <= found.total)
        self._model.minimize(sum(self._back) - sum(self._depart))

    def solve(self, patience: float) -> tuple[Rotation | None, bool]:
        """Return what is found, and whether nothing better can be, or nothing at all.

        One worker and its own measure of time: the same answer on every machine.
        """
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = SEED
        solver.parameters.max_deterministic_time = patience
        status = solver.solve(self._model)
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return None, status == cp_model.INFEASIBLE
        rounds = tuple(
            self._round(solver, group) for group in range(len(self._rota.sizes))
        )
        return Rotation(rounds=rounds), status == cp_model.OPTIMAL

    def _time(self) -> cp_model.IntVar:
        return self._model.new_int_var(0, self._rota.limit, "")

    def _entering(self, stop: int) -> cp_model.IntVar:
        rota = self._rota
        spans = [
            [opens, min(closes, rota.limit) - rota.visit[stop]]
            for opens, closes in rota.open[stop]
            if opens <= min(closes, rota.limit) - rota.visit[stop]
        ]
        domain = cp_model.Domain.from_intervals(spans)
        return self._model.new_int_var_from_domain(domain, "")

    def _lead_round(self, group: int) -> None:
        """Let a group leave, see each stop once, and come to the end."""
        rota, model = self._rota, self._model
        enter, last = self._enter[group], len(rota.holds)
        arcs, walks = [], []
        for a in range(last + 1):
            for b in range(last + 1):
                minutes = rota.walk(a, b)
                if a == b or minutes is None:
                    continue
                taken = model.new_bool_var("")
                arcs.append((a, b, taken))
                walks.append(minutes * taken)
                leave = (
                    enter[a] + rota.visit[a] if a < last else self._depart[group] + 0
                )
                arrive = self._back[group] if b == last else enter[b]
                model.add(arrive >= leave + minutes).only_enforce_if(taken)
        model.add_circuit(arcs)
        least = sum(rota.visit) + sum(walks)
        model.add(self._back[group] - self._depart[group] >= least)
        if rota.toilet_every is not None:
            self._see_to_toilets(group, arcs)

    def _see_to_toilets(
        self, group: int, arcs: Sequence[tuple[int, int, cp_model.IntVar]]
    ) -> None:
        """Let no group go longer without a toilet than is asked for."""
        rota, model, last = self._rota, self._model, len(self._rota.holds)
        every = rota.toilet_every or 0
        since = [
            self._enter[group][stop] if stop in rota.toilets else self._time()
            for stop in range(last)
        ]
        since.append(self._depart[group])
        for a, b, taken in arcs:
            until = (self._back[group] if b == last else self._enter[group][b]) + 0
            if b != last and b not in rota.toilets:
                until = until + rota.visit[b]
                model.add(since[b] == since[a]).only_enforce_if(taken)
            model.add(until - since[a] <= every).only_enforce_if(taken)

    def _hold(self, stop: int) -> None:
        rota = self._rota
        inside = [
            self._model.new_fixed_size_interval_var(
                self._enter[group][stop], rota.visit[stop], ""
            )
            for group in range(len(rota.sizes))
        ]
        self._model.add_cumulative(inside, list(rota.sizes), rota.holds[stop])

    def _break_symmetry(self) -> None:
        """Groups of one size are alike: let them enter the first stop in order."""
        sizes = self._rota.sizes
        for size in set(sizes):
            alike = [group for group, other in enumerate(sizes) if other == size]
            for a, b in pairwise(alike):
                self._model.add(self._enter[a][0] <= self._enter[b][0])

    def _hint(self, found: Rotation | None) -> None:
        if found is None:
            return
        # The order of groups that are alike is fixed: the hint must be in it too.
        order = sorted(
            range(len(found.rounds)),
            key=lambda g: (self._rota.sizes[g], found.rounds[g].entering(0)),
        )
        places = sorted(range(len(order)), key=lambda g: (self._rota.sizes[g], g))
        for group, like in zip(places, order, strict=True):
            self._model.add_hint(self._depart[group], found.rounds[like].depart)
            for visit in found.rounds[like].visits:
                self._model.add_hint(self._enter[group][visit.stop], visit.enter)

    def _round(self, solver: cp_model.CpSolver, group: int) -> Round:
        """Read one group's round; it leaves as late as it can, and waits nowhere else.

        Where a walk is followed by waiting, the waiting is at the stop.
        """
        rota, last = self._rota, len(self._rota.holds)
        enters = [int(solver.value(one)) for one in self._enter[group]]
        order = sorted(range(last), key=enters.__getitem__)
        visits: list[Visit] = []
        here, now = last, 0
        for place, stop in enumerate(order):
            walk: Minutes = rota.walk(here, stop) or 0
            if place == 0:
                now = enters[stop] - walk
                depart = now
            visits.append(
                Visit(
                    stop=stop,
                    arrive=now + walk,
                    enter=enters[stop],
                    leave=enters[stop] + rota.visit[stop],
                )
            )
            here, now = stop, visits[-1].leave
        return Round(
            depart=depart, visits=tuple(visits), back=now + (rota.walk(here, last) or 0)
        )
