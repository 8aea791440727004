"""What tags and notes go on: the finding that is looked at, one of its claims, its fact, or a source."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from counterpoint.app.findings import Finding, Side, letters_of
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.claims import ClaimId
from counterpoint.store.annotations import Subject
from counterpoint.store.homes import Target


class Aim(QComboBox):
    """Goes back to the first of what is offered whenever something else is looked at."""

    aimed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aim")
        self._workspace = workspace
        self._targets: tuple[Target, ...] = ()
        self._names: tuple[str, ...] = ()
        self.setAccessibleName("What tags and notes go on")
        self.setToolTip("What tags and notes go on (G)")
        self.currentIndexChanged.connect(self.aimed)

    @property
    def target(self) -> Target | None:
        place = self.currentIndex()
        return self._targets[place] if 0 <= place < len(self._targets) else None

    def choose(self, target: Target) -> None:
        """Goes to what is offered."""
        if target in self._targets:
            self.setCurrentIndex(self._targets.index(target))

    def offer(self, choices: Sequence[tuple[str, Target]]) -> None:
        """In this order; the first is chosen, unless the same is offered as before."""
        targets = tuple(target for _, target in choices)
        place = self.currentIndex() if targets == self._targets else 0
        self._targets, self._names = targets, tuple(name for name, _ in choices)
        with QSignalBlocker(self):
            self.clear()
            self.addItems(list(self._names))
            self.setCurrentIndex(place if targets else -1)
        self.count_again()

    def count_again(self) -> None:
        """Says behind each what is on it already."""
        for place, (name, target) in enumerate(zip(self._names, self._targets, strict=True)):
            notes, tags = len(self._workspace.notes_on(target)), len(self._workspace.tags_on(target))
            there = [_counted(n, noun) for n, noun in ((tags, "tag"), (notes, "note")) if n]
            self.setItemText(place, f"{name}  ·  {', '.join(there)}" if there else name)


def choices_of(workspace: Workspace, finding: Finding | None, side: Side | None) -> list[tuple[str, Target]]:
    """What can be annotated from a finding, or from a claim alone."""
    sides = (finding.a, finding.b) if finding is not None else (side,) if side is not None else ()
    found: list[tuple[str, Target]] = []
    if finding is not None:
        found.append(("On this finding", finding.stored))
    found += [(f"On the claim in {each.letter}", each.claim) for each in sides]
    claims = {each.claim.id for each in sides}
    comparison = workspace.comparison
    for fact in comparison.facts if comparison is not None else ():
        if len(fact.claims) > 1 and claims & set[ClaimId](fact.claims):
            found.append((f"On the fact: {len(fact.claims)} claims, {_counted(fact.voices, 'voice')}", fact))
    found += [(f"On source {each.letter}", each.source) for each in sides]
    return found


def choices_of_words(workspace: Workspace, passages: Sequence[Subject]) -> list[tuple[str, Target]]:
    """Words that are selected, the last ones first, and their sources."""
    letters = letters_of(workspace)
    found: list[tuple[str, Target]] = [
        (f"On the words in {letters.get(passage.anchors[0].source, '')}", passage) for passage in reversed(passages)
    ]
    for passage in reversed(passages):
        source = workspace.source(passage.anchors[0].source)
        found.append((f"On source {letters.get(source.id, '')}", source))
    return found


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
