"""Facts: claims of several sources about one thing, and how many independent voices tell it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.relations import Relation, RelationKind
from counterpoint.engine.sources import SourceId
from counterpoint.engine.words import WORD

FactId = NewType("FactId", str)

#: Two claims are joined into one fact when at least this share of the pairs between what each is joined with already
#: is related too: a chain of neighbours is not one thing.
LEAST_RELATED = 0.5
#: Two claims are one voice when they share a run of this many words, and it is this share of the shorter claim: copy
#: taken over from an agency is cut at its ends, rarely in its middle.
COPIED_WORDS, COPIED_SHARE = 8, 0.6


class FactState(StrEnum):
    """What the sources together make of a fact."""

    CONSENSUS = "consensus"
    DISPUTED = "disputed"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Fact:
    """Claims about one thing: a row of the facts table. `voices` counts independent origins, drafts left out."""

    id: FactId
    claims: tuple[ClaimId, ...]
    state: FactState
    voices: int


def find_facts(claims: Sequence[Claim], relations: Sequence[Relation], drafts: frozenset[SourceId]) -> tuple[Fact, ...]:
    """Every claim in exactly one fact, in the order of each fact's first claim; claims as they were given."""
    order = {claim.id: i for i, claim in enumerate(claims)}
    groups = _joined(order, relations)
    kinds: dict[frozenset[ClaimId], RelationKind] = {frozenset((r.a, r.b)): r.kind for r in relations}
    found: list[Fact] = []
    for group in groups:
        members = tuple(claims[i] for i in sorted(order[own] for own in group))
        heard = [claim for claim in members if claim.source not in drafts]
        found.append(
            Fact(
                id=FactId(f"fact:{members[0].id}"),
                claims=tuple(claim.id for claim in members),
                state=_state(heard, kinds),
                voices=count_voices(heard),
            )
        )
    return tuple(sorted(found, key=lambda fact: order[fact.claims[0]]))


def count_voices(claims: Sequence[Claim]) -> int:
    """How many independent origins tell it: sources, less those that only carry another's words."""
    by_source: dict[SourceId, list[Claim]] = {}
    for claim in claims:
        by_source.setdefault(claim.source, []).append(claim)
    if len(by_source) < 2:  # noqa: PLR2004
        return len(by_source)
    runs = {claim.id: _runs(claim.text) for claim in claims}
    voices: list[list[Claim]] = []
    for own in by_source.values():
        carrying = [voice for voice in voices if any(_is_copy(a, b, runs) for a in voice for b in own)]
        voices = [voice for voice in voices if voice not in carrying]
        voices.append([claim for voice in [*carrying, own] for claim in voice])
    return len(voices)


def _joined(order: Mapping[ClaimId, int], relations: Sequence[Relation]) -> list[set[ClaimId]]:
    related: dict[ClaimId, set[ClaimId]] = {claim: set() for claim in order}
    for relation in relations:
        related[relation.a].add(relation.b)
        related[relation.b].add(relation.a)
    group = {claim: {claim} for claim in order}
    for relation in sorted(relations, key=lambda r: (-r.score, order[r.a], order[r.b])):
        ours, theirs = group[relation.a], group[relation.b]
        if ours is theirs:
            continue
        fewer, more = sorted((ours, theirs), key=len)
        links = sum(len(related[claim] & more) for claim in fewer)
        if links >= LEAST_RELATED * len(ours) * len(theirs):
            both = ours | theirs
            group.update(dict.fromkeys(both, both))
    return list({id(own): own for own in group.values()}.values())


def _state(claims: Sequence[Claim], kinds: Mapping[frozenset[ClaimId], RelationKind]) -> FactState:
    pairs = (frozenset((a.id, b.id)) for i, a in enumerate(claims) for b in claims[:i])
    if any(kinds.get(pair) is RelationKind.CONFLICT for pair in pairs):
        return FactState.DISPUTED
    return FactState.CONSENSUS if len({claim.source for claim in claims}) > 1 else FactState.SINGLE


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = [match.group().casefold() for match in WORD.finditer(text)]
    return frozenset(tuple(words[i : i + COPIED_WORDS]) for i in range(len(words) - COPIED_WORDS + 1))


def _is_copy(a: Claim, b: Claim, runs: Mapping[ClaimId, frozenset[tuple[str, ...]]]) -> bool:
    ours, theirs = runs[a.id], runs[b.id]
    return bool(ours & theirs) and len(ours & theirs) >= COPIED_SHARE * min(len(ours), len(theirs))
