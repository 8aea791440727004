"""The facts table: what each source says of one thing, sorted and ready to be filtered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import is_

from counterpoint.app.findings import Finding, tags_of
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.details import Aspect
from counterpoint.engine.facts import Fact, FactId, FactState
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import Role, SourceId
from counterpoint.store.annotations import Ruling, TagId

_RANKS = {FactState.DISPUTED: 0, FactState.CONSENSUS: 1, FactState.SINGLE: 2}


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words of a claim that a finding is about, as a span of the source's text, and what the finding says of them."""

    span: Span
    kind: RelationKind


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says of a fact: its claims in text order, none where it does not tell it.

    `words` are those that its findings are about: where they conflict, what differs, and else what agrees.
    """

    source: SourceId
    text: str
    claims: tuple[Claim, ...] = ()
    words: tuple[Emphasis, ...] = ()
    is_compared: bool = True  # else the source is in another language, and nothing can be said of what it tells

    @property
    def leading(self) -> Claim | None:
        """The claim that the fact is about first of all."""
        spans = [emphasis.span for emphasis in self.words]
        marked = (claim for claim in self.claims if any(claim.span.contains(span) for span in spans))
        return next(marked, self.claims[0] if self.claims else None)


@dataclass(frozen=True, slots=True)
class Row:
    """A fact with a cell for every source, in the order of the columns, and its findings, conflicts first.

    `state` is what is left of the engine's when the findings that a person rejected do not count.
    """

    fact: Fact
    state: FactState
    cells: tuple[Cell, ...]
    findings: tuple[Finding, ...]
    tags: frozenset[TagId]  # on the fact, its claims and its findings
    is_told: bool  # by a source; else the draft alone tells it
    rank: tuple[bool, int, float, int]  # the least first, where what is disputed comes first

    @property
    def id(self) -> FactId:
        return self.fact.id

    @property
    def voices(self) -> int:
        return self.fact.voices

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(claim for cell in self.cells for claim in cell.claims)

    def rulings_of(self, state: FactState | None) -> frozenset[Ruling | None]:
        """The verdicts on those of its findings that are conflicts, or agreements; on all, without a state."""
        return frozenset(finding.ruling for finding in self.findings if state in (None, finding.state))

    @property
    def is_rejected(self) -> bool:
        """Whether a person rejected all that joins it."""
        return _is_rejected(self.findings)

    @property
    def aspects(self) -> frozenset[Aspect]:
        """What its findings are about, and what its claims tell of."""
        told = {detail.aspect for claim in self.claims for detail in claim.details}
        return frozenset(told.union(*(finding.aspects for finding in self.findings)))

    @property
    def sources(self) -> frozenset[SourceId]:
        """Those that tell it."""
        return frozenset(cell.source for cell in self.cells if cell.claims)

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(claim.text for claim in self.claims)

    def finding_at(self, source: SourceId) -> Finding | None:
        """The first finding on what the source says; where it has none, the first of all."""
        own = (finding for finding in self.findings if source in finding.sources)
        return next(own, self.findings[0] if self.findings else None)


class Order(StrEnum):
    """How facts are sorted."""

    DISPUTED = "disputed"
    VOICES = "voices"
    TEXT = "text"  # as one of the sources tells them


def find_rows(workspace: Workspace, findings: Iterable[Finding]) -> tuple[Row, ...]:
    """All facts that a source in view tells, in the order in which the first of the sources tells them."""
    comparison = workspace.comparison
    if comparison is None:
        return ()
    sources = workspace.sources
    compared = {account.source.id for account in comparison.accounts if account.is_compared}
    silent = {source.id: Cell(source.id, source.text, is_compared=source.id in compared) for source in sources}
    claims = {claim.id: claim for account in comparison.accounts for claim in account.claims}
    by_fact = _by_fact(findings)
    rows: list[Row] = []
    for fact in comparison.facts:
        own = by_fact.get(fact.id, ())
        members = [claims[claim] for claim in fact.claims]
        cells = _cells(silent, members, _words(own))
        told = [source for source, cell in zip(sources, cells, strict=True) if cell.claims]
        if told:
            tags = _tags(workspace, fact, members, own)
            is_told = any(source.role is Role.SOURCE for source in told)
            state = _state(fact, own)
            rows.append(Row(fact, state, cells, own, tags, is_told, _rank(fact, state, own)))
    return tuple(sorted(rows, key=_place))


def rows_again(workspace: Workspace, rows: Iterable[Row], findings: Iterable[Finding]) -> tuple[Row, ...]:
    """The rows with the verdicts and tags of now, where nothing else has changed; see `judged_again`."""
    by_fact = _by_fact(findings)
    found: list[Row] = []
    for row in rows:
        own = by_fact.get(row.id, ())
        tags = _tags(workspace, row.fact, row.claims, own) if workspace.tagged or row.tags else row.tags
        if all(map(is_, own, row.findings)):
            found.append(row if tags == row.tags else replace(row, tags=tags))
        else:
            silent = {cell.source: replace(cell, claims=(), words=()) for cell in row.cells}
            cells = _cells(silent, row.claims, _words(own))
            state = _state(row.fact, own)
            rank = _rank(row.fact, state, own)
            found.append(replace(row, state=state, cells=cells, findings=own, tags=tags, rank=rank))
    return tuple(found)


def heading_of(row: Row) -> str:
    """How a fact stands, in a few words: "Disputed, 3 voices"."""
    if not row.is_told:
        return "Told by your draft only"
    if row.state is FactState.SINGLE:
        return "Told by one source only"
    words = f"{row.state.capitalize()}, {row.voices} voice{'s' if row.voices != 1 else ''}"
    return f"{words}, rejected" if row.is_rejected else words


def sort_rows(rows: Iterable[Row], order: Order, source: SourceId | None = None) -> tuple[Row, ...]:
    """The rows in an order; `source` is whose, where the order is that of a text."""
    disputed = sorted(rows, key=lambda row: row.rank)
    if order is Order.VOICES:
        return tuple(sorted(disputed, key=lambda row: -row.voices))
    if order is Order.TEXT:
        return tuple(sorted(disputed, key=lambda row: _start(row, source)))
    return tuple(disputed)


def _by_fact(findings: Iterable[Finding]) -> Mapping[FactId, tuple[Finding, ...]]:
    found: dict[FactId, list[Finding]] = {}
    for finding in findings:
        if finding.fact is not None:
            found.setdefault(finding.fact.id, []).append(finding)
    return {fact: tuple(own) for fact, own in found.items()}


def _tags(workspace: Workspace, fact: Fact, claims: Iterable[Claim], findings: Iterable[Finding]) -> frozenset[TagId]:
    return tags_of(workspace.tagged, fact, *claims).union(*(finding.tags for finding in findings))


def _cells(
    silent: Mapping[SourceId, Cell], claims: Iterable[Claim], words: Mapping[ClaimId, tuple[Emphasis, ...]]
) -> tuple[Cell, ...]:
    """Those of a fact; most are silent, and the same for every fact."""
    told: dict[SourceId, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.span):
        told.setdefault(claim.source, []).append(claim)
    cells = dict(silent)
    for source, own in told.items():
        if source in cells:
            emphases = tuple(word for claim in own for word in words.get(claim.id, ()))
            cells[source] = replace(cells[source], claims=tuple(own), words=emphases)
    return tuple(cells.values())


def _state(fact: Fact, findings: Sequence[Finding]) -> FactState:
    """The engine's, unless a person has rejected every conflict of it and something that agrees is left."""
    heard = [f for f in findings if not (f.a.is_draft or f.b.is_draft) and f.ruling is not Ruling.REJECTED]
    is_settled = fact.state is FactState.DISPUTED and heard and all(f.kind is RelationKind.MATCH for f in heard)
    return FactState.CONSENSUS if is_settled else fact.state


def _words(findings: Iterable[Finding]) -> Mapping[ClaimId, tuple[Emphasis, ...]]:
    """The words that matter in each claim. Where something differs, what agrees is not what one looks for."""
    found: dict[ClaimId, dict[RelationKind, set[Span]]] = {}
    for finding in findings:
        if finding.ruling is Ruling.REJECTED:
            continue
        for reason in finding.relation.reasons:
            for side, span in ((finding.a, reason.a), (finding.b, reason.b)):
                if len(span):
                    found.setdefault(side.claim.id, {}).setdefault(finding.kind, set()).add(span)
    return {claim: _emphases(kinds) for claim, kinds in found.items()}


def _emphases(kinds: Mapping[RelationKind, set[Span]]) -> tuple[Emphasis, ...]:
    kind = RelationKind.CONFLICT if RelationKind.CONFLICT in kinds else RelationKind.MATCH
    return tuple(Emphasis(span, kind) for span in sorted(kinds[kind]))


def _place(row: Row) -> tuple[int, int]:
    """The first column that tells it, and where in its text."""
    column = next(number for number, cell in enumerate(row.cells) if cell.claims)
    return column, row.cells[column].claims[0].span.start


def _rank(fact: Fact, state: FactState, findings: Sequence[Finding]) -> tuple[bool, int, float, int]:
    """What is disputed first, the surest conflict first of all; what is rejected last; then what most voices tell."""
    conflicts = [finding.stored.score for finding in findings if finding.kind is RelationKind.CONFLICT]
    surest = max(conflicts, default=0.0) if state is FactState.DISPUTED else 0.0
    return _is_rejected(findings), _RANKS[state], -surest, -fact.voices


def _is_rejected(findings: Sequence[Finding]) -> bool:
    return bool(findings) and all(finding.ruling is Ruling.REJECTED for finding in findings)


def _start(row: Row, source: SourceId | None) -> float:
    """Where the source begins to tell it; what it does not tell comes last."""
    starts = (claim.span.start for cell in row.cells if cell.source == source for claim in cell.claims)
    return min(starts, default=float("inf"))
