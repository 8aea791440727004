"""The findings as a reader walks them: relations with their claims and verdicts, conflicts first, filtered."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from counterpoint.app.workspaces import Workspace
from counterpoint.engine.claims import Claim
from counterpoint.engine.details import Aspect
from counterpoint.engine.relations import Reason, Relation, RelationId, RelationKind
from counterpoint.engine.sources import Role, Source, SourceId
from counterpoint.store.annotations import Ruling
from counterpoint.writers.phrases import letter, turned

#: Reasons that say little about what a finding is about, where another stands beside them.
_WEAK = frozenset((Aspect.WORDING, Aspect.INFERENCE))


@dataclass(frozen=True, slots=True)
class Side:
    """One claim of a finding, with its source and the letter of its column."""

    claim: Claim
    source: Source
    letter: str

    @property
    def is_draft(self) -> bool:
        return self.source.role is Role.DRAFT


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation with both its sides, the left column's first; `relation` is told in that order too.

    `stored` is the relation as the project knows it, for verdicts, tags and notes.
    """

    stored: Relation
    relation: Relation
    a: Side
    b: Side
    ruling: Ruling | None

    @property
    def id(self) -> RelationId:
        return self.stored.id

    @property
    def kind(self) -> RelationKind:
        return self.stored.kind

    @property
    def leading(self) -> Reason:
        """The reason that says best what it is about."""
        return min(self.relation.reasons, key=lambda reason: reason.aspect in _WEAK)

    @property
    def headline(self) -> tuple[str, str]:
        """What either side says, in the smallest words."""
        a = self.leading.a.of(self.a.source.text)
        b = self.leading.b.of(self.b.source.text)
        return " ".join(a.split()), " ".join(b.split())


class Standing(StrEnum):
    """Which verdicts a filter lets through."""

    ANY = "any"
    UNDECIDED = "undecided"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which findings are listed: of a kind (None is both) and with a verdict."""

    kind: RelationKind | None = None
    standing: Standing = Standing.ANY

    def admits(self, finding: Finding) -> bool:
        given = "undecided" if finding.ruling is None else finding.ruling.value
        return self.kind in (None, finding.kind) and self.standing in (Standing.ANY, given)


def letters_of(workspace: Workspace) -> dict[SourceId, str]:
    """The letter of each column."""
    return {source.id: letter(place) for place, source in enumerate(workspace.sources)}


def find_findings(workspace: Workspace) -> tuple[Finding, ...]:
    """All findings on the sources in view, conflicts first, the surest of each kind first."""
    comparison = workspace.comparison
    if comparison is None:
        return ()
    letters = letters_of(workspace)
    sources = {source.id: source for source in workspace.sources}
    place = {source: i for i, source in enumerate(sources)}
    claims = {claim.id: claim for account in comparison.accounts for claim in account.claims}
    found: list[Finding] = []
    for relation in comparison.relations:
        a, b = claims[relation.a], claims[relation.b]
        if a.source not in sources or b.source not in sources or not relation.reasons:
            continue
        told = relation
        if place[a.source] > place[b.source]:
            told = turned(relation, sources[a.source].text, sources[b.source].text)
            a, b = b, a
        verdict = workspace.verdict_on(relation)
        sides = (Side(claim, sources[claim.source], letters[claim.source]) for claim in (a, b))
        found.append(Finding(relation, told, *sides, ruling=verdict.ruling if verdict else None))
    return tuple(sorted(found, key=lambda f: (f.kind is not RelationKind.CONFLICT, -f.stored.score, f.a.letter)))


def count_decided(findings: Iterable[Finding]) -> int:
    """How many have a verdict."""
    return sum(finding.ruling is not None for finding in findings)
