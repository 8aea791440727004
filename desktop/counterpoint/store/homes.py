"""Where annotations belong now: the claim, relation or fact of today's analysis that stands for what they sit on.

Nothing is moved to a guess: the words must be the very words, and claims may differ only in how they were cut.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from counterpoint.engine.claims import Claim, ClaimId, likest_claim
from counterpoint.engine.facts import Fact
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Relation, RelationId, RelationKind
from counterpoint.engine.sources import Role, Source, SourceId
from counterpoint.store.annotations import Anchor, Subject, SubjectKind, Verdict, anchored, subject

if TYPE_CHECKING:
    from counterpoint.engine.accounts import Comparison

Target = Source | Claim | Relation | Fact | Subject

#: A fact is still the one when it holds at least this share of the claims that it was.
SAME_FACT = 0.5


@dataclass(frozen=True, slots=True)
class Home:
    """A thing in view: what kind, and its id, for a passage where it stands."""

    kind: SubjectKind
    id: str

    @property
    def is_claim(self) -> bool:
        return self.kind is SubjectKind.CLAIM


class Homes:
    """The things in view, by the passages that annotations remember.

    `by_hand` are the passages that a person has related, by the relations in view that they are now; those that are
    `alone` the engine has not found too.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        comparison: "Comparison | None",
        by_hand: Mapping[RelationId, Sequence[Subject]] = MappingProxyType({}),
        alone: Collection[RelationId] = (),
    ) -> None:
        self._sources = {source.id: source for source in sources}
        accounts = comparison.accounts if comparison else ()
        self._claims = {claim.id: claim for account in accounts for claim in account.claims}
        self._by_span = {(claim.source, claim.span): claim.id for claim in self._claims.values()}
        self._by_source = {account.source.id: account.claims for account in accounts}
        relations = comparison.relations if comparison else ()
        self._relations = {frozenset((r.a, r.b)): r for r in relations}
        self._by_hand = by_hand
        self._alone = alone
        by_id = {r.id: r for r in relations} if by_hand else {}
        self._of_passages = {own.key: by_id[name] for name, all_own in by_hand.items() for own in all_own}
        self._fact_of = {claim: fact.id for fact in (comparison.facts if comparison else ()) for claim in fact.claims}
        self._known: dict[int, tuple[Subject, Home | None]] = {}  # by identity: a subject is long to hash
        self._known_relations: dict[int, tuple[Subject, Relation | None]] = {}

    def subject_of(self, target: Target) -> Subject:
        """What an annotation on the target remembers.

        Raises:
            KeyError: the target is not in view.
        """
        match target:
            case Subject():
                return target
            case Source():
                return Subject(SubjectKind.SOURCE, (Anchor(target.id, Span(0, 0), ""),))
            case Claim():
                return Subject(SubjectKind.CLAIM, (self._anchor(target),))
            case Relation():
                return self.subjects_of(target)[0]
            case Fact():
                return subject(SubjectKind.FACT, [self._anchor(self._claims[claim]) for claim in target.claims])

    def subjects_of(self, relation: Relation) -> tuple[Subject, ...]:
        """What a verdict on the relation sits on: its claims where the engine has found it, and passages by hand.

        A verdict sits on all of them, as the engine's finding and the one by hand may part with the next analysis.

        Raises:
            KeyError: the relation is not in view.
        """
        passages = tuple(self._by_hand.get(relation.id, ()))
        if relation.id in self._alone:
            return passages
        claims = [self._anchor(self._claims[claim]) for claim in (relation.a, relation.b)]
        return tuple(dict.fromkeys((subject(SubjectKind.RELATION, claims), *passages)))

    def passage(self, source: SourceId, span: Span) -> Subject:
        """A passage to annotate.

        Raises:
            KeyError: the source is not in view.
            ValueError: the span leaves its text.
        """
        return Subject(SubjectKind.PASSAGE, (anchored(self._sources[source], span),))

    def home_of_target(self, target: Target) -> Home | None:
        match target:
            case Subject():
                return self.home_of(target)
            case Source():
                return Home(SubjectKind.SOURCE, target.id)
            case Claim():
                return Home(SubjectKind.CLAIM, target.id)
            case Relation():
                return Home(SubjectKind.RELATION, target.id)
            case Fact():
                return Home(SubjectKind.FACT, target.id)

    def home_of(self, subject: Subject) -> Home | None:
        """The thing in view that is the subject now; None where it is gone, and the annotation is lost."""
        if id(subject) not in self._known:
            self._known[id(subject)] = subject, self._found(subject)
        return self._known[id(subject)][1]

    def relation_of(self, verdict: Verdict) -> Relation | None:
        """The relation in view that the verdict is on: of the same claims and kind."""
        relation = self._relation_at(verdict.subject)
        return relation if relation is not None and relation.kind is verdict.kind else None

    def kind_of(self, subject: Subject) -> RelationKind | None:
        """The kind of the relation in view that the subject is, None where there is none."""
        relation = self._relation_at(subject)
        return relation.kind if relation is not None else None

    def is_true(self, anchor: Anchor) -> bool:
        """Whether the anchor's words are where it says; where they were taken out of a draft, they are nowhere."""
        source = self._sources.get(anchor.source)
        return source is not None and anchor.span.of(source.text) == anchor.exact

    def claim_at(self, source: SourceId, span: Span) -> ClaimId | None:
        """The claim that stands just there."""
        return self._by_span.get((source, span))

    def _found(self, subject: Subject) -> Home | None:
        match subject.kind:
            case SubjectKind.SOURCE:
                source = subject.anchors[0].source
                return Home(subject.kind, source) if source in self._sources else None
            case SubjectKind.PASSAGE:
                return _home_of_passage(subject.anchors[0]) if self.is_true(subject.anchors[0]) else None
            case SubjectKind.CLAIM:
                claim = self._claim(subject.anchors[0])
                if claim is None and self.is_true(subject.anchors[0]):
                    return _home_of_passage(subject.anchors[0])  # no claim any more, but the words are there
                return None if claim is None else Home(subject.kind, claim)
            case SubjectKind.RELATION:
                relation = self._relation_at(subject)
                return None if relation is None else Home(subject.kind, relation.id)
            case SubjectKind.FACT:
                return self._fact(subject)

    def _relation_at(self, subject: Subject) -> Relation | None:
        if id(subject) not in self._known_relations:
            self._known_relations[id(subject)] = subject, self._relation(subject)
        return self._known_relations[id(subject)][1]

    def _relation(self, subject: Subject) -> Relation | None:
        if self._of_passages and (by_hand := self._of_passages.get(subject.key)) is not None:
            return by_hand
        claims = [self._claim(anchor) for anchor in subject.anchors if self._holds(anchor)]
        return self._relations.get(frozenset(claim for claim in claims if claim is not None))

    def _holds(self, anchor: Anchor) -> bool:
        """Whether what was said of a claim's words still is of these: in a draft, of the whole claim as it is now."""
        source = self._sources.get(anchor.source)
        if source is None or source.role is not Role.DRAFT:
            return True
        return anchor.is_unchanged and (anchor.source, anchor.span) in self._by_span

    def _fact(self, subject: Subject) -> Home | None:
        facts = [self._fact_of.get(claim) for anchor in subject.anchors if (claim := self._claim(anchor)) is not None]
        best = max(set(facts), key=lambda fact: (facts.count(fact), str(fact)), default=None)
        if best is None or facts.count(best) < SAME_FACT * len(subject.anchors):
            return None
        return Home(SubjectKind.FACT, best)

    def _claim(self, anchor: Anchor) -> ClaimId | None:
        if not self.is_true(anchor):
            return None
        same = self._by_span.get((anchor.source, anchor.span))
        if same is not None:
            return same
        near = likest_claim(self._by_source.get(anchor.source, ()), anchor.span)
        return None if near is None else near.id

    def _anchor(self, claim: Claim) -> Anchor:
        return anchored(self._sources[claim.source], claim.span)


def _home_of_passage(anchor: Anchor) -> Home:
    return Home(SubjectKind.PASSAGE, f"{anchor.source}:{anchor.span.start}-{anchor.span.end}")
