"""Random people do random things with a draft: the database says what a model says."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from sites.staff import shape
from sites.staff.account import Account
from sites.staff.draft import Change
from sites.staff.errors import NoSuchMove, Overtaken, OwnWork
from sites.staff.moves import Move
from sites.staff.roles import Role
from sites.store.drafts import Drafts
from sites.store.store import Store
from tests.sites.factories import catalogue, site
from tests.sites.staff.test_moves import ALLOWED

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)
A = site("a")
PEOPLE = [
    Account(id=n, login=f"{role}{n}", called="x", role=role)
    for n, role in enumerate((*Role, Role.CONTRIBUTOR, Role.EDITOR))
]
who = st.sampled_from(PEOPLE)
stale = st.sampled_from([0, 0, 0, 1, 2])
interests = st.integers(1, 5)


class Workflow(RuleBasedStateMachine):
    """The model: what visitors read, the draft, its state, and who wrote it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.store = Store(f"sqlite:///{Path(self.folder.name) / 'guide.db'}")
        self.store.migrate()
        self.store.fill(catalogue(A))
        self.drafts = Drafts(self.store)
        self.live = self.draft = A.interest
        self.state, self.version = "published", 0
        self.wrote: set[str] = set()
        self.said: list[tuple[str, int]] = []

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    def allowed(self, move: str, by: Account) -> bool:
        authors, others, _to = ALLOWED.get((self.state, move), ("", "", ""))
        return by.role in (authors if by.login in self.wrote else others).split()

    def document(self, interest: int) -> dict[str, object]:
        return {**shape.of_site(A), "interest": interest}

    @rule(by=who, late=stale, interest=interests)
    def save(self, by: Account, late: int, interest: int) -> None:
        draft = self.drafts.get("a", self.document(self.live))
        change = Change(version=self.version - late, document=self.document(interest))
        try:
            self.drafts.save(draft, change, by, NOW)
        except Overtaken:
            assert late
            self.said.append(("conflict", interest))
        except NoSuchMove:
            assert not late
            assert not self.allowed("save", by)
        else:
            assert not late
            assert self.allowed("save", by)
            self.said.append(("draft", interest))
            self.draft, self.state = interest, "draft"
            self.wrote.add(by.login)
            self.version += 1

    @rule(by=who, move=st.sampled_from([*Move]), late=stale)
    def move(self, by: Account, move: Move, late: int) -> None:
        if move in {Move.SAVE, Move.PUBLISH, Move.DISCARD}:
            return
        self._do(move, by, late)

    @rule(by=who, late=stale)
    def publish(self, by: Account, late: int) -> None:
        self._do(Move.PUBLISH, by, late)

    @rule(by=who, late=stale)
    def discard(self, by: Account, late: int) -> None:
        self._do(Move.DISCARD, by, late)

    def _do(self, move: Move, by: Account, late: int) -> None:
        draft = self.drafts.get("a", self.document(self.live))
        draft = replace(draft, version=draft.version - late)
        try:
            if move is Move.PUBLISH:
                new = replace(A, interest=self.draft)
                self.drafts.publish(draft, new, self.document(self.draft), by, NOW)
            elif move is Move.DISCARD:
                self.drafts.discard(draft, self.document(self.live), by, NOW)
            else:
                self.drafts.move(draft, move, by, NOW)
        except Overtaken:
            assert late
        except (NoSuchMove, OwnWork):
            assert not late
            assert not self.allowed(move, by)
        else:
            assert not late
            assert self.allowed(move, by)
            self._done(move)

    def _done(self, move: Move) -> None:
        self.state = ALLOWED[self.state, move.value][2]
        self.version += 1
        if move is Move.PUBLISH:
            self.live = self.draft
            self.said.append(("published", self.draft))
        if move is Move.DISCARD:
            self.draft = self.live
        if self.state == "published":
            self.wrote.clear()

    @invariant()
    def the_database_says_the_same(self) -> None:
        found = self.drafts.get("a", self.document(self.live))
        assert (found.state.value, found.version) == (self.state, self.version)
        assert found.document["interest"] == self.draft
        assert set(found.authors) == self.wrote
        assert self.store.catalogue().get("a").interest == self.live
        told = [(r.sort, r.document["interest"]) for r in self.drafts.history("a")]
        begun = [("published", A.interest)] if any(
            sort != "conflict" for sort, _interest in self.said
        ) else []  # fmt: skip
        assert sorted(told) == sorted([*begun, *self.said])


TestWorkflow = Workflow.TestCase
TestWorkflow.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
