"""Where the reader stands: the findings that are listed, and which of them is looked at."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from counterpoint.app.commands import Changes, Thing
from counterpoint.app.filters import EVERYTHING, Filter
from counterpoint.app.findings import Finding, find_findings, judged_again
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.relations import RelationId, RelationKind
from counterpoint.engine.sources import SourceId
from counterpoint.store.annotations import Ruling, Subject

_OURS = frozenset((Thing.SOURCES, Thing.ANALYSIS, Thing.VERDICTS, Thing.TAGGINGS))


class Walk(QObject):
    """The findings of a workspace, those that the filter lists, and the current one; or a claim without a finding."""

    listed = Signal()  # other findings, or other verdicts or tags on them
    filtered = Signal()  # by another filter
    moved = Signal()  # another one is looked at

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._filter = EVERYTHING
        self._all: tuple[Finding, ...] = ()
        self._by_id: dict[RelationId, Finding] = {}
        self._by_claim: dict[ClaimId, list[Finding]] = {}
        self._listed: tuple[Finding, ...] = ()
        self._admitted: frozenset[RelationId] = frozenset()
        self._claims: dict[ClaimId, Claim] = {}
        self._current: RelationId | None = None
        self._claim: ClaimId | None = None
        self._passages: tuple[Subject, ...] = ()
        workspace.changed.connect(self._refresh)
        self._renew()

    @property
    def everything(self) -> tuple[Finding, ...]:
        """All findings, whatever the filter."""
        return self._all

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those that the filter admits, in the order in which they are walked, and the current one in any case."""
        return self._listed

    @property
    def admitted(self) -> tuple[Finding, ...]:
        """Those that the filter admits."""
        return tuple(finding for finding in self._listed if self.admits(finding))

    def admits(self, finding: Finding) -> bool:
        return finding.id in self._admitted

    def lists(self, finding: Finding) -> bool:
        """Whether it is listed; what is not is dimmed."""
        return self.admits(finding) or finding.id == self._current

    @property
    def filter(self) -> Filter:
        return self._filter

    @property
    def current(self) -> Finding | None:
        return None if self._current is None else self._by_id.get(self._current)

    @property
    def claim(self) -> Claim | None:
        """The claim that is looked at alone."""
        return None if self._claim is None else self._claims.get(self._claim)

    @property
    def passages(self) -> tuple[Subject, ...]:
        """Words that are selected, the first ones first: they are looked at before any finding."""
        return self._passages

    def claim_of(self, claim: ClaimId) -> Claim | None:
        return self._claims.get(claim)

    def finding_of(self, relation: RelationId) -> Finding | None:
        return self._by_id.get(relation)

    def claims_at(self, passage: Subject) -> tuple[Claim, ...]:
        """Those with just these words."""
        place = passage.anchors[0].source, passage.anchors[0].span
        return tuple(claim for claim in self._claims.values() if (claim.source, claim.span) == place)

    @property
    def standing(self) -> tuple[Finding, ...]:
        """Those that are not rejected."""
        return tuple(finding for finding in self._all if finding.ruling is not Ruling.REJECTED)

    @property
    def place(self) -> int:
        """The current one's place in the list, -1 where there is none."""
        return next((i for i, finding in enumerate(self._listed) if finding.id == self._current), -1)

    def findings_on(self, claim: ClaimId) -> Sequence[Finding]:
        """All of them, in the order of the walk."""
        return self._by_claim.get(claim, ())

    def set_filter(self, chosen: Filter) -> None:
        """Lists others. What it leaves out is no longer looked at: no key decides on what is not seen."""
        if chosen == self._filter:
            return
        self._filter = chosen
        finding = self.current
        is_left = finding is not None and not chosen.admits(finding)
        if is_left:
            self._current = None
        self._list()
        self.filtered.emit()
        self.listed.emit()
        if is_left:
            self.moved.emit()

    def step(self, by: int) -> None:
        """Goes on in the list, and stops at its ends."""
        if not self._listed:
            return
        start = self.place if self.place >= 0 else (-1 if by > 0 else len(self._listed))
        self.select(self._listed[min(len(self._listed) - 1, max(0, start + by))].id)

    def select(self, relation: RelationId | None) -> None:
        """Looks at this one."""
        if relation != self._current or self._claim is not None or self._passages:
            self._current, self._claim, self._passages = relation, None, ()
            self._list_again()
            self.moved.emit()

    def select_claim(self, claim: ClaimId) -> None:
        """Looks at the next finding on the claim, a listed one where there is one; at the claim alone without any."""
        known = self.findings_on(claim)
        own = [finding.id for finding in known if finding.id in self._admitted] or [finding.id for finding in known]
        if own:
            after = own.index(self._current) + 1 if self._current is not None and self._current in own else 0
            self.select(own[after % len(own)])
        elif claim != self._claim or self._passages:
            self.select_only(claim)

    def show_claim(self, claim: ClaimId) -> None:
        """Looks at a finding on the claim, the current one if it is one; at the claim alone where there is none."""
        own = [finding.id for finding in self.findings_on(claim)]
        if not own:
            self.select_only(claim)
        elif self._current not in own:
            self.select(own[0])

    def select_only(self, claim: ClaimId) -> None:
        """Looks at the claim alone."""
        self._current, self._claim, self._passages = None, claim, ()
        self._list_again()
        self.moved.emit()

    def go_round(self, claims: Sequence[ClaimId], passages: Sequence[Subject]) -> None:
        """Looks at the next of all that lies at one place: findings on claims, claims without any, passages."""
        stops: list[tuple[RelationId | None, ClaimId | None, tuple[Subject, ...]]] = []
        for claim in claims:
            known = self.findings_on(claim)
            own = [each.id for each in known if each.id in self._admitted] or [each.id for each in known]
            stops += [(relation, None, ()) for relation in own] or [(None, claim, ())]
        stops += [(None, None, (passage,)) for passage in passages]
        here = (None, None, self._passages) if self._passages else (self._current, self._claim, ())
        if not stops:
            return
        relation, claim, words = stops[(stops.index(here) + 1) % len(stops) if here in stops else 0]
        if words:
            self.select_passages(words)
        elif claim is not None:
            self.select_only(claim)
        else:
            self.select(relation)

    def select_passages(self, passages: Sequence[Subject]) -> None:
        """Looks at words; at what was looked at before where there are none any more."""
        if tuple(passages) != self._passages:
            self._passages = tuple(passages)
            self.moved.emit()

    def _refresh(self, changes: Changes) -> None:
        if not changes.things & _OURS:
            return
        before = self._current, self.claim, self._passages
        if changes.things & {Thing.SOURCES, Thing.ANALYSIS}:
            seen = self._seen()
            self._renew(changes.sources if Thing.SOURCES in changes.things else frozenset())
            self._find_again(*seen)
        else:
            self._all = judged_again(self.workspace, self._all)
            self._index()
            self._list()
        self.listed.emit()
        if (self._current, self.claim, self._passages) != before:
            self.moved.emit()

    def _seen(self) -> tuple[tuple[str, ...], RelationKind | None]:
        """What is looked at, as its words tell it: claims have other ids once a draft is written in."""
        finding, claim = self.current, self.claim
        if finding is not None:
            return finding.texts, finding.kind
        return ((claim.text,), None) if claim is not None else ((), None)

    def _find_again(self, texts: tuple[str, ...], kind: RelationKind | None) -> None:
        if kind is not None and self._current is None:
            self._current = next((f.id for f in self._all if f.texts == texts and f.kind is kind), None)
            self._list()
        elif kind is None and texts and self.claim is None:
            self._claim = next((claim.id for claim in self._claims.values() if claim.text == texts[0]), None)

    def _renew(self, touched: frozenset[SourceId] = frozenset()) -> None:
        """All findings anew; where sources are named, nothing has changed in any others."""
        self._all = find_findings(self.workspace, self._by_id if touched else {}, touched)
        self._index()
        comparison = self.workspace.comparison
        accounts = comparison.accounts if comparison else ()
        self._claims = {claim.id: claim for account in accounts for claim in account.claims}
        if self._current not in self._by_id:
            self._current = None
        texts = {source.id: source.text for source in self.workspace.sources}
        self._passages = tuple(each for each in self._passages if _stands(each, texts))
        self._list()

    def _index(self) -> None:
        self._by_id = {finding.id: finding for finding in self._all}
        self._by_claim = {}
        for finding in self._all:
            for side in (finding.a, finding.b):
                self._by_claim.setdefault(side.claim.id, []).append(finding)

    def _list(self) -> None:
        self._admitted = frozenset(finding.id for finding in self._all if self._filter.admits(finding))
        self._listed = tuple(finding for finding in self._all if self.lists(finding))

    def _list_again(self) -> None:
        """Where the current one alone decides who is listed."""
        listed = tuple(finding for finding in self._all if self.lists(finding))
        if [finding.id for finding in listed] != [finding.id for finding in self._listed]:
            self._listed = listed
            self.listed.emit()

    def count(self, kind: RelationKind) -> int:
        """How many findings of a kind there are, whatever the filter."""
        return sum(finding.kind is kind for finding in self._all)


def _stands(passage: Subject, texts: Mapping[SourceId, str]) -> bool:
    """Whether its words are still where they were selected: a draft may have been written in."""
    return all(anchor.span.of(texts.get(anchor.source, "")) == anchor.exact for anchor in passage.anchors)
