"""What a person makes by hand, by key, button or menu: of the words that are selected, or of what is looked at."""

from PySide6.QtCore import QObject, Signal

from counterpoint.app.extents import stepped
from counterpoint.engine.relations import RelationKind
from counterpoint.views.themes import NAMES
from counterpoint.views.walks import Walk


class Hands(QObject):
    """Acts on a walk's selected words, and on findings and claims by hand."""

    done = Signal(str)  # what was just done, in words
    told = Signal(str)  # what has to be done first, a whole sentence

    def __init__(self, walk: Walk, parent: QObject) -> None:
        super().__init__(parent)
        self._walk = walk
        self._hands = walk.workspace.hands

    # What can be done

    @property
    def can_relate(self) -> bool:
        """Words of two sources are selected."""
        sources = {passage.anchors[0].source for passage in self._walk.passages}
        return len(sources) == 2  # noqa: PLR2004

    @property
    def can_make_claim(self) -> bool:
        """Words are selected."""
        return bool(self._walk.passages)

    @property
    def can_remove(self) -> bool:
        """What is looked at was made by hand."""
        finding, claim = self._walk.current, self._walk.claim
        if self._walk.passages:
            return False
        if finding is not None:
            return bool(self._hands.relations(finding.id))
        return claim is not None and self._hands.claim(claim.id) is not None

    @property
    def can_resize(self) -> bool:
        claim = self._walk.claim
        return not self._walk.passages and claim is not None and self._hands.claim(claim.id) is not None

    # What is done

    def mark_match(self) -> None:
        self._relate(RelationKind.MATCH)

    def mark_conflict(self) -> None:
        self._relate(RelationKind.CONFLICT)

    def make_claim(self) -> None:
        """Of the words that were selected last."""
        if not self.can_make_claim:
            self.told.emit("Select the words that are to be a claim.")
            return
        passage = self._walk.passages[-1]
        before = self._hands.by_hand
        self._hands.make_claim(passage)
        made = [claim for claim in self._walk.claims_at(passage) if claim.id not in before]
        if made:
            self._walk.select_only(made[0].id)
            self.done.emit("A claim was made of the words")

    def remove(self) -> None:
        """The finding or the claim by hand that is looked at."""
        finding, claim = self._walk.current, self._walk.claim
        if not self.can_remove:
            self.told.emit("Only what was made by hand can be removed. What was found can be rejected (R).")
        elif finding is not None:
            self._hands.remove_relation(finding.id)
            self.done.emit(f"{NAMES[finding.kind]} by hand removed")
        elif claim is not None:
            self._hands.remove_claim(claim.id)
            self.done.emit("Claim by hand removed")

    def begin_earlier(self) -> None:
        self._step(-1, is_start=True)

    def begin_later(self) -> None:
        self._step(1, is_start=True)

    def end_earlier(self) -> None:
        self._step(-1, is_start=False)

    def end_later(self) -> None:
        self._step(1, is_start=False)

    def _relate(self, kind: RelationKind) -> None:
        if not self.can_relate:
            self.told.emit("Select words in one column, then in another, and say how they stand.")
            return
        one, other = self._walk.passages
        before = self._hands.by_hand
        self._hands.relate(kind, one, other)
        made = [finding for finding in self._walk.everything if finding.id in self._hands.by_hand - before]
        if made:
            self._walk.select(made[0].id)
            self.done.emit(f"{NAMES[kind]} by hand: {' / '.join(made[0].headline)}")

    def _step(self, by: int, *, is_start: bool) -> None:
        claim = self._walk.claim
        if claim is None or not self.can_resize:
            self.told.emit("Go to a claim that was made by hand: only such a one can be made longer or shorter.")
            return
        text = self._walk.workspace.source(claim.source).text
        self._hands.resize_claim(claim.id, stepped(text, claim.span, by, is_start=is_start))
