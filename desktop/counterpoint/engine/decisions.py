"""Which pairs of claims become relations: comparators' findings weighed by the rankers, with the reasons kept."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from counterpoint.engine.alignments import FEATURES, Pairs
from counterpoint.engine.claims import Claim
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.details import Aspect
from counterpoint.engine.findings import FINDING_FEATURES, Findings
from counterpoint.engine.knowledge import Rankers, Thresholds
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason, Relation, RelationId, RelationKind

Scores = npt.NDArray[np.floating]

#: The columns that the rankers of matches and conflicts are given.
EVIDENCE = (*FEATURES, "nearness", *FINDING_FEATURES)

#: Below this probability of speaking of one thing at all, a pair is not compared in detail: of the development events'
#: required pairs 1 in 100 lies below.
LEAST_NEARNESS = 0.08
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
    """The evidence that `find` gives on every pair that is near enough; step is told how many of how many are done."""
    kept = np.nonzero(nearness >= LEAST_NEARNESS)[0]
    first: list[int] = pairs.first[kept].tolist()
    second: list[int] = pairs.second[kept].tolist()
    findings: list[Findings] = []
    for done, (i, j) in enumerate(zip(first, second, strict=True)):
        if done % _STEP == 0:
            step(done, len(kept))
        findings.append(find(sides[i], sides[j]))
    step(len(kept), len(kept))
    measured = np.stack([each.row for each in findings]) if findings else np.zeros((0, len(FINDING_FEATURES)))
    return Evidence(
        first=tuple(first),
        second=tuple(second),
        findings=tuple(each.found for each in findings),
        rows=np.concatenate([pairs.features[kept], nearness[kept, None], measured], axis=1, dtype=np.float32),
    )


def decide(claims: Sequence[Claim], evidence: Evidence, rankers: Rankers) -> tuple[Relation, ...]:
    """The relations that the evidence supports, in the order of their claims."""
    matches = rankers.matches(evidence.rows, EVIDENCE)
    conflicts = rankers.conflicts(suspicion(evidence))
    return choose(claims, evidence, matches, conflicts, rankers.thresholds)


def suspicion(evidence: Evidence) -> npt.NDArray[np.float32]:
    """How likely each pair speaks of one thing and differs in it: nearness times the strongest difference."""
    columns = evidence.rows[:, [EVIDENCE.index("nearness"), EVIDENCE.index("strongest_difference")]]
    return columns.prod(axis=1)


def choose(
    claims: Sequence[Claim], evidence: Evidence, matches: Scores, conflicts: Scores, least: Thresholds
) -> tuple[Relation, ...]:
    """The relations whose kind is likely enough; matches and conflicts are each pair's probabilities of that kind."""
    found: list[Relation] = []
    for i, (first, second) in enumerate(zip(evidence.first, evidence.second, strict=True)):
        a, b = claims[first], claims[second]
        kind, score, reasons = RelationKind.CONFLICT, conflicts[i], ()
        if score >= least.conflict:
            reasons = usable_reasons(a, b, evidence.findings[i], is_difference=True)
        if not reasons:
            kind, score = RelationKind.MATCH, matches[i]
            if score >= least.match:
                reasons = usable_reasons(a, b, evidence.findings[i], is_difference=False)
        if not reasons:
            continue
        found.append(Relation(RelationId(f"{a.id}/{b.id}"), a.id, b.id, kind, round(float(score), 4), reasons))
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
    if not is_difference:
        strong = _telling(strong, [f.reason for f in wanted if f.reason.aspect is Aspect.WORDING])
    return tuple(dict.fromkeys(strong))[:MOST_REASONS]


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
