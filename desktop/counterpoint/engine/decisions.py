"""Which pairs of claims become relations: comparators' findings weighed by the rankers, with the reasons kept."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from counterpoint.engine.alignments import FEATURES, Pairs
from counterpoint.engine.claims import Claim, ClaimId, likest_claim
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.details import Aspect
from counterpoint.engine.findings import FINDING_FEATURES, Findings
from counterpoint.engine.knowledge import Rankers
from counterpoint.engine.levels import Kept, Thresholds
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason, Relation, RelationId, RelationKind
from counterpoint.engine.sharings import Sharing, without_shared
from counterpoint.engine.sources import SourceId

Scores = npt.NDArray[np.floating]
#: Pairs of claims that a person has dealt with, each with the kind of relation, or None for whatever kind.
KeptPairs = Mapping[frozenset[ClaimId], RelationKind | None]

#: The columns that the rankers of matches and conflicts are given.
EVIDENCE = (*FEATURES, "nearness", *FINDING_FEATURES)

#: Below this probability of speaking of one thing at all, a pair is not compared in detail: of the development events'
#: required pairs 1 in 100 lies below.
LEAST_NEARNESS = 0.15
_STEP = 32  # pairs between two words on how far the work is: a hundredth of a second
#: A reason weaker than this is not given beside stronger ones; the strongest is always given.
WEAK_REASON = 0.3
MOST_REASONS = 4
#: A reason points at part of its claim: a longer span than this share is shown only when nothing smaller is there.
SMALL_PART = 0.8


#: What agreements are told first: the more surprising one of its sort would be by chance, the earlier.
TELLING = (
    Aspect.QUOTATION, Aspect.QUANTITY, Aspect.TIME, Aspect.CERTAINTY, Aspect.POLARITY, Aspect.WORDING, Aspect.CAUSE,
    Aspect.SCOPE, Aspect.OPPOSITE, Aspect.ROLE, Aspect.NAME, Aspect.ATTRIBUTION, Aspect.PLACE, Aspect.INFERENCE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """Pairs of claims that may speak of one thing, what was found on each, and that in numbers: a row of EVIDENCE."""

    first: tuple[int, ...]
    second: tuple[int, ...]
    findings: tuple[tuple[Finding, ...], ...]
    rows: npt.NDArray[np.float32]

    def parts(self, size: int) -> Iterator["Evidence"]:
        """The same in parts of so many pairs, each of which can be decided alone."""
        for start in range(0, len(self.first), size):
            some = slice(start, start + size)
            yield Evidence(self.first[some], self.second[some], self.findings[some], self.rows[some])


def gather(
    sides: Sequence[Side],
    pairs: Pairs,
    nearness: npt.NDArray[np.floating],
    find: Callable[[Side, Side], Findings],
    step: Callable[[int, int], None],
) -> Evidence:
    """The evidence that `find` gives on every pair that is near enough, but for what both accounts tell alike.

    `step` is told how many of how many pairs are done.
    """
    kept = np.nonzero((nearness >= LEAST_NEARNESS) | pairs.personal)[0]
    first: list[int] = pairs.first[kept].tolist()
    second: list[int] = pairs.second[kept].tolist()
    findings: list[Findings] = []
    for done, (i, j) in enumerate(zip(first, second, strict=True)):
        if done % _STEP == 0:
            step(done, len(kept))
        findings.append(find(sides[i], sides[j]))
    step(len(kept), len(kept))
    told = without_shared(Sharing(sides, pairs.accounts.tolist(), first, second, findings))
    measured = np.stack([each.row for each in told]) if told else np.zeros((0, len(FINDING_FEATURES)))
    return Evidence(
        first=tuple(first),
        second=tuple(second),
        findings=tuple(each.found for each in told),
        rows=np.concatenate([pairs.features[kept], nearness[kept, None], measured], axis=1, dtype=np.float32),
    )


@dataclass(frozen=True, slots=True)
class Showing:
    """From which probabilities on pairs become relations, and which do in any case."""

    least: Thresholds
    kept: KeptPairs = field(default_factory=dict[frozenset[ClaimId], RelationKind | None])


def decide(claims: Sequence[Claim], evidence: Evidence, rankers: Rankers, showing: Showing) -> tuple[Relation, ...]:
    """The relations that the evidence supports, in the order of their claims."""
    matches = rankers.matches(evidence.rows, EVIDENCE)
    conflicts = rankers.conflicts(suspicion(evidence))
    return choose(claims, evidence, matches, conflicts, showing)


def suspicion(evidence: Evidence) -> npt.NDArray[np.float32]:
    """How likely each pair speaks of one thing and differs in it: nearness times the strongest difference.

    What is of one person needs no nearness: she is of one age, whatever the claims tell of her.
    """
    columns = evidence.rows[:, [EVIDENCE.index("nearness"), EVIDENCE.index("strongest_difference")]]
    return np.maximum(columns.prod(axis=1), evidence.rows[:, EVIDENCE.index("personal_difference")])


def pairs_kept(kept: Iterable[Kept], claims: Sequence[Claim]) -> KeptPairs:
    """The pairs of claims that these passages are now, and the kind that is kept of each; of two for one the last."""
    own = defaultdict[SourceId, list[Claim]](list)
    for claim in claims:
        own[claim.source].append(claim)
    found: dict[frozenset[ClaimId], RelationKind | None] = {}
    for each in kept:
        a, b = (likest_claim(own[source], span) for source, span in (each.a, each.b))
        if a is not None and b is not None:
            found[frozenset((a.id, b.id))] = each.kind
    return found


def choose(
    claims: Sequence[Claim], evidence: Evidence, matches: Scores, conflicts: Scores, showing: Showing
) -> tuple[Relation, ...]:
    """The relations whose kind is likely enough; matches and conflicts are each pair's probabilities of that kind.

    A pair that is kept has a relation, of the kind that is kept, however unlikely, if only there are reasons for one.
    """
    found: list[Relation] = []
    for i, (first, second) in enumerate(zip(evidence.first, evidence.second, strict=True)):
        a, b = claims[first], claims[second]
        scores = {RelationKind.CONFLICT: float(conflicts[i]), RelationKind.MATCH: float(matches[i])}
        wanted = [kind for kind, score in scores.items() if score >= showing.least.of(kind)]
        if showing.kept and (pair := frozenset((a.id, b.id))) in showing.kept:
            last = showing.kept[pair]
            wanted = [*([last] if last else []), *wanted, *sorted(scores, key=lambda kind: -scores[kind])]
        for kind in dict.fromkeys(wanted):
            reasons = usable_reasons(a, b, evidence.findings[i], is_difference=kind is RelationKind.CONFLICT)
            if reasons:
                name = RelationId(f"{a.id}/{b.id}")
                found.append(Relation(name, a.id, b.id, kind, round(scores[kind], 4), reasons))
                break
    return tuple(found)


def usable_reasons(a: Claim, b: Claim, findings: Sequence[Finding], *, is_difference: bool) -> tuple[Reason, ...]:
    """The reasons worth giving, the strongest first; none where a reader could not use any.

    A conflict's reasons differ in their words and one of them at least points at part of its claim.
    """
    wanted = [f for f in findings if f.reason.is_difference is is_difference and _is_sound(a, b, f.reason)]
    strong = [f.reason for f in wanted if f.strength >= WEAK_REASON] or [f.reason for f in wanted[:1]]
    if is_difference and not any(_is_pointed(a, b, reason) for reason in strong):
        pointed = [f.reason for f in wanted if _is_pointed(a, b, f.reason)][:1]
        strong = [*pointed, *strong] if pointed else []
    if is_difference:
        strong = [reason for reason in strong if not any(_is_smaller(other, reason) for other in strong)]
    else:
        strong = _telling(strong, [f.reason for f in wanted if f.reason.aspect is Aspect.WORDING])
    return tuple(dict.fromkeys(strong))[:MOST_REASONS]


def _is_smaller(other: Reason, reason: Reason) -> bool:
    """Whether the other reason points at fewer of the words at which this one finds the same sort of difference."""
    is_same = other.aspect is reason.aspect and other.a.overlaps(reason.a) and other.b.overlaps(reason.b)
    return is_same and len(other.a) + len(other.b) < len(reason.a) + len(reason.b)


def _telling(strong: Sequence[Reason], wordings: Sequence[Reason]) -> list[Reason]:
    """An agreement's reasons, what tells most first: that both name a country says little, that both say "35" much.

    Shared words are given with them unless they only repeat what another reason points at.
    """
    named = sorted((r for r in strong if r.aspect is not Aspect.WORDING), key=lambda r: TELLING.index(r.aspect))
    firm = [r for r in named if TELLING.index(r.aspect) < TELLING.index(Aspect.WORDING)]
    fresh = [r for r in wordings if not any(r.a.overlaps(other.a) or r.b.overlaps(other.b) for other in firm)]
    rest = [r for r in named if r not in firm and not any(r.a.overlaps(other.a) for other in fresh)]
    return [*firm, *fresh, *rest] or list(wordings)


def _is_sound(a: Claim, b: Claim, reason: Reason) -> bool:
    inside = a.span.contains(reason.a) and b.span.contains(reason.b) and len(reason.a) > 0 and len(reason.b) > 0
    return inside and (not reason.is_difference or _words(a, reason.a) != _words(b, reason.b))


def _words(claim: Claim, span: Span) -> str:
    return " ".join(claim.text[span.start - claim.span.start : span.end - claim.span.start].casefold().split())


def _is_pointed(a: Claim, b: Claim, reason: Reason) -> bool:
    """Whether the reason points at part of its claim, on either side."""
    return _is_part(a, reason.a) and _is_part(b, reason.b)


def _is_part(claim: Claim, span: Span) -> bool:
    return len(span) < SMALL_PART * len(claim.span) or len(claim.span) < 40  # noqa: PLR2004
