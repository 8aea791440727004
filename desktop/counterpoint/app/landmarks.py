"""Landmarks: claims of two accounts that say the same, or the contrary, in one order in both."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterpoint.app.findings import Finding
from counterpoint.engine.claims import ClaimId
from counterpoint.engine.relations import RelationId
from counterpoint.engine.sources import SourceId
from counterpoint.store.annotations import Ruling


@dataclass(frozen=True, slots=True, order=True)
class Landmark:
    """Two places that belong together, as code points of either text, and how surely they do, from 0 to 1."""

    a: int
    b: int
    weight: float = 1.0


def find_landmarks(
    findings: Iterable[Finding], a: SourceId, b: SourceId, through: RelationId | None = None
) -> tuple[tuple[ClaimId, ClaimId], ...]:
    """The claims of a and of b that lead from the top of both texts to the bottom, none of them crossing another.

    Rejected findings lead nowhere. `through` is a finding that the way must lead through: the one that is looked at.
    """
    pairs: dict[Landmark, tuple[ClaimId, ClaimId]] = {}
    fixed: Landmark | None = None
    both = frozenset((a, b))
    for finding in findings:
        if finding.sources != both or finding.ruling is Ruling.REJECTED:
            continue
        one, other = (finding.a, finding.b) if finding.a.source.id == a else (finding.b, finding.a)
        place = Landmark(one.claim.span.start, other.claim.span.start, finding.stored.score)
        pairs.setdefault(place, (one.claim.id, other.claim.id))
        fixed = place if finding.id == through else fixed
    places = list(pairs)
    if fixed is not None:
        places = [fixed, *(place for place in places if (place.a - fixed.a) * (place.b - fixed.b) > 0)]
    return tuple(pairs[place] for place in longest_chain(places))


def longest_chain(landmarks: Sequence[Landmark]) -> tuple[Landmark, ...]:
    """Those that come later in b whenever they come later in a; of all such chains one of the greatest weight."""
    ordered = sorted(landmarks, key=lambda each: (each.a, -each.b))  # of one place in a, only one can be in a chain
    places = sorted({each.b for each in ordered})
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)  # by place in b, over those before: a Fenwick tree
    before: list[int] = []
    whole: tuple[float, int] = (0.0, -1)
    for number, landmark in enumerate(ordered):
        rank = bisect_left(places, landmark.b)
        weight, last = _best_before(best, rank)
        before.append(last)
        reached = (weight + landmark.weight, number)
        whole = max(whole, reached, key=lambda each: each[0])
        at = rank + 1
        while at < len(best):
            best[at] = max(best[at], reached, key=lambda each: each[0])
            at += at & -at
    chain: list[Landmark] = []
    number = whole[1]
    while number >= 0:
        chain.append(ordered[number])
        number = before[number]
    return tuple(reversed(chain))


def _best_before(best: Sequence[tuple[float, int]], rank: int) -> tuple[float, int]:
    found = (0.0, -1)
    while rank > 0:
        found = max(found, best[rank], key=lambda each: each[0])
        rank -= rank & -rank
    return found
