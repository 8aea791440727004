"""Topics: relations that speak of one thing, put together to be read together."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.details import Aspect
from counterpoint.engine.facts import Fact, FactState
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason, Relation, RelationKind
from counterpoint.engine.sources import Role
from counterpoint.writers.comparisons import Arrangement

WHOLE = 0.8  # of a claim: a reason that marks more than this share of it points at nothing
SHORT = 40  # code points: a claim as short as this may be marked whole


@dataclass(frozen=True, slots=True)
class Topic:
    """Relations of one kind about one thing, and the claims to quote for it, in the order of display.

    `fact` is None where the engine joined the claims to no fact.
    """

    fact: Fact | None
    relations: tuple[Relation, ...]
    claims: tuple[Claim, ...]

    @property
    def score(self) -> float:
        """How sure its surest relation is."""
        return max(r.score for r in self.relations)

    def marks(self, claim: Claim) -> tuple[Span, ...]:
        """The words in one of its claims that its reasons point at, as spans of the source's text."""
        own = [r for r in self.relations if claim.id in (r.a, r.b)]
        spans = {side for r in own for reason in r.reasons for side in _sides(r, reason, claim.id)}
        parts = tuple(sorted(s for s in spans if len(s) < WHOLE * len(claim.text)))
        return parts or (tuple(sorted(spans)) if len(claim.text) < SHORT else ())


def leading(relation: Relation) -> Reason:
    """The reason that says best what the relation is about: the first that is not the inference model's."""
    return min(relation.reasons, key=lambda r: r.aspect is Aspect.INFERENCE)


def find_conflicts(arrangement: Arrangement) -> tuple[Topic, ...]:
    """Conflicts of one fact about the same words as one topic; the surest first, the topics of a fact together.

    Conflicts between facts are one topic where they are about the same words of the earlier claim.
    """
    fact_of = _fact_finder(arrangement)

    def keys(relation: Relation) -> Iterable[Hashable]:
        reason, fact = leading(relation), fact_of(relation)
        sides = ((relation.a, reason.a), (relation.b, reason.b))
        for claim, span in sides if fact else sides[:1]:
            yield from ((fact, claim, reason.aspect, at) for at in range(span.start, span.end))
            if fact and len(span):
                words = span.of(arrangement.entry(claim).account.source.text)
                yield fact, reason.aspect, " ".join(words.casefold().split())

    conflicts = [r for r in arrangement.relations if r.kind is RelationKind.CONFLICT]
    topics = [Topic(fact_of(g[0]), g, _claims(arrangement, g)) for g in _joined(conflicts, keys)]
    return tuple(_surest_facts_first(topics))


def find_agreements(arrangement: Arrangement) -> tuple[Topic, ...]:
    """Matches of one fact as one topic, with what else the sources say of it; what most voices tell first.

    Matches between facts follow, one topic for all that agrees with one claim.
    """
    fact_of = _fact_finder(arrangement)
    related = {c for r in arrangement.relations for c in (r.a, r.b)}

    def keys(relation: Relation) -> Iterable[Hashable]:
        fact = fact_of(relation)
        return (fact.id if fact else relation.a,)

    topics: list[Topic] = []
    for group in _joined([r for r in arrangement.relations if r.kind is RelationKind.MATCH], keys):
        fact = fact_of(group[0])
        others = {c for c in fact.claims if not arrangement.is_of_draft(c)} if fact else set[ClaimId]()
        unrelated = others - related
        topics.append(Topic(fact, group, _claims(arrangement, group, unrelated)))
    return tuple(sorted(topics, key=lambda t: -t.fact.voices if t.fact else 0))


def find_lone_claims(arrangement: Arrangement, topics: Iterable[Topic]) -> tuple[Claim, ...]:
    """What none of the topics quotes of the sources that were compared; not the draft's claims."""
    quoted = {c.id for t in topics for c in t.claims}
    accounts = (e.account for e in arrangement.entries)
    compared = {a.source.id for a in accounts if a.is_compared and a.source.role is Role.SOURCE}
    return tuple(c for c in arrangement.claims if c.source in compared and c.id not in quoted)


def _sides(relation: Relation, reason: Reason, claim: ClaimId) -> Iterable[Span]:
    if claim == relation.a:
        yield reason.a
    if claim == relation.b:
        yield reason.b


def _fact_finder(arrangement: Arrangement) -> Callable[[Relation], Fact | None]:
    """Gives the first fact that both claims of a relation belong to."""
    facts: dict[ClaimId, list[Fact]] = {}
    for fact in arrangement.facts:
        if fact.state is not FactState.SINGLE:
            for claim in fact.claims:
                facts.setdefault(claim, []).append(fact)
    return lambda relation: next((f for f in facts.get(relation.a, ()) if relation.b in f.claims), None)


def _claims(
    arrangement: Arrangement, relations: Sequence[Relation], others: Iterable[ClaimId] = ()
) -> tuple[Claim, ...]:
    wanted = {c for r in relations for c in (r.a, r.b)}.union(others)
    return tuple(arrangement.claim_of[c] for c in sorted(wanted, key=arrangement.place.__getitem__))


def _joined(
    relations: Sequence[Relation], keys: Callable[[Relation], Iterable[Hashable]]
) -> list[tuple[Relation, ...]]:
    """The relations in groups: two are in one group when a chain of shared keys leads from one to the other."""
    parent = list(range(len(relations)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    seen: dict[Hashable, int] = {}
    for n, relation in enumerate(relations):
        for key in keys(relation):
            one, other = root(n), root(seen.setdefault(key, n))
            parent[max(one, other)] = min(one, other)
    groups: dict[int, list[Relation]] = {}
    for n, relation in enumerate(relations):
        groups.setdefault(root(n), []).append(relation)
    return [tuple(group) for group in groups.values()]


def _surest_facts_first(topics: Sequence[Topic]) -> list[Topic]:
    things = [t.fact.id if t.fact else t.relations[0].id for t in topics]
    best: dict[str, float] = {}
    for thing, topic in zip(things, topics, strict=True):
        best[thing] = max(best.get(thing, 0.0), topic.score)
    first = {thing: n for n, thing in reversed(list(enumerate(things)))}
    ranks = [(-best[t], first[t], -f.score, n) for n, (t, f) in enumerate(zip(things, topics, strict=True))]
    return [topics[rank[-1]] for rank in sorted(ranks)]
