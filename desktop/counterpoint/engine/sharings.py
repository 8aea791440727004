"""What both accounts tell alike: where each of them holds both words of a difference, they do not differ in it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.details import Aspect
from counterpoint.engine.findings import FINDING_FEATURES, Findings
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason

_FIRM = 0.5  # an agreement weaker than this does not show that the words are of the same thing
_RETOLD = 0.6  # share of content words from which a claim is another's sentence again
_STRONGEST = FINDING_FEATURES.index("strongest_difference")
_PERSONAL = FINDING_FEATURES.index("personal_difference")


@dataclass(frozen=True, slots=True)
class Sharing:
    """Every claim and the number of its account, and the pairs of claims of different accounts that were compared."""

    sides: Sequence[Side]
    accounts: Sequence[int]
    first: Sequence[int]
    second: Sequence[int]
    findings: Sequence[Findings]


def without_shared(told: Sharing) -> tuple[Findings, ...]:
    """The findings on each pair but for the differences that both accounts tell alike.

    "Three of the miners are in hospital" and "two miners are in hospital" differ; not where either account goes on with
    the other's sentence: then they speak of two things, or of one that has changed, and both know it.
    """
    met: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for pair, (i, j) in enumerate(zip(told.first, told.second, strict=True)):
        met[i, told.accounts[j]].append((j, pair))
        met[j, told.accounts[i]].append((i, pair))
    return tuple(_kept(told, pair, met) for pair in range(len(told.findings)))


def _kept(told: Sharing, pair: int, met: dict[tuple[int, int], list[tuple[int, int]]]) -> Findings:
    findings = told.findings[pair]
    if not any(finding.reason.is_difference for finding in findings.found):
        return findings
    i, j = told.first[pair], told.second[pair]
    ours, theirs = met[i, told.accounts[j]], met[j, told.accounts[i]]

    def is_shared(reason: Reason) -> bool:
        return any(other != j and _tells(told, at, i, reason.a, reason.aspect) for other, at in ours) and any(
            other != i and _tells(told, at, j, reason.b, reason.aspect) for other, at in theirs
        )

    kept = tuple(f for f in findings.found if not (f.reason.is_difference and is_shared(f.reason)))
    if len(kept) == len(findings.found):
        return findings
    row = findings.row.copy()
    row[_STRONGEST] = max((f.strength for f in kept if f.reason.is_difference), default=0.0)
    row[_PERSONAL] = max((f.strength for f in kept if f.is_personal), default=0.0)
    return replace(findings, found=kept, numbers=row.tobytes())


def _tells(told: Sharing, pair: int, claim: int, words: Span, aspect: Aspect) -> bool:
    """Whether the other claim of the pair says the same as the words of this one, and nothing else there."""
    is_first = told.first[pair] == claim
    found = told.findings[pair].found
    at = [f for f in found if (f.reason.a if is_first else f.reason.b).overlaps(words)]
    if any(finding.reason.is_difference for finding in at):
        return False
    is_retold = any(f.reason.aspect is Aspect.WORDING and f.strength >= _RETOLD for f in found)
    if any((is_retold or f.strength >= _FIRM) and f.reason.aspect is aspect for f in at):
        return True
    other = told.second[pair] if is_first else told.first[pair]
    own = {word.lemma for word in told.sides[claim].words if word.span.overlaps(words)}
    return is_retold and own <= {word.lemma for word in told.sides[other].words}
