"""The marks of a project's sources: what is known of each claim, and what a person has put on words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from counterpoint.app.findings import Finding, words_of
from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.sources import SourceId
from counterpoint.store.annotations import Ruling, Subject
from counterpoint.store.homes import Target
from counterpoint.views.draft_signs import sign_of
from counterpoint.views.marks import Mark, Weight
from counterpoint.views.walks import Walk

if TYPE_CHECKING:
    from counterpoint.engine.passages import Span
    from counterpoint.engine.relations import RelationId


class Marking:
    """Makes marks of what a walk finds, and tells which have to be made anew."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._looked_at: frozenset[ClaimId] = frozenset()
        self._passages: tuple[Subject, ...] = ()
        self._rulings: dict[RelationId, Ruling | None] = {}

    def all(self) -> dict[SourceId, tuple[Mark, ...]]:
        """Everything anew, by source."""
        self._looked_at = self._claims_looked_at()
        self._rulings = {finding.id: finding.ruling for finding in self._walk.everything}
        comparison = self._walk.workspace.comparison
        found: dict[SourceId, tuple[Mark, ...]] = {}
        for account in comparison.accounts if comparison else ():
            marks = [*map(self.of_claim, account.claims), *self._of_passages(account.source.id)]
            found[account.source.id] = tuple(sorted(marks, key=lambda mark: mark.span))
        return found

    def again(self, claims: frozenset[ClaimId]) -> list[Mark]:
        """Those of these claims, and of what was or is looked at."""
        before, self._looked_at = self._looked_at, self._claims_looked_at()
        known = (self._walk.claim_of(claim) for claim in claims | before | self._looked_at)
        words = dict.fromkeys((*self._passages, *self._walk.passages))
        self._passages = self._walk.passages
        return [
            *(self.of_claim(claim) for claim in known if claim is not None),
            *(self._of_passage(passage) for passage in words),
        ]

    def judged(self) -> frozenset[ClaimId]:
        """The claims of findings whose verdict has changed since this was last asked."""
        before = self._rulings
        self._rulings = {finding.id: finding.ruling for finding in self._walk.everything}
        changed = [f for f in self._walk.everything if before.get(f.id) is not f.ruling]
        return frozenset(claim for f in changed for claim in (f.a.claim.id, f.b.claim.id))

    def of_claim(self, claim: Claim) -> Mark:
        hands, current = self._walk.workspace.hands, self._walk.current
        findings = self._walk.findings_on(claim.id)
        listed = [finding for finding in findings if self._walk.lists(finding)]  # the others are dimmed
        standing = [finding for finding in listed if finding.ruling is not Ruling.REJECTED]
        of_kind = standing or listed or findings
        kind = min((finding.kind for finding in of_kind), default=None)  # "conflict" comes before "match"
        ruling = _ruling([finding for finding in of_kind if finding.kind is kind])
        weight = Weight.USUAL if standing or not findings else Weight.FADED
        words: tuple[Span, ...] = ()
        if claim.id in self._looked_at:
            weight = Weight.CHOSEN
            if current is not None:
                kind, ruling, words = current.kind, current.ruling, words_of(current, claim)
                weight = Weight.REJECTED if current.ruling is Ruling.REJECTED else Weight.CHOSEN
        has_note, tags = self._annotations((claim, *(finding.stored for finding in findings)))
        return Mark(
            id=claim.id,
            span=claim.span,
            kind=kind,
            weight=weight,
            words=words,
            has_note=has_note,
            tags=tags,
            ruling=ruling,
            is_by_hand=hands.is_by_hand(claim.id),
            can_be_resized=hands.claim(claim.id) is not None,
            sign=sign_of(self._walk.workspace.drafting, claim),
        )

    def _of_passages(self, source: SourceId) -> list[Mark]:
        """Words that are no claim, with tags or notes on them."""
        return [self._of_passage(passage) for passage in self._walk.workspace.hands.passages(source)]

    def _of_passage(self, passage: Subject) -> Mark:
        has_note, tags = self._annotations((passage,))
        weight = Weight.CHOSEN if passage in self._walk.passages else Weight.USUAL
        return Mark(passage.key, passage.anchors[0].span, None, weight, (), has_note, tags, is_claim=False)

    def _annotations(self, targets: Sequence[Target]) -> tuple[bool, tuple[str, ...]]:
        workspace = self._walk.workspace
        if not workspace.notes and not workspace.taggings:
            return False, ()  # thousands of claims ask this
        has_note = any(workspace.notes_on(target) for target in targets)
        tags = dict.fromkeys(tag for target in targets for tag in workspace.tags_on(target))
        return has_note, tuple(tag.colour for tag in tags)

    def _claims_looked_at(self) -> frozenset[ClaimId]:
        finding, claim = self._walk.current, self._walk.claim
        ours = {finding.a.claim.id, finding.b.claim.id} if finding else set[ClaimId]()
        return frozenset(ours | ({claim.id} if claim else set[ClaimId]()))


def _ruling(findings: Sequence[Finding]) -> Ruling | None:
    """One confirmed finding is enough for the claim to stand confirmed; one in doubt, for it to be in doubt."""
    rulings = {finding.ruling for finding in findings}
    return next((ruling for ruling in (Ruling.CONFIRMED, Ruling.UNSURE) if ruling in rulings), None)
