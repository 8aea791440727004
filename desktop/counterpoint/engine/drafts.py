"""The draft against the sources: what supports and what contradicts each of its claims."""

from collections.abc import Sequence

from counterpoint.engine.accounts import Comparison
from counterpoint.engine.checks import DraftCheck, DraftFinding
from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.facts import count_voices
from counterpoint.engine.relations import Relation, RelationKind
from counterpoint.engine.sources import Role


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
