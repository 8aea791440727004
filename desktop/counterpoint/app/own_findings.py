"""What a person found by hand, joined with what the engine found: one comparison for all that shows or writes it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.details import Aspect
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason, Relation, RelationId, RelationKind
from counterpoint.engine.sources import Role
from counterpoint.store.annotations import Anchor, OwnClaim, OwnRelation

if TYPE_CHECKING:
    from counterpoint.engine.accounts import Comparison

#: A passage stands in a claim when this share of it does: a selection takes a full stop or a quotation mark too many.
STANDS_IN = 0.9
_EXPLANATIONS = {
    RelationKind.MATCH: "Marked by hand as an agreement.",
    RelationKind.CONFLICT: "Marked by hand as a conflict.",
}
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Joined:
    """A comparison with what was found by hand in it, and which of it that is.

    `claims` and `relations` lead to what is stored; a relation can have been made by hand more than once, for several
    passages of the same claims; those that are `alone` the engine has not found too. `by_hand` are the ids of all that
    a person has made.
    """

    comparison: "Comparison | None"
    claims: Mapping[ClaimId, OwnClaim] = field(default_factory=dict[ClaimId, OwnClaim])
    relations: Mapping[RelationId, tuple[OwnRelation, ...]] = field(
        default_factory=dict[RelationId, tuple[OwnRelation, ...]]
    )
    alone: frozenset[RelationId] = frozenset()
    by_hand: frozenset[str] = frozenset()


def is_said_by_hand(reason: Reason) -> bool:
    """Whether the reason is a person's word, and tells no more than that."""
    return reason.explanation in _EXPLANATIONS.values()


def join(
    found: "Comparison | None",
    claims: Iterable[OwnClaim],
    relations: Iterable[OwnRelation],
    *,
    has_facts: bool = True,
) -> Joined:
    """Both in one. What stands on words that are gone, or on sources that are, is left out.

    A passage counts for the claim that it stands in, and is a claim of its own where it stands in none. Where the
    engine has found the same of two claims, its relation gets a reason more; where it has found the contrary, the
    passages are claims of their own, so that neither finding hides the other. Without `has_facts` the facts are those
    of before: where only the relations are asked for, as joining facts takes the longest.
    """
    own_claims, own_relations = tuple(claims), tuple(relations)
    if found is None or not (own_claims or own_relations):
        return Joined(found)
    joining = _Joining(found)
    for own in own_claims:
        joining.add_claim(own)
    for own in own_relations:
        joining.add_relation(own)
    return joining.whole(has_facts=has_facts)


class _Joining:
    def __init__(self, found: "Comparison") -> None:
        self._found = found
        self._texts = {account.source.id: account.source.text for account in found.accounts}
        self._claims = {account.source.id: list(account.claims) for account in found.accounts}
        self._by_span = {(claim.source, claim.span): claim for own in self._claims.values() for claim in own}
        self._pairs = {frozenset((relation.a, relation.b)): relation for relation in found.relations}
        self._own_claims: dict[ClaimId, OwnClaim] = {}
        self._own_relations: dict[RelationId, tuple[OwnRelation, ...]] = {}
        self._by_hand: set[str] = set()

    def add_claim(self, own: OwnClaim) -> None:
        if self._is_there(own.anchor):
            claim = self._exactly(own.anchor, own.id)
            self._own_claims[claim.id] = own
            self._by_hand.add(claim.id)

    def add_relation(self, own: OwnRelation) -> None:
        first, second = own.subject.anchors
        if not (self._is_there(first) and self._is_there(second)) or first.origin or second.origin:
            return  # a person spoke of other words
        a, b = self._holding(first), self._holding(second)
        there = self._pairs.get(frozenset((a.id, b.id)))
        if there is not None and there.kind is not own.kind:
            a, b = self._exactly(first), self._exactly(second)
            there = self._pairs.get(frozenset((a.id, b.id)))
        reason = _reason(own, (a, first.span), (b, second.span))
        if there is not None and there.kind is own.kind:
            told = reason if there.a == a.id else replace(reason, a=reason.b, b=reason.a)
            relation = replace(there, reasons=(told, *there.reasons))
        else:
            relation = Relation(RelationId(f"own:{own.id}"), a.id, b.id, own.kind, 1.0, (reason,))
        self._pairs[frozenset((a.id, b.id))] = relation
        self._own_relations[relation.id] = (*self._own_relations.get(relation.id, ()), own)
        self._by_hand.add(relation.id)

    def whole(self, *, has_facts: bool) -> Joined:
        from counterpoint.engine.facts import find_facts

        accounts = tuple(
            replace(account, claims=tuple(sorted(self._claims[account.source.id], key=lambda claim: claim.span)))
            for account in self._found.accounts
        )
        claims = [claim for account in accounts for claim in account.claims]
        place = {claim.id: number for number, claim in enumerate(claims)}
        relations = tuple(sorted(self._pairs.values(), key=lambda each: (place[each.a], place[each.b])))
        drafts = frozenset(account.source.id for account in accounts if account.source.role is Role.DRAFT)
        facts = find_facts(claims, relations, drafts) if has_facts else self._found.facts
        whole = replace(self._found, accounts=accounts, relations=relations, facts=facts)
        kept = {relation.id for relation in relations}
        own_relations = {name: own for name, own in self._own_relations.items() if name in kept}
        alone = frozenset(own_relations) - {relation.id for relation in self._found.relations}
        return Joined(whole, self._own_claims, own_relations, alone, frozenset(self._by_hand))

    def _is_there(self, anchor: Anchor) -> bool:
        """Whether its words are where it says."""
        text = self._texts.get(anchor.source)
        return text is not None and anchor.span.of(text) == anchor.exact

    def _holding(self, anchor: Anchor) -> Claim:
        """The claim that a passage stands in, the shortest of several; a claim of its own where there is none."""
        least = STANDS_IN * len(anchor.span)
        holding = [claim for claim in self._claims[anchor.source] if _shared(claim.span, anchor.span) >= least]
        if not holding:
            return self._exactly(anchor)
        return min(holding, key=lambda claim: (-_shared(claim.span, anchor.span), len(claim.span)))

    def _exactly(self, anchor: Anchor, name: str = "") -> Claim:
        """The claim with just these words, made where there is none."""
        claim = self._by_span.get((anchor.source, anchor.span))
        if claim is None:
            name = name or f"{anchor.source}:{anchor.span.start}-{anchor.span.end}"
            claim = Claim(ClaimId(f"own:{name}"), anchor.source, anchor.span, anchor.exact)
            self._claims[anchor.source].append(claim)
            self._by_span[anchor.source, anchor.span] = claim
            self._by_hand.add(claim.id)
        return claim


def _reason(own: OwnRelation, a: tuple[Claim, Span], b: tuple[Claim, Span]) -> Reason:
    is_difference = own.kind is RelationKind.CONFLICT
    first, second = (_within(claim, span) for claim, span in (a, b))
    if is_difference and (first, second) == (a[0].span, b[0].span):
        first, second = _differing(a[0], b[0])
    return Reason(Aspect.WORDING, first, second, own.reason or _EXPLANATIONS[own.kind], is_difference)


def _within(claim: Claim, span: Span) -> Span:
    return Span(max(claim.span.start, span.start), min(claim.span.end, span.end))


def _differing(a: Claim, b: Claim) -> tuple[Span, Span]:
    """Two claims without the words that both begin with and both end with; whole where nothing else would be left."""
    ours, theirs = ([match.span() for match in _WORD.finditer(claim.text)] for claim in (a, b))
    words = [[claim.text[i:j].casefold() for i, j in found] for claim, found in ((a, ours), (b, theirs))]
    fewest = min(len(ours), len(theirs)) - 1  # at least a word is left on either side
    head = next((n for n in range(fewest) if words[0][n] != words[1][n]), max(0, fewest))
    tail = next((n for n in range(fewest - head) if words[0][-1 - n] != words[1][-1 - n]), max(0, fewest - head))
    first, second = (
        Span(claim.span.start + found[head][0], claim.span.start + found[len(found) - 1 - tail][1])
        for claim, found in ((a, ours), (b, theirs))
    )
    return first, second


def _shared(one: Span, other: Span) -> int:
    """How many code points both cover."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))
