"""The draft against the sources: what supports and what contradicts each of its claims."""

from collections.abc import Iterator, Mapping, Sequence

from counterpoint.engine.accounts import Comparison
from counterpoint.engine.checks import DraftCheck, DraftFinding
from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.comparators.slots import SYNONYMS, contents
from counterpoint.engine.details import Attribution, Name, Title
from counterpoint.engine.facts import count_voices
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.relations import Relation, RelationKind
from counterpoint.engine.sources import Role

#: Of the words of a draft's claim, names and speakers apart, this share must stand in what supports it. Chosen by
#: reading the sample's draft: with less, "Macron opened the meeting" supports whatever he said.
LEAST_SHARE = 0.4


def check_draft(comparison: Comparison) -> tuple[DraftCheck, ...]:
    """Every claim of every draft, in order. A draft is never a voice for or against a draft."""
    drafts = {account.source.id for account in comparison.accounts if account.source.role is Role.DRAFT}
    claims = {claim.id: claim for account in comparison.accounts for claim in account.claims}
    told: dict[ClaimId, list[tuple[Relation, Claim]]] = {c.id: [] for c in claims.values() if c.source in drafts}
    for relation in comparison.relations:
        for own, other in ((relation.a, relation.b), (relation.b, relation.a)):
            if own in told and claims[other].source not in drafts:
                told[own].append((relation, claims[other]))
    return tuple(_checked(claim, found) for claim, found in told.items())


def without_weak_support(
    relations: Sequence[Relation], sides: Mapping[ClaimId, Side], drafts: frozenset[ClaimId], lexicon: Lexicon
) -> list[Relation]:
    """The relations, less the matches with a draft's claim that share little with it but names and speakers.

    Between two accounts such a match shows that both tell of the same people; under a draft it would pass for proof.
    """
    return [
        r
        for r in relations
        if r.kind is RelationKind.CONFLICT
        or not {r.a, r.b} & drafts
        or any(_share(sides[own], sides[other], lexicon) >= LEAST_SHARE for own, other in _of_draft(r, drafts))
    ]


def _of_draft(relation: Relation, drafts: frozenset[ClaimId]) -> Iterator[tuple[ClaimId, ClaimId]]:
    for own, other in ((relation.a, relation.b), (relation.b, relation.a)):
        if own in drafts:
            yield own, other


def _share(own: Side, other: Side, lexicon: Lexicon) -> float:
    """How much of what the draft's claim says, apart from whom it names and quotes, the other says as well."""
    theirs = contents(other)
    apart = [d.span for d in own.details if isinstance(d, Name | Title | Attribution)]
    apart += [d.verb for d in own.details if isinstance(d, Attribution)]
    said = {w.lemma for w in own.words if not w.is_function and not any(span.contains(w.span) for span in apart)}
    told = {word for word in said if word in theirs or any(lexicon.kinship(word, t) >= SYNONYMS for t in theirs)}
    return len(told) / len(said) if said else 1.0


def _checked(claim: ClaimId, found: Sequence[tuple[Relation, Claim]]) -> DraftCheck:
    ordered = sorted(found, key=lambda pair: (-pair[0].score, pair[0].id))
    support = [(r, c) for r, c in ordered if r.kind is RelationKind.MATCH]
    against = tuple(r for r, _ in ordered if r.kind is RelationKind.CONFLICT)
    voices = count_voices([c for _, c in support])
    return DraftCheck(claim, _finding(voices, bool(against)), tuple(r for r, _ in support), against, voices)


def _finding(voices: int, is_contradicted: bool) -> DraftFinding:  # noqa: FBT001  # nobody else calls it
    if is_contradicted:
        return DraftFinding.BOTH if voices else DraftFinding.CONTRADICTED
    if voices > 1:
        return DraftFinding.SUPPORTED
    return DraftFinding.ONE_VOICE if voices else DraftFinding.NOTHING
