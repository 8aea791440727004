"""Whatever a person does, in whatever order: undoing all of it gives the start, and closing changes nothing."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtWidgets import QApplication

from counterpoint.app.workspaces import Workspace
from counterpoint.engine.claims import Claim
from counterpoint.engine.facts import Fact
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Relation, RelationKind
from counterpoint.engine.sources import Source
from counterpoint.store.annotations import Ruling, Subject
from tests.app.snapshots import snapshot
from tests.store.made import comparison, contents

numbers = st.integers(0, 1000)
words = st.text(max_size=12)


class Anything(RuleBasedStateMachine):
    """A person at work. What the file should hold is what the workspace showed after each number of steps."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.failures: list[str] = []
        self.told: tuple[object, ...] = ()

    @initialize()
    def begin(self) -> None:
        self.workspace = Workspace.create(Path(self.folder.name), contents(0, 1), "Start")
        self.workspace.replace_analysis(comparison(*self.workspace.sources))
        self.listen()
        self.shown = [self.now()]

    def listen(self) -> None:
        self.workspace.failed.connect(self.failures.append)

    def now(self) -> dict[str, object]:
        return snapshot(self.workspace)

    def act(self, act: Callable[[], object]) -> None:
        """Does something that may be a step, and remembers what is shown after it."""
        index, steps = self.workspace.undo_stack.index(), self.workspace.undo_stack.count()
        act()
        after = self.workspace.undo_stack.index()
        assert after in {index, index + 1}
        if after > index:
            self.shown[index + 1 :] = [self.now()]
        else:
            assert self.workspace.undo_stack.count() == steps
            assert self.now() == self.shown[index]

    def target(self, number: int) -> Source | Claim | Relation | Fact:
        found = self.workspace.comparison
        assert found is not None
        claims = [claim for account in found.accounts for claim in account.claims]
        targets = [*self.workspace.sources, *claims, *found.relations, *found.facts]
        return targets[number % len(targets)]

    @rule(number=st.integers(0, 5))
    def add_source(self, number: int) -> None:
        self.act(lambda: self.workspace.add_sources(contents(number)))

    @precondition(lambda self: len(self.workspace.sources) > 1)
    @rule(number=numbers)
    def remove_source(self, number: int) -> None:
        sources = self.workspace.sources
        self.act(lambda: self.workspace.remove_source(sources[number % len(sources)].id))

    @rule(number=numbers, title=words, is_hidden=st.booleans())
    def edit_source(self, number: int, title: str, is_hidden: bool) -> None:  # noqa: FBT001
        sources = self.workspace.sources
        chosen = sources[number % len(sources)].id
        self.act(lambda: self.workspace.edit_source(chosen, title=title, confidential=is_hidden))

    @rule(title=words)
    def set_title(self, title: str) -> None:
        self.act(lambda: self.workspace.set_title(title))

    @rule(order=st.randoms(use_true_random=False))
    def arrange(self, order: Random) -> None:
        ids = [each.id for each in self.workspace.sources]
        order.shuffle(ids)
        self.act(lambda: self.workspace.arrange_sources(ids))

    @rule(ruling=st.none() | st.sampled_from(Ruling), many=numbers)
    def rule_on(self, ruling: Ruling | None, many: int) -> None:
        found = self.workspace.comparison
        assert found is not None
        chosen = found.relations[: many % (len(found.relations) + 1)]
        self.act(lambda: self.workspace.give_verdict(chosen, ruling))

    @rule(name=st.sampled_from(("Toll", "toll", "Mayor", "Ω")), on=st.lists(numbers, max_size=4))
    def add_tag(self, name: str, on: list[int]) -> None:
        targets = [self.target(number) for number in on]
        self.act(lambda: self.workspace.add_tag(name, on=targets))

    @precondition(lambda self: self.workspace.tags)
    @rule(which=numbers, on=st.lists(numbers, min_size=1, max_size=3), gives=st.booleans())
    def tag(self, which: int, on: list[int], gives: bool) -> None:  # noqa: FBT001
        chosen = self.workspace.tags[which % len(self.workspace.tags)].id
        act = self.workspace.tag if gives else self.workspace.untag
        targets = [self.target(number) for number in on]
        self.act(lambda: act(chosen, targets))

    @precondition(lambda self: self.workspace.tags)
    @rule(which=numbers, name=st.sampled_from(("Toll", "TOLL", "New")), goes=st.booleans())
    def change_tag(self, which: int, name: str, goes: bool) -> None:  # noqa: FBT001
        chosen = self.workspace.tags[which % len(self.workspace.tags)].id
        if goes:
            self.act(lambda: self.workspace.remove_tag(chosen))
        else:
            self.act(lambda: self.workspace.edit_tag(chosen, name=name))

    @rule(on=numbers, body=words, start=st.integers(0, 20))
    def add_note(self, on: int, body: str, start: int) -> None:
        target = self.target(on)
        if on % 4 == 0:
            target = self.workspace.passage(self.workspace.sources[0].id, Span(start, start + 5))
        self.act(lambda: self.workspace.add_note(target, body))

    @precondition(lambda self: self.workspace.notes)
    @rule(which=numbers, body=words, goes=st.booleans())
    def change_note(self, which: int, body: str, goes: bool) -> None:  # noqa: FBT001
        chosen = self.workspace.notes[which % len(self.workspace.notes)].id
        if goes:
            self.act(lambda: self.workspace.remove_note(chosen))
        else:
            self.act(lambda: self.workspace.edit_note(chosen, body=body))

    def passage(self, source: int, start: int, length: int) -> Subject | None:
        sources = self.workspace.sources
        of = sources[source % len(sources)]
        return self.workspace.hands.passage(of.id, Span(start, min(len(of.text), start + length)))

    @rule(source=numbers, start=st.integers(0, 40), length=st.integers(0, 30))
    def make_claim(self, source: int, start: int, length: int) -> None:
        passage = self.passage(source, start, length)
        if passage is not None:
            self.act(lambda: self.workspace.hands.make_claim(passage))

    @precondition(lambda self: self.claims_by_hand())
    @rule(which=numbers, start=st.integers(0, 40), length=st.integers(0, 30), goes=st.booleans())
    def change_claim(self, which: int, start: int, length: int, goes: bool) -> None:  # noqa: FBT001
        hands, claims = self.workspace.hands, self.claims_by_hand()
        chosen = claims[which % len(claims)]
        length = min(length, len(self.workspace.source(chosen.source).text) - start)
        if goes:
            self.act(lambda: hands.remove_claim(chosen.id))
        else:
            self.act(lambda: hands.resize_claim(chosen.id, Span(start, start + length)))

    def claims_by_hand(self) -> list[Claim]:
        found = self.workspace.comparison
        claims = [claim for account in (found.accounts if found else ()) for claim in account.claims]
        return [claim for claim in claims if self.workspace.hands.claim(claim.id) is not None]

    @rule(kind=st.sampled_from(RelationKind), a=numbers, b=numbers, start=st.integers(0, 40), other=st.integers(0, 40))
    def relate(self, kind: RelationKind, a: int, b: int, start: int, other: int) -> None:
        one, two = self.passage(a, start, 9), self.passage(b, other, 20)
        if one is not None and two is not None:
            self.act(lambda: self.workspace.hands.relate(kind, one, two))

    @rule(which=numbers)
    def take_a_relation_away(self, which: int) -> None:
        found = self.workspace.comparison
        if found is not None and found.relations:
            self.act(lambda: self.workspace.hands.remove_relation(found.relations[which % len(found.relations)].id))

    @rule(share=st.floats(0, 1))
    def go_to(self, share: float) -> None:
        self.workspace.undo_stack.setIndex(round(share * self.workspace.undo_stack.count()))

    @rule()
    def close_and_open(self) -> None:
        self.workspace.close()
        self.workspace = Workspace.open(self.workspace.path)
        self.listen()

    @invariant()
    def shows_what_it_showed_at_this_step(self) -> None:
        if hasattr(self, "shown"):
            stack = self.workspace.undo_stack
            assert stack.count() == len(self.shown) - 1
            assert self.now() == self.shown[stack.index()]

    @invariant()
    def forgets_nothing_that_was_done(self) -> None:
        if hasattr(self, "shown"):
            history = self.workspace.chronicle.entries()
            assert history[: len(self.told)] == self.told
            self.told = history

    def teardown(self) -> None:
        if hasattr(self, "workspace"):
            for index in count(self.workspace.undo_stack.index() - 1, -1):
                if index < 0:
                    break
                self.workspace.undo_stack.undo()
                assert self.now() == self.shown[index]
            self.workspace.undo_stack.setIndex(len(self.shown) - 1)
            assert self.now() == self.shown[-1]
            self.forgets_nothing_that_was_done()
            assert all(sentence.endswith(".") for sentence in self.failures)
            self.workspace.close()
        self.folder.cleanup()


def test_whatever_is_done_can_be_undone_and_outlives_closing(qapp: QApplication) -> None:
    assert qapp
    few = settings(max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    run_state_machine_as_test(Anything, settings=few)
