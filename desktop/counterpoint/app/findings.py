"""The findings as a reader walks them: relations with their claims, verdicts and tags, conflicts first."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from counterpoint.app.filters import Filter, Standing
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.claims import Claim
from counterpoint.engine.details import Aspect
from counterpoint.engine.facts import Fact, FactState
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason, Relation, RelationId, RelationKind
from counterpoint.engine.sources import Role, Source, SourceId
from counterpoint.store.annotations import Ruling, TagId
from counterpoint.writers.phrases import letter, turned

#: Reasons that say little about what a finding is about, where another stands beside them.
_WEAK = frozenset((Aspect.WORDING, Aspect.INFERENCE))
_NONE: frozenset[TagId] = frozenset()


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
    tags: frozenset[TagId] = frozenset()  # on it, on its claims and on its fact
    fact: Fact | None = None  # that both its claims belong to, where it is one
    is_kept: bool = False  # too unsure for the level, and shown because a person has dealt with it
    is_by_hand: bool = False  # a person has made it, be it found by the engine as well

    @property
    def id(self) -> RelationId:
        return self.stored.id

    @property
    def kind(self) -> RelationKind:
        return self.stored.kind

    @property
    def state(self) -> FactState:
        """What it would make of a fact."""
        return FactState.CONSENSUS if self.kind is RelationKind.MATCH else FactState.DISPUTED

    def rulings_of(self, state: FactState | None) -> frozenset[Ruling | None]:
        """The verdict on it, where it is of that state; of any, without one."""
        return frozenset((self.ruling,) if state in (None, self.state) else ())

    @property
    def aspects(self) -> frozenset[Aspect]:
        return frozenset(reason.aspect for reason in self.relation.reasons)

    @property
    def sources(self) -> frozenset[SourceId]:
        return frozenset((self.a.source.id, self.b.source.id))

    @property
    def voices(self) -> int:
        """How many independent origins tell what it is about."""
        return self.fact.voices if self.fact else len(self.sources)

    @property
    def texts(self) -> tuple[str, str]:
        return self.a.claim.text, self.b.claim.text

    @property
    def leading(self) -> Reason:
        """The reason that says best what it is about."""
        return min(self.relation.reasons, key=lambda reason: reason.aspect in _WEAK)

    @property
    def sureness(self) -> str:
        """How probable it is, in words; nothing is certain, and a person's own word has no percentage."""
        return "by hand" if self.is_by_hand else f"{min(99, max(1, round(100 * self.stored.score)))}% sure"

    @property
    def headline(self) -> tuple[str, str]:
        """What either side says, in the smallest words."""
        a = self.leading.a.of(self.a.source.text)
        b = self.leading.b.of(self.b.source.text)
        return " ".join(a.split()), " ".join(b.split())


def letters_of(workspace: Workspace) -> dict[SourceId, str]:
    """The letter of each column."""
    return {source.id: letter(place) for place, source in enumerate(workspace.sources)}


def find_findings(
    workspace: Workspace, known: Mapping[RelationId, Finding] = MappingProxyType({}), touched: Container[SourceId] = ()
) -> tuple[Finding, ...]:
    """All findings on the sources in view, conflicts first, the surest of each kind first.

    `known` are those of before, of which only those in the sources `touched` can have changed.
    """
    comparison = workspace.comparison
    if comparison is None:
        return ()
    letters = letters_of(workspace)
    sources = {source.id: source for source in workspace.sources}
    place = {source: i for i, source in enumerate(sources)}
    claims = {claim.id: claim for account in comparison.accounts for claim in account.claims}
    fact_of = {claim: fact for fact in comparison.facts for claim in fact.claims}
    tagged, by_hand = workspace.tagged, workspace.hands.by_hand
    found: list[Finding] = []
    for relation in comparison.relations:
        a, b = claims[relation.a], claims[relation.b]
        if a.source not in sources or b.source not in sources or not relation.reasons:
            continue
        fact = fact_of.get(a.id)
        fact = fact if fact is not None and b.id in fact.claims else None
        old = known.get(relation.id)
        if old is not None and old.stored is relation and old.fact is fact and _is_same(old, sources, letters, touched):
            found.append(old)
            continue
        told = relation
        if place[a.source] > place[b.source]:
            told = turned(relation, sources[a.source].text, sources[b.source].text)
            a, b = b, a
        verdict = workspace.verdict_on(relation)
        sides = (Side(claim, sources[claim.source], letters[claim.source]) for claim in (a, b))
        found.append(
            Finding(
                relation,
                told,
                *sides,
                ruling=verdict.ruling if verdict else None,
                tags=tags_of(tagged, relation, a, b, *((fact,) if fact else ())),
                fact=fact,
                is_kept=workspace.showing.is_kept(relation),
                is_by_hand=relation.id in by_hand,
            )
        )
    return tuple(sorted(found, key=lambda f: (f.kind is not RelationKind.CONFLICT, -f.stored.score, f.a.letter)))


def _is_same(
    old: Finding, sources: Mapping[SourceId, Source], letters: Mapping[SourceId, str], touched: Container[SourceId]
) -> bool:
    """Whether nothing of its sources has changed, nor where they stand."""
    return all(
        side.source.id not in touched
        and sources[side.source.id] is side.source
        and letters[side.source.id] == side.letter
        for side in (old.a, old.b)
    )


def words_of(finding: Finding, claim: Claim) -> tuple[Span, ...]:
    """The words of a claim that a finding is about."""
    is_left = finding.a.claim.id == claim.id
    spans = {reason.a if is_left else reason.b for reason in finding.relation.reasons}
    return tuple(sorted(span for span in spans if len(span)))


def judged_again(workspace: Workspace, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings with the verdicts and tags of now, where nothing else has changed.

    Those that have not changed are the very same objects: what is made of them need not be made again.
    """
    tagged = workspace.tagged
    found: list[Finding] = []
    for finding in findings:
        verdict = workspace.verdict_on(finding.stored)
        ruling = verdict.ruling if verdict else None
        fact = (finding.fact,) if finding.fact else ()
        tags = tags_of(tagged, finding.stored, finding.a.claim, finding.b.claim, *fact)
        is_same = ruling is finding.ruling and tags == finding.tags
        found.append(finding if is_same else replace(finding, ruling=ruling, tags=tags))
    return tuple(found)


def tags_of(tagged: Mapping[str, frozenset[TagId]], *things: Claim | Relation | Fact) -> frozenset[TagId]:
    """The tags on any of these; see `Workspace.tagged`."""
    if not tagged:
        return _NONE
    return _NONE.union(*(tagged[thing.id] for thing in things if thing.id in tagged))


def decidable(listed: Iterable[Finding], chosen: Filter) -> tuple[Finding, ...]:
    """What a decision on all is for: no verdict that is given is replaced, unless the filter asks for verdicts."""
    return tuple(f for f in listed if chosen.standing is not Standing.ANY or f.ruling is None)


def count_decided(findings: Iterable[Finding]) -> int:
    """How many have a verdict."""
    return sum(finding.ruling is not None for finding in findings)
